// The search page: what is typed in #search-input is looked up here, on the phone.
// @ts-check
import { index, lookUp } from "./lookup.js";

/** @typedef {import("./lookup.js").Found} Found */
/** @typedef {import("./lookup.js").Searcher} Searcher */

const MOST = 10;

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

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
const input = /** @type {HTMLInputElement} */ (document.querySelector("#search-input"));
const list = /** @type {HTMLElement} */ (document.querySelector("#search-results"));
const status = /** @type {HTMLElement} */ (document.querySelector("#search-status"));
const root = new URL(main.dataset.searchRoot || "./", location.href);
const { open, again } = index(root);
/** @type {Searcher | undefined} */
let last;

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

/** @param {string} query @param {AbortSignal} signal @param {boolean} retry @returns {Promise<void>} */
const search = async (query, signal, retry = true) => {
  try {
    const searcher = (last = await open());
    if (signal.aborted) return;
    status.textContent = searcher.words(language(searcher)).searching;
    const results = await searcher.search(query, language(searcher), MOST, signal);
    if (!signal.aborted) show(searcher, results);
  } catch {
    if (signal.aborted) return;
    // The index may have been replaced since it was opened, or the network may be back.
    again();
    if (retry) return search(query, signal, false);
    status.textContent = last ? last.words(language(last)).failed : (main.dataset.searchFailed ?? "");
  }
};

const now = lookUp({ input, list, status }, (query, signal) => void search(query, signal), () => {
  const address = new URL(location.href);
  address.searchParams.set("q", input.value);
  history.replaceState(null, "", address);
});
input.addEventListener("focus", () => void open().catch(again), { once: true });
input.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (input.value) now();
