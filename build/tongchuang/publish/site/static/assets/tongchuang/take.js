// Taking the reader's own list along: on paper, as text, as a picture, to somebody.
// @ts-check
import { WECHAT, element, fill, given, section } from "./checklist.js";

/** @typedef {import("./checklist.js").List} List */
/** @typedef {"print" | "text" | "picture" | "share"} Way */

/** @type {Record<Way, (list: List, ready: Set<string>) => void>} */
export const take = { print: onPaper, text: asText, picture: asPicture, share };

addEventListener("afterprint", () => delete document.documentElement.dataset.print);

function onPaper() {
  document.documentElement.dataset.print = "list";
  print();
}

/** @param {List} list @param {Set<string>} ready */
async function asText(list, ready) {
  const words = lines(list, ready);
  const area = Object.assign(document.createElement("textarea"), { value: words, readOnly: true, rows: 12 });
  area.setAttribute("aria-label", section.querySelector("h2")?.textContent ?? "");
  const copied = await navigator.clipboard?.writeText(words).then(() => true, () => false);
  give((copied ? section.dataset.copied : section.dataset.select) ?? "", area);
  if (!copied) area.select();
}

/** @param {List} list @param {Set<string>} ready */
async function asPicture(list, ready) {
  const { picture } = await import("./picture.js");
  const image = Object.assign(new Image(), { src: picture(list, ready), alt: section.dataset.picture ?? "" });
  const { hold = "", download = "" } = section.dataset;
  if (WECHAT || !("download" in HTMLAnchorElement.prototype)) return give(hold, image);
  const name = location.pathname.split("/").slice(-2)[0];
  give(hold, image, Object.assign(element("a", "more", download), { href: image.src, download: `${name}.png` }));
}

/** @param {List} list @param {Set<string>} ready */
function share(list, ready) {
  // To close the phone's choice of receivers again is no failure.
  navigator.share({ title: list.title, text: lines(list, ready) }).catch(() => {});
}

/** The list as lines to be sent or read. @param {List} list @param {Set<string>} ready */
function lines({ title, parts, last }, ready) {
  const found = parts.flatMap((part) => [
    "",
    part.title,
    ...part.items.map(({ text, more, key }, at) => {
      const mark = key ? (ready.has(key) ? "☑" : "☐") : part.numbered ? `${at + 1}.` : "·";
      return `${mark} ${text}${more ? ` — ${more}` : ""}`;
    }),
  ]);
  return [`【${title}】`, ...found, "", ...last].join("\n");
}

/** @param {string} hint @param {HTMLElement[]} made */
function give(hint, ...made) {
  fill(given, [element("p", "", hint)], made);
  given.scrollIntoView({ block: "nearest" });
}
