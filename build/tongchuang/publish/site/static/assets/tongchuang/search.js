// The search page: what is typed in #search-input is looked up here, on the phone, and nothing is sent anywhere.
// @ts-check

const MOST = 10;
const PAUSE = 200;

/** @typedef {import("../../../../search/reader.js").Found} Found */
/** @typedef {Awaited<ReturnType<typeof import("../../../../search/reader.js").open>>} Searcher */

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} text @param {string} [className]
 * @returns {HTMLElementTagNameMap[T]} */
function element(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** @param {string} href @param {string} text */
function link(href, text) {
  const made = element("a", text);
  made.href = href;
  return made;
}

/** @param {HTMLElement} main @param {HTMLInputElement} input @param {HTMLElement} list @param {HTMLElement} status */
function start(main, input, list, status) {
  const root = new URL(main.dataset.searchRoot || "./", location.href);
  /** @type {Promise<Searcher> | undefined} */
  let opening;
  /** @type {Searcher | undefined} */
  let last;
  let running = new AbortController();
  let waiting = 0, tries = 0;

  // A browser tries a script only once under one address.
  const reader = () => import(new URL(`search/reader.js#${tries++}`, root).href);
  const opened = () => (opening ??= reader().then(({ open }) => open(root)));

  /** @param {Searcher} searcher */
  const language = (searcher) => {
    const page = document.documentElement.lang;
    return searcher.languages.find((lang) => page === lang || page.startsWith(`${lang}-`)) ?? searcher.languages[0];
  };

  /** @param {Searcher} searcher @param {Found[]} results */
  const show = (searcher, results) => {
    const lang = language(searcher), words = searcher.words(lang);
    list.replaceChildren(...results.map((result) => {
      const item = element("li", "", `result result-${result.kind}`);
      const title = link(new URL(result.url, root).href, result.title);
      item.append(title, " ", element("span", words.kind[result.kind], "result-kind"), element("p", result.line, "result-line"));
      if (result.lang !== lang) title.lang = result.lang;
      return item;
    }));
    const foreign = results.length > 0 && results[0].lang !== lang;
    status.textContent = foreign ? words.other : results.length ? words.found.replace("{n}", String(results.length)) : words.none;
    if (!results.length) {
      const ways = [["life-events/", words.life_events], ["appeals/", words.appeals]];
      const links = [...ways.map(([path, text]) => link(new URL(`${lang}/${path}`, root).href, text)), link("tel:12345", words.call)];
      list.replaceChildren(...links.map((way) => element("li", "", "way")));
      links.forEach((way, i) => list.children[i].append(way));
    }
  };

  /** @param {boolean} again */
  const search = async (again = true) => {
    running.abort();
    const mine = (running = new AbortController());
    const query = input.value.trim();
    if (!query) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const searcher = (last = await opened());
      if (mine.signal.aborted) return;
      status.textContent = searcher.words(language(searcher)).searching;
      const results = await searcher.search(query, language(searcher), MOST, mine.signal);
      if (!mine.signal.aborted) show(searcher, results);
    } catch (problem) {
      if (mine.signal.aborted) return;
      // The index may have been replaced since it was opened, or the network may be back.
      opening = undefined;
      if (again) return search(false);
      status.textContent = last ? last.words(language(last)).failed : (main.dataset.searchFailed ?? "");
    }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  };
  input.addEventListener("focus", () => void opened().catch(() => (opening = undefined)), { once: true });
  input.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || later());
  input.addEventListener("compositionend", later);
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    const address = new URL(location.href);
    address.searchParams.set("q", input.value);
    history.replaceState(null, "", address);
    void search();
  });
  input.value ||= new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) void search();
}

const main = /** @type {HTMLElement | null} */ (document.querySelector("[data-search-root]"));
const input = /** @type {HTMLInputElement | null} */ (document.querySelector("#search-input"));
const list = document.querySelector("#search-results");
const status = document.querySelector("#search-status");
if (main && input && list instanceof HTMLElement && status instanceof HTMLElement) start(main, input, list, status);
