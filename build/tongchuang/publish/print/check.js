// @ts-check
// Says whether the edition in the address (?e=) is a current one. The editions are fetched afresh: from a
// cache or without a network nothing may be called up to date.

/** @param {string} answer */
function show(answer) {
  for (const element of document.querySelectorAll(`[data-answer="${answer}"]`)) {
    element.removeAttribute("hidden");
  }
}

const edition = new URLSearchParams(location.search).get("e");
if (edition) {
  fetch("editions.json", { cache: "no-store" })
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .then((editions) => show(editions.includes(edition) ? "current" : "outdated"))
    .catch(() => show("unchecked"));
}
