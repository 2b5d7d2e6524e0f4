// Looking things up while they are typed, for the search page and for choosing a window. Nothing typed is sent.
// @ts-check

/** @typedef {import("../../../../search/reader.js").Found} Found */
/** @typedef {Awaited<ReturnType<typeof import("../../../../search/reader.js").open>>} Searcher */

const PAUSE = 200;

/** The index, opened when it is first asked for, and anew after `again`. @param {URL} root */
export function index(root) {
  /** @type {Promise<Searcher> | undefined} */
  let opening;
  let tries = 0;
  // A browser tries a script only once under one address.
  const reader = () => import(new URL(`search/reader.js#${tries++}`, root).href);
  return {
    open: () => (opening ??= reader().then(({ open }) => open(root))),
    again: () => void (opening = undefined),
  };
}

/**
 * Calls `look` when somebody pauses, not within a word that is still being composed; a new call aborts the one before.
 * Gives what does so at once.
 * @param {{input: HTMLInputElement, list: HTMLElement, status: HTMLElement}} parts
 * @param {(query: string, signal: AbortSignal) => void} look
 * @param {() => void} [submitted]
 */
export function lookUp({ input, list, status }, look, submitted) {
  let running = new AbortController();
  let waiting = 0;
  const now = () => {
    clearTimeout(waiting);
    running.abort();
    running = new AbortController();
    const query = input.value.trim();
    if (query) return look(query, running.signal);
    list.replaceChildren();
    status.textContent = "";
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(now, PAUSE);
  };
  input.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || later());
  input.addEventListener("compositionend", later);
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    submitted?.();
    now();
  });
  return now;
}
