// The page about reading without a network: what this phone keeps, and keeping or removing the pages of a county.
// @ts-check
import { ask, keepSearch, keeper, language } from "./offline.js";
import { forget, mine } from "./window.js";

/**
 * A set of pages as the worker tells of it: bytes are those on the wire.
 * @typedef {{name: string, kept: boolean, packs: {pack: string, bytes: number, there: boolean}[]}} KeptSet
 * @typedef {{date: string, sets: KeptSet[], visited: [address: string, title: string][]}} State
 */

// Milliseconds after which a browser that says nothing is taken for one that can't.
const SILENCE = 15000;
const lang = language();
const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const can = part("can"), cannot = part("cannot"), checking = part("checking");
const save = /** @type {HTMLButtonElement} */ (part("save"));
const counties = /** @type {HTMLSelectElement} */ (part("counties"));
const words = can.dataset;
/** @type {State} */
let state;

missing();
cannot.hidden = true;
checking.hidden = false;
const silence = setTimeout(() => tell(cannot), SILENCE);
keeper.then(start).catch(() => tell(cannot));

/** Shows one of the three. @param {HTMLElement} told */
function tell(told) {
  clearTimeout(silence);
  for (const one of [can, cannot, checking]) one.hidden = one !== told;
}

/** Says which page could not be had, and leads to it again. */
function missing() {
  const path = location.hash.slice(1), notice = part("missing");
  if (!/^[\w./%-]+$/.test(path)) return;
  notice.hidden = false;
  // What is kept already comes first now.
  part("saving").hidden = true;
  const sheet = path.startsWith("q/");
  for (const text of notice.querySelectorAll(".page, .sheet")) text.toggleAttribute("hidden", text.className === "sheet" !== sheet);
  notice.querySelector("a")?.setAttribute("href", new URL(`../../${path}`, location.href.split("#")[0]).href);
}

/** @param {ServiceWorker} worker */
async function start(worker) {
  const chain = mine()?.chain ?? [];
  for (const option of counties.options) if (chain.includes(option.value)) option.selected = true;
  counties.addEventListener("change", () => {
    said("");
    draw(worker);
  });
  save.addEventListener("click", () => void keep(worker));
  part("remove-all").addEventListener("click", async () => {
    await ask(worker, { ask: "forget" });
    forget();
    part("always").hidden = true;
    await look(worker);
    said(words.allRemoved ?? "");
  });
  await look(worker);
  tell(can);
}

/** @param {ServiceWorker} worker */
async function look(worker) {
  state = await ask(worker, { ask: "state", lang });
  draw(worker);
}

/** The sets that make up a county: its own, and the services. */
const chosen = () => state.sets.filter(({ name }) => name === `${lang}/services` || name === `${lang}/${counties.value}`);

/** @param {ServiceWorker} worker */
function draw(worker) {
  const left = bytes(chosen().flatMap(({ packs }) => packs.filter(({ there }) => !there)));
  const begun = chosen().some(({ kept, packs }) => !kept && packs.some(({ there }) => there));
  save.hidden = chosen().every(({ kept }) => kept);
  save.textContent = ((begun ? words.goOn : words.save) ?? "").replace("{size}", size(left));
  if (save.hidden) said((words.saved ?? "").replace("{name}", name(counties.value)));
  part("date").textContent = state.date;

  const kept = state.sets.filter(({ kept, name }) => kept && /\/\d+$/.test(name));
  const services = state.sets.find(({ name }) => name === `${lang}/services`);
  const search = state.sets.find(({ name }) => name === `${lang}/search`);
  part("sets").replaceChildren(
    ...kept.map((set) => row(worker, name(set.name.split("/")[1]), `regions/${set.name.split("/")[1]}/`, [set])),
    ...(services?.kept ? [row(worker, words.services ?? "", "services/", [services], kept)] : []),
    ...(search ? [row(worker, words.search ?? "", "search/", [search])] : []),
  );
  part("visited-title").hidden = !state.visited.length;
  part("visited").replaceChildren(...state.visited.map(([address, title]) => {
    const item = document.createElement("li");
    item.append(way(written(title).split(" · ")[0], address.slice(lang.length + 1)));
    return item;
  }));
}

/**
 * What is kept, with its size and a button that removes it; the search, where it isn't, with one that keeps it.
 * @param {ServiceWorker} worker @param {string} title @param {string} address @param {KeptSet[]} sets
 * @param {KeptSet[]} [needing] what goes too
 */
function row(worker, title, address, sets, needing = []) {
  const item = document.createElement("li");
  item.className = "kept";
  const is = sets[0].kept, amount = size(bytes(sets.flatMap(({ packs }) => packs)));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "reset";
  button.textContent = (is ? words.remove : words.keep) ?? "";
  button.setAttribute("aria-label", `${button.textContent} ${title}`);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const search = address === "search/";
      if (search) keepSearch(!is);
      if (is) for (const set of [...sets, ...needing]) await ask(worker, { ask: "drop", set: set.name });
      else await ask(worker, { ask: "add", set: sets[0].name });
      said(is ? (words.removed ?? "").replace("{name}", title) : "");
    } catch (problem) {
      failed(problem);
    }
    await look(worker);
  });
  const told = (is ? words.size : words.searchOff) ?? "";
  const link = way(title, address);
  const line = document.createElement("span");
  line.textContent = told.replace("{size}", amount);
  link.append(line);
  item.append(link, button);
  return item;
}

/** What HTML says. @param {string} html */
const written = (html) => new DOMParser().parseFromString(html, "text/html").documentElement.textContent ?? "";

/** @param {string} title @param {string} address */
function way(title, address) {
  const link = document.createElement("a"), strong = document.createElement("strong");
  link.className = "row";
  link.href = `../${address}`;
  strong.textContent = title;
  link.append(strong);
  return link;
}

/** Keeps the chosen county: pack by pack, so that what has come is not lost. @param {ServiceWorker} worker */
async function keep(worker) {
  const sets = chosen(), packs = sets.flatMap(({ packs }) => packs).filter(({ there }) => !there);
  const bar = /** @type {HTMLProgressElement} */ (part("progress").querySelector("progress"));
  bar.max = bytes(packs);
  bar.value = 0;
  part("progress").hidden = false;
  save.disabled = counties.disabled = true;
  said((words.saving ?? "").replace("{size}", size(bar.max)));
  try {
    // So that the browser doesn't throw it away as soon as it wants room.
    await navigator.storage?.persist?.();
    for (const { pack, bytes } of packs) {
      await ask(worker, { ask: "pack", pack });
      bar.value += bytes;
    }
    for (const { name } of sets) await ask(worker, { ask: "add", set: name });
  } catch (problem) {
    failed(problem);
  }
  part("progress").hidden = true;
  save.disabled = counties.disabled = false;
  await look(worker);
}

/** @param {unknown} problem */
function failed(problem) {
  const full = problem instanceof Error && problem.message === "QuotaExceededError";
  said((full ? words.noRoom : words.noNetwork) ?? "");
}

/** @param {string} text */
function said(text) {
  part("said").textContent = text;
}

/** @param {string} code */
const name = (code) => [...counties.options].find(({ value }) => value === code)?.textContent ?? code;
/** @param {{bytes: number}[]} packs */
const bytes = (packs) => packs.reduce((sum, { bytes }) => sum + bytes, 0);
/** @param {number} bytes */
const size = (bytes) => (bytes < 999_500 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
