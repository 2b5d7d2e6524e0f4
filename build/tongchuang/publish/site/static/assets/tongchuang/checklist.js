// The reader's own list, drawn from the page as the answers leave it, and what this browser can do with it. What is
// rarely used is loaded when it is tapped. Nothing of it is sent or kept.
// @ts-check
import { answers } from "./answers.js";

/**
 * An entry; ``key`` where it can be ticked off.
 * @typedef {{text: string, more?: string, href?: string, key?: string}} Item
 * @typedef {{title: string, items: Item[], numbered?: boolean, fact?: boolean}} Part
 * @typedef {{title: string, parts: Part[], last: string[]}} List
 */

export const WECHAT = /MicroMessenger/i.test(navigator.userAgent);
/** The entries that are ticked off. @type {Set<string>} */
const ready = new Set();
export const section = /** @type {HTMLElement} */ (document.getElementById("checklist"));
/** Where what was made of the list stands. */
export const given = /** @type {HTMLElement} */ (section.querySelector(".given"));
const careful = /** @type {HTMLElement} */ (section.querySelector(".careful"));
const sure = /** @type {HTMLElement} */ (section.querySelector(".sure"));
/** What was tapped and waits for a second thought. @type {(() => void) | undefined} */
let waiting;

/** What can be done with the list, and where. @type {Record<import("./take.js").Way, boolean>} */
const WAYS = {
  print: typeof print === "function" && !WECHAT,
  text: true,
  picture: typeof HTMLCanvasElement === "function",
  share: typeof navigator.share === "function",
};

for (const button of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-act]"))) {
  const way = /** @type {import("./take.js").Way} */ (button.dataset.act);
  button.hidden = !WAYS[way];
  button.addEventListener("click", () => thinkFirst(() => void import("./take.js").then(({ take }) => take[way](read(), ready))));
}
for (const button of sure.querySelectorAll("button")) {
  button.addEventListener("click", () => {
    sure.hidden = true;
    if (button.dataset.sure === "yes") waiting?.();
  });
}
for (const button of document.querySelectorAll("[data-show]")) {
  /** @type {HTMLElement} */ (button).hidden = false;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    import("./show.js").then(
      ({ show }) => show(answers(), ready),
      () => button.matches("a") && location.assign(/** @type {HTMLAnchorElement} */ (button).href),
    );
  });
}
for (const link of document.querySelectorAll("a[href='#checklist']")) /** @type {HTMLElement} */ (link).hidden = false;
addEventListener("answered", draw);
section.hidden = false;
draw();
if (typeof speechSynthesis === "object") offerVoice();

/** Draws the list anew; what was made of the old one goes. */
function draw() {
  const { parts, last } = read();
  fill(/** @type {Element} */ (section.querySelector(".list")), parts.map(drawn), last.map((line) => element("p", "page", line)));
  const told = [...document.querySelectorAll("[data-sensitive]")].filter((question) => question.querySelector(":checked"));
  const kinds = told.map((question) => question.getAttribute("data-sensitive"));
  for (const line of careful.querySelectorAll("[data-kind]")) {
    /** @type {HTMLElement} */ (line).hidden = !kinds.includes(line.getAttribute("data-kind"));
  }
  careful.hidden = !kinds.length;
  sure.hidden = true;
  fill(given);
}

/** @param {Part} part */
function drawn({ title, items, numbered, fact }) {
  const list = document.createElement(numbered ? "ol" : "ul");
  list.append(
    ...items.map((item) => {
      const line = document.createElement("li");
      const words = element("span", "", item.text);
      if (item.href) fill(words, [Object.assign(element("a", "", item.text), { href: item.href })]);
      if (item.more) words.append(element("small", "", item.more));
      line.append(item.key ? ticked(item.key, words) : words);
      return line;
    }),
  );
  const part = element("section", fact ? "fact" : "", "");
  part.append(element("h3", "", title), list);
  return part;
}

/** @param {string} key @param {HTMLElement} words */
function ticked(key, words) {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: ready.has(key) });
  box.addEventListener("change", () => {
    if (box.checked) ready.add(key);
    else ready.delete(key);
    fill(given);
  });
  label.append(box, words);
  return label;
}

/** What the page says, as the answers leave it. @returns {List} */
function read() {
  const entries = (/** @type {string} */ id, /** @type {string} */ what) =>
    /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`section[aria-labelledby=${id}] ${what}`)]).filter(
      (entry) => !entry.closest("[hidden]"),
    );
  const title = (/** @type {string} */ id) => text(document.getElementById(id));
  const papers = entries("materials", "[data-entry]").filter((entry) => entry.querySelector("strong"));
  const name = (/** @type {HTMLElement} */ entry) => text(entry.querySelector("strong"));
  const tags = (/** @type {HTMLElement} */ entry, /** @type {string} */ which) => [...entry.querySelectorAll(which)].map((tag) => text(tag));
  /** @type {Part[]} */
  const parts = [
    {
      title: section.dataset.answers ?? "",
      items: [...document.querySelectorAll(".questions fieldset")].flatMap((question) => {
        const answer = question.querySelector(":checked");
        return answer ? [{ text: text(question.querySelector("legend")), more: text(answer.parentElement) }] : [];
      }),
    },
    {
      title: title("conditions"),
      items: entries("conditions", "[data-entry]").map((entry) => ({ text: text(entry), more: only(entry) })),
    },
    {
      title: title("materials"),
      items: papers.map((entry) => ({
        text: name(entry),
        more: [only(entry), ...tags(entry, ".tag:not([data-copies])")].filter(Boolean).join(" · "),
        key: entry.dataset.entry,
      })),
    },
    {
      title: section.dataset.copies ?? "",
      items: papers
        .filter((entry) => entry.querySelector("[data-copies]"))
        .map((entry) => ({ text: name(entry), more: tags(entry, "[data-copies]")[0], key: `${entry.dataset.entry}*` })),
    },
    {
      title: title("forms"),
      items: entries("forms", "a.row").map((entry) => ({
        text: name(entry),
        href: /** @type {HTMLAnchorElement} */ (entry).href,
      })),
    },
    {
      title: title("steps"),
      items: entries("steps", ".steps > li").map((entry) => ({
        text: text(entry.querySelector("h3")),
        more: [only(entry), text(entry.querySelector("p:not(.only-if):not(.basis)"))].filter(Boolean).join(" "),
      })),
      numbered: true,
    },
    ...["fee", "time", "where", "phone"].map((fact) => {
      const found = /** @type {HTMLElement} */ (document.querySelector(`[data-fact=${fact}]`));
      const numbers = [...found.querySelectorAll(".call")];
      return {
        title: text(found.previousElementSibling),
        items: numbers.length
          ? numbers.map((number) => ({ text: text(number), more: text(number.nextElementSibling, "span") }))
          : [{ text: text(found) }],
        fact: true,
      };
    }),
  ];
  return {
    title: text(document.querySelector("h1")),
    parts: parts.filter((part) => part.items.length),
    last: [`${section.dataset.page} ${location.origin}${location.pathname}`, text(document.querySelector(".sample"))].filter(Boolean),
  };
}

/**
 * The words of an element without what is hidden, leads on or only cites.
 * @param {Element | null} element
 * @param {string} [like] nothing where the element is none of these
 */
function text(element, like = "*") {
  if (!element?.matches(like)) return "";
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const part of copy.querySelectorAll("[hidden], .more, .basis")) part.remove();
  return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** When an entry applies, as long as a question that decides it is open. @param {HTMLElement} entry */
function only(entry) {
  const branch = /** @type {HTMLElement | null} */ (entry.closest("[data-when]"));
  const known = answers();
  const open = (branch?.dataset.when || "").split("&").some((part) => part && !known.has(part.split("=")[0]));
  return open ? text(branch?.querySelector(":scope > .only-if") ?? null) : "";
}

/** Of answers that tell about health, family or safety: a second thought first. @param {() => void} does */
function thinkFirst(does) {
  waiting = does;
  if (careful.hidden) return does();
  sure.hidden = false;
  sure.querySelector("button")?.focus();
}

/** Shows the button to read aloud once there is a voice; some browsers know theirs late. */
function offerVoice() {
  const button = /** @type {HTMLElement} */ (document.querySelector("[data-speak]"));
  const lang = document.documentElement.lang.split("-")[0];
  const find = () => {
    button.hidden = !speechSynthesis.getVoices().some((voice) => voice.lang.toLowerCase().startsWith(lang));
  };
  find();
  speechSynthesis.addEventListener?.("voiceschanged", find);
  button.addEventListener("click", () => import("./speak.js").then(({ toggle }) => toggle(spoken())));
}

/** What is read aloud: the page's top and the list. */
function spoken() {
  const top = ["h1", ".lead"].map((found) => text(document.querySelector(found)));
  const { parts } = read();
  return [...top, ...parts.flatMap((part) => [part.title, ...part.items.map((item) => [item.text, item.more].filter(Boolean).join(" "))])];
}

/** @param {string} name @param {string} className @param {string} words */
export function element(name, className, words) {
  return Object.assign(document.createElement(name), { className, textContent: words });
}

/** What an element holds, in place of what it held. @param {Element} element @param {Node[][]} made */
export function fill(element, ...made) {
  element.textContent = "";
  for (const nodes of made) element.append(...nodes);
}
