// Which door: links lead straight to the doors of the region that the reader's own window lies in.
// @ts-check
import { mine } from "./window.js";

const offer = /** @type {HTMLElement | null} */ (document.querySelector("[data-doors]"));
const known = (offer?.dataset.doors ?? "").split(" ");
const region = [...(mine()?.chain ?? [])].reverse().find((code) => known.includes(code));
if (offer && region) {
  for (const link of document.querySelectorAll("a[data-door]")) {
    /** @type {HTMLAnchorElement} */ (link).href += `${region}/`;
  }
  offer.hidden = false;
}
