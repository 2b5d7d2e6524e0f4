// Hides what holds only between two days once it is over, and what is urgent until it begins. The day is that of China,
// by the phone's clock; without a script everything is shown with its days.
// @ts-check

const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
for (const element of document.querySelectorAll("[data-until]")) {
  const { from = "", until = "" } = /** @type {HTMLElement} */ (element).dataset;
  element.toggleAttribute("hidden", today < from || today > until);
}
