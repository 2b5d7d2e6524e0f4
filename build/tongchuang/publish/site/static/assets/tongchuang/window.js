// The window that the reader has chosen: kept on this phone alone, and never sent.
// @ts-check

/**
 * A place by its code, the regions that it lies in from the country down, the places up from it, nearest first, and
 * their names in each language that they were seen in.
 * @typedef {{code: string, chain: string[], places: string[], names: Record<string, Record<string, string>>}} Mine
 */

const KEY = "window";
const lang = document.documentElement.lang;
/** The first page in the reader's language. */
export const home = /** @type {HTMLAnchorElement} */ (document.querySelector("a.brand")).href;

/** The chosen window, if there is one. @returns {Mine | undefined} */
export function mine() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether this browser keeps a choice. */
export function keeps() {
  try {
    localStorage.setItem(`${KEY}?`, "");
    localStorage.removeItem(`${KEY}?`);
    return true;
  } catch {
    return false;
  }
}

/** Keeps the place of a card. @param {HTMLElement} card */
export function choose(card) {
  const { code = "", chain = "", places = "", names = "" } = card.dataset;
  const codes = places.split(" ");
  const named = names.split("\n");
  const known = mine();
  const said = Object.fromEntries(codes.map((code, index) => [code, named[index]]));
  const all = { ...(known?.code === code ? known.names : {}), [lang]: said };
  localStorage.setItem(KEY, JSON.stringify({ code, chain: chain.split(" "), places: codes, names: all }));
}

export function forget() {
  localStorage.removeItem(KEY);
}

/** The address of a place's page. @param {string} code */
export const page = (code) => new URL(`places/${code}/`, home).href;

/** The card of a place, from its own page. @param {string} code @returns {Promise<HTMLElement>} */
export async function card(code) {
  const response = await fetch(page(code));
  if (!response.ok) throw new Error(`${response.status} ${code}`);
  const found = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("card");
  if (!found) throw new Error(code);
  for (const element of found.querySelectorAll("[href]")) {
    element.setAttribute("href", new URL(element.getAttribute("href") ?? "", page(code)).href);
  }
  return document.importNode(found, true);
}

/** The names of the chosen window and the places above it in the language of the page, by code. @param {Mine} chosen */
export async function names(chosen) {
  if (!chosen.names[lang]) choose(await card(chosen.code));
  return mine()?.names[lang] ?? {};
}
