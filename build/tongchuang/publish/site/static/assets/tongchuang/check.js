// The page that a sheet's QR opens: whether the edition in the address (?e=) is a current one. The editions are fetched
// afresh: from a cache or without a network nothing may be called up to date.
// @ts-check

const edition = new URLSearchParams(location.search).get("e");
if (edition && !document.querySelector("[data-answer=ended]")) void check(edition);

/** @param {string} edition */
async function check(edition) {
  for (const told of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-edition]"))) {
    told.textContent = (told.dataset.edition ?? "").replace("{edition}", edition);
    told.hidden = false;
  }
  show("checking");
  try {
    const response = await fetch("editions.json", { cache: "no-store", redirect: "error" });
    const editions = await response.json();
    if (!response.ok || !Array.isArray(editions)) throw new Error(`${response.status}`);
    if (editions.includes(edition)) show("current");
    else if (revised(edition)) show("outdated");
    else show("unknown");
  } catch {
    show("unchecked");
  }
}

/** @param {string} answer */
function show(answer) {
  for (const element of document.querySelectorAll("[data-answer]")) {
    element.toggleAttribute("hidden", element.getAttribute("data-answer") !== answer);
  }
}

/**
 * Says in each language what has changed since the revision of an edition (r3-k7qa), and from which day. False for one
 * that there has never been.
 * @param {string} edition
 */
function revised(edition) {
  const [, revision] = /^(r\d+)(?:-[a-z2-7]{4})+$/.exec(edition) ?? [];
  if (!revision) return false;
  return [...document.querySelectorAll("[data-changes]")].every((list) => {
    const lang = list.closest("[lang]")?.getAttribute("lang");
    /** The newest first. @type {HTMLElement[]} */
    const all = [...document.querySelectorAll(`section[lang="${lang}"] [data-revision]`)].map((e) => /** @type {HTMLElement} */ (e));
    const at = all.findIndex((one) => one.dataset.revision === revision);
    if (at < 0 && revision !== "r0") return false;
    const later = all.slice(0, at < 0 ? all.length : at);
    const since = /** @type {HTMLElement} */ (list.previousElementSibling);
    if (later.length) since.textContent = (since.dataset.since ?? "").replace("{date}", later[later.length - 1].dataset.date ?? "");
    list.replaceChildren(...later.map((one) => one.cloneNode(true)));
    return true;
  });
}
