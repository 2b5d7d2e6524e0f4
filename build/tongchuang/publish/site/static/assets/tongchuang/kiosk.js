// A terminal in a hall shows the site in a frame. What leads out of it becomes text, and when nobody has touched it
// for a while the frame is thrown away with its answers and its history, and a new one opens the first page.
// @ts-check

// Seconds without a touch: until it is said that the first page comes back, and until it does.
const QUIET = 90;
const GONE = 120;
// What a browser would download or show as code.
const FILES = /\.(pdf|csv|xlsx|json)$/;

const place = /** @type {HTMLElement} */ (document.querySelector("#frame"));
const leaving = /** @type {HTMLElement} */ (document.querySelector("#leaving"));
const home = new URL(place.dataset.home ?? "", location.href);
const folder = new URL("./", location.href);
/** @type {number[]} */
let waiting = [];

const back = /** @type {HTMLButtonElement} */ (document.querySelector("#back"));

open();
addEventListener("pointerdown", touched);
document.querySelector("#start")?.addEventListener("click", open);
back.addEventListener("click", () => past()?.back());
/** @type {HTMLElement} */ (document.querySelector("#ways")).hidden = false;

/** A new frame at the first page. */
function open() {
  const frame = document.createElement("iframe");
  frame.title = place.dataset.title ?? "";
  frame.addEventListener("load", () => loaded(frame));
  frame.src = home.href;
  place.replaceChildren(frame);
  leaving.hidden = true;
  waiting.forEach(clearTimeout);
}

/** Somebody is there: the time starts again. */
function touched() {
  leaving.hidden = true;
  waiting.forEach(clearTimeout);
  waiting = [setTimeout(() => (leaving.hidden = false), QUIET * 1000), setTimeout(open, GONE * 1000)];
}

/** The pages that were shown in this frame, where the browser tells of them. */
const past = () => place.querySelector("iframe")?.contentWindow?.navigation;

/** @param {HTMLIFrameElement} frame */
function loaded(frame) {
  const shown = frame.contentDocument;
  if (!shown) {
    // No network: the browser shows a page of its own.
    waiting.push(setTimeout(open, GONE * 1000));
    return;
  }
  for (const event of ["pointerdown", "keydown", "input"]) shown.addEventListener(event, touched);
  shown.addEventListener("scroll", touched, true);
  shown.addEventListener("click", keepIn, true);
  shown.addEventListener("contextmenu", (event) => event.preventDefault());
  const style = shown.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("kiosk.css", import.meta.url).href;
  shown.head.append(style);
  shown.documentElement.dataset.kiosk = "";
  back.hidden = !past()?.canGoBack;
  for (const link of shown.querySelectorAll("a")) if (leadsOut(link)) write(link);
}

/** @param {HTMLAnchorElement} link */
function leadsOut(link) {
  return !link.href.startsWith(folder.href) || FILES.test(link.pathname);
}

/** Leaves the text of a link, and where it led if that is another site. @param {HTMLAnchorElement} link */
function write(link) {
  if (link.protocol.startsWith("http") && link.host !== location.host) link.textContent = link.href;
  link.removeAttribute("href");
}

/** Links that a script adds later. @param {Event} event */
function keepIn(event) {
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (link && leadsOut(/** @type {HTMLAnchorElement} */ (link))) event.preventDefault();
}
