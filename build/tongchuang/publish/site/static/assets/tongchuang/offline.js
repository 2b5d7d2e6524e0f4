// Where the browser can, pages are kept on the phone for when there is no network (sw.js at the root). A help only:
// nothing needs it, and what fails here fails in silence.
// @ts-check

/** @typedef {{connection?: {saveData?: boolean, effectiveType?: string}}} Connected */

const SEARCH = "keep-search";
// A terminal in a hall shows the site in a frame and is nobody's phone.
const can = "serviceWorker" in navigator && "caches" in window && window === window.top;
/** What keeps the pages, once it does; rejects where nothing can. @type {Promise<ServiceWorker>} */
export const keeper = can ? begin() : Promise.reject(new Error("no worker"));
keeper.catch(() => {});

async function begin() {
  // The page itself comes first.
  if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded));
  const { serviceWorker } = navigator, first = !serviceWorker.controller;
  const registration = await serviceWorker.register(new URL("../../sw.js", import.meta.url).href);
  const active = /** @type {ServiceWorker} */ ((await serviceWorker.ready).active);
  const here = { ask: "here", lang: language(), url: first ? location.href : "", saving: saving() || !keepsSearch() };
  // A newer worker waits until the one in charge has nothing to do.
  const takeOver = () => registration.waiting?.postMessage({ ask: "takeOver", assets: new URL("./", import.meta.url).href });
  ask(active, here).then(takeOver, takeOver);
  return active;
}

/** The reader's language, as the folder of this page is called. */
export const language = () => document.documentElement.lang.split("-")[0];

/** Whether the reader pays for every byte, or waits for it. */
function saving() {
  const { connection } = /** @type {Connected} */ (navigator);
  return Boolean(connection?.saveData || connection?.effectiveType?.includes("2g"));
}

function keepsSearch() {
  try {
    return localStorage.getItem(SEARCH) !== "no";
  } catch {
    return true;
  }
}

/** Whether the search shall be kept without being asked for. @param {boolean} on */
export function keepSearch(on) {
  try {
    if (on) localStorage.removeItem(SEARCH);
    else localStorage.setItem(SEARCH, "no");
  } catch {
    // A browser that keeps nothing.
  }
}

/**
 * Asks the worker; rejects with the name of the problem.
 * @param {ServiceWorker} worker
 * @param {{ask: string, [more: string]: unknown}} question
 * @returns {Promise<any>}
 */
export function ask(worker, question) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = ({ data }) => ("problem" in data ? reject(new Error(data.problem)) : resolve(data.value));
    worker.postMessage(question, [port2]);
  });
}
