// What every page does: large type, the dark look, and a change of language that keeps the answers in the address.
// @ts-check

const root = document.documentElement;
const place = /** @type {HTMLElement | null} */ (document.querySelector(".looks"));
if (place) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  offer(place, "large", () => root.dataset.size === "large", (on) => choose("size", on ? "large" : ""));
  offer(
    place,
    "dark",
    () => (root.dataset.shade ? root.dataset.shade === "dark" : dark),
    (on) => choose("shade", on === dark ? "" : on ? "dark" : "light"),
  );
}

// Answers stand in the fragment, which is the same in every language.
for (const link of document.querySelectorAll("a[rel=alternate]")) {
  link.addEventListener("click", () => {
    if (location.hash) /** @type {HTMLAnchorElement} */ (link).hash = location.hash;
  });
}

/**
 * A button that stays pressed.
 * @param {HTMLElement} place
 * @param {string} name
 * @param {() => boolean} isOn
 * @param {(on: boolean) => void} set
 */
function offer(place, name, isOn, set) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = place.dataset[name] ?? "";
  button.setAttribute("aria-pressed", String(isOn()));
  button.addEventListener("click", () => {
    set(!isOn());
    button.setAttribute("aria-pressed", String(isOn()));
  });
  place.append(button);
}

/** Sets a look and keeps it on this phone, where that is allowed. @param {string} name @param {string} value */
function choose(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  const { size, shade } = root.dataset;
  try {
    localStorage.setItem("look", JSON.stringify({ size, shade }));
  } catch {
    // A browser that keeps nothing: the look holds for this page.
  }
}
