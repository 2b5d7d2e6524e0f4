// Where the reader has chosen a window, a page names it, and says where other rules hold there.
// @ts-check
import { mine, names, page } from "./window.js";

/** @typedef {import("./window.js").Mine} Mine */

const LEVELS = /** @type {Record<number, string>} */ ({ 12: "station", 9: "office", 6: "centre" });
const chosen = mine();
if (chosen) {
  void name(chosen);
  compare(chosen);
  // What is urgent only elsewhere.
  for (const aside of document.querySelectorAll("aside[data-region]")) {
    if (!chosen.chain.includes(aside.getAttribute("data-region") ?? "")) aside.remove();
  }
}

/** Puts the window in place of the way to find it; of a service, the nearest that handles it, if any.
 * @param {Mine} chosen */
async function name(chosen) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-mine]"))) {
    const { mine: words = "", levels, without = "" } = link.dataset;
    const code = chosen.places.find((code) => !levels || (levels.split(" ").includes(LEVELS[code.length]) && !without.split(" ").includes(code)));
    const known = code && (await names(chosen).catch(() => undefined));
    if (!code || !known) continue;
    (link.querySelector("strong") ?? link).textContent = words.replace("{name}", known[code]);
    link.href = levels ? page(code) : link.dataset.way ?? link.href;
  }
}

/** Says so where the version of a service that holds at the window is another than this one. @param {Mine} chosen */
function compare(chosen) {
  const notice = /** @type {HTMLElement | null} */ (document.querySelector("[data-version-here]"));
  const link = notice?.querySelector("a");
  if (!notice || !link) return;
  const here = notice.dataset.versionHere ?? "";
  const versions = new Map([...document.querySelectorAll("a[data-version]")].map((link) => [link.getAttribute("data-version"), link]));
  const nearest = [...chosen.chain].reverse().find((code) => code === here || versions.has(code)) ?? "";
  const other = versions.get(nearest);
  if (!other) return;
  link.href = /** @type {HTMLAnchorElement} */ (other).href;
  link.replaceChildren(...[...other.childNodes].map((node) => node.cloneNode(true)));
  notice.hidden = false;
}
