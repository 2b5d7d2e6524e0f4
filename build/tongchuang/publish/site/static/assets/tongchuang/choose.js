// On the page of a place: a button that makes it the reader's window.
// @ts-check
import { choose, keeps, mine, page } from "./window.js";

const place = /** @type {HTMLElement | null} */ (document.querySelector(".choose"));
const card = document.getElementById("card");
if (place && card && keeps()) show(place, card);

/** @param {HTMLElement} place @param {HTMLElement} card */
function show(place, card) {
  if (mine()?.code === card.dataset.code) {
    // The regions above it, or its name, may have changed since.
    choose(card);
    const link = document.createElement("a");
    link.href = place.dataset.way ?? page(card.dataset.code ?? "");
    link.textContent = place.dataset.chosen ?? "";
    place.replaceChildren(link);
    return;
  }
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = place.dataset.choose ?? "";
  button.addEventListener("click", () => {
    choose(card);
    show(place, card);
    place.querySelector("a")?.focus();
  });
  place.replaceChildren(button);
}
