// The search page: what is typed in #search-input is looked up here, on the phone.
// @ts-check
import { index, lookUp } from "./lookup.js";

/** @typedef {import("./lookup.js").Found} Found */

const MOST = 10;

const input = /** @type {HTMLInputElement} */ (document.querySelector("#search-input"));
const list = /** @type {HTMLElement} */ (document.querySelector("#search-results"));
const status = /** @type {HTMLElement} */ (document.querySelector("#search-status"));
const elsewhere = /** @type {HTMLTemplateElement} */ (document.querySelector("#search-elsewhere"));
const words = /** @type {Record<string, string>} */ (list.dataset);
const lang = document.documentElement.lang.split("-")[0];
const root = new URL(document.querySelector("main")?.dataset.searchRoot || "./", location.href);
const { open, again } = index(root);

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string | null} [text] @param {string} [className]
 * @returns {HTMLElementTagNameMap[T]} */
const element = (tag, text = "", className = "") => Object.assign(document.createElement(tag), { className, textContent: text });

/** What a result is, whether it is theirs, and what matters most of it. @param {Found} found */
const item = (found) => {
  const made = element("li"), title = element("a", found.title);
  title.href = new URL(found.url, root).href;
  made.append(title, " ", element("span", list.getAttribute(`data-kind-${found.kind}`), "result-kind"));
  if (found.summary) made.append(element("p", found.summary, "result-summary"));
  if (found.line) made.append(element("p", found.line, "result-line"));
  if (found.lang !== lang) made.lang = found.lang;
  return made;
};

/** @param {Found[]} results */
const show = (results) => {
  const [first] = results;
  list.replaceChildren(...(first ? results.map(item) : [elsewhere.content.cloneNode(true)]));
  status.textContent = !first ? words.none : first.lang !== lang ? words.other : words.found.replace("{n}", String(results.length));
};

/** @param {string} query @param {AbortSignal} signal @param {boolean} retry @returns {Promise<void>} */
const search = async (query, signal, retry = true) => {
  try {
    status.textContent = words.searching;
    const results = await (await open()).search(query, lang, MOST, signal);
    if (!signal.aborted) show(results);
  } catch {
    if (signal.aborted) return;
    // The index may have been replaced since it was opened, or the network may be back.
    again();
    if (retry) return search(query, signal, false);
    status.textContent = words.failed;
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
