// Shows what holds only between two days on these days alone; either may be open. The day is that of China, by the
// phone's clock; without a script everything is shown with its days.
// @ts-check

const today = new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);

/** @param {ParentNode} within */
export function date(within) {
  for (const element of within.querySelectorAll("[data-from], [data-until]")) {
    const { from = "", until = "" } = /** @type {HTMLElement} */ (element).dataset;
    element.toggleAttribute("hidden", today < from || (until !== "" && today > until));
  }
}

date(document);
