// My window: choosing it by its name, and showing it with the places above it, each from its own page.
// @ts-check
import { date } from "./dated.js";
import { index, lookUp } from "./lookup.js";
import { tell } from "./open.js";
import { card, choose, forget, home, keeps, mine, page } from "./window.js";

/** @typedef {import("./lookup.js").Found} Found */

const shown = /** @type {HTMLElement} */ (document.getElementById("chosen"));
const choice = /** @type {HTMLElement} */ (document.getElementById("choice"));
const input = /** @type {HTMLInputElement} */ (choice.querySelector("input"));
const list = /** @type {HTMLElement} */ (choice.querySelector("ol"));
const status = /** @type {HTMLElement} */ (choice.querySelector("[role=status]"));
const words = choice.dataset;
const root = new URL("../", home);
const { open, again } = index(root);

if (keeps()) start();

function start() {
  offer("change", () => ask());
  offer("forget", () => {
    forget();
    ask();
  });
  lookUp({ input, list, status }, (query, signal) => void search(query, signal));
  if (mine()) void show();
  else choice.hidden = false;
}

/** A button among those below the chosen window. @param {string} name @param {() => void} press */
function offer(name, press) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = shown.dataset[name] ?? "";
  button.addEventListener("click", press);
  shown.querySelector(".buttons")?.append(button);
}

/** Asks for a place. */
function ask() {
  shown.hidden = true;
  choice.hidden = false;
  input.value = "";
  list.replaceChildren();
  status.textContent = "";
  input.focus();
}

/** Shows the chosen window and what is above it. */
async function show() {
  const chosen = mine();
  if (!chosen) return;
  choice.hidden = true;
  shown.hidden = false;
  const places = chosen.places.map((code) => {
    const part = document.createElement("section");
    part.className = "card";
    part.append(heading(code, chosen.names[document.documentElement.lang]?.[code] ?? ""));
    return part;
  });
  shown.querySelector(".cards")?.replaceChildren(...places);
  await Promise.all(chosen.places.map((code, index) => fill(places[index], code, index > 0)));
}

/** @param {HTMLElement} part @param {string} code @param {boolean} above whether what is said of all places was said */
async function fill(part, code, above) {
  try {
    const found = await card(code);
    if (above) for (const element of found.querySelectorAll("[data-once]")) element.remove();
    else choose(found);
    found.removeAttribute("id");
    part.replaceChildren(heading(code, found.dataset.name ?? ""), found);
    date(part);
    tell(part);
  } catch {
    const failed = document.createElement("p");
    failed.className = "notice";
    failed.textContent = shown.dataset.failed ?? "";
    part.append(failed);
  }
}

/** @param {string} code @param {string} name */
function heading(code, name) {
  const made = document.createElement("h2");
  const link = document.createElement("a");
  link.href = page(code);
  link.textContent = name;
  made.append(link);
  return made;
}

/** @param {string} query @param {AbortSignal} signal */
async function search(query, signal) {
  try {
    const searcher = await open();
    const lang = document.documentElement.lang.split("-")[0];
    const found = await searcher.places(query, lang, signal);
    if (signal.aborted) return;
    list.replaceChildren(...found.map(result));
    status.textContent = (found.length ? words.found : words.none)?.replace("{n}", String(found.length)) ?? "";
  } catch {
    again();
    if (!signal.aborted) status.textContent = words.failed ?? "";
  }
}

/** A place to choose; a region without places leads to its page. @param {Found} found */
function result(found) {
  const item = document.createElement("li");
  const way = document.createElement(found.kind === "place" ? "button" : "a");
  way.className = "row";
  const name = document.createElement("strong");
  name.textContent = found.title;
  const line = document.createElement("span");
  line.textContent = found.line;
  way.append(name, line);
  if (way instanceof HTMLAnchorElement) way.href = new URL(found.url, root).href;
  else way.addEventListener("click", () => void pick(found.id));
  item.append(way);
  return item;
}

/** @param {string} code */
async function pick(code) {
  try {
    choose(await card(code));
    await show();
    shown.focus();
  } catch {
    status.textContent = words.failed ?? "";
  }
}
