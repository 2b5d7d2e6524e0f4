// The root page leads on to the reader's language: the first that the phone asks for and the page offers.
// @ts-check
{
  const wanted = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]);
  const choose = () => {
    const offered = [...document.querySelectorAll("main a[hreflang]")];
    const language = (/** @type {Element} */ link) => (link.getAttribute("hreflang") ?? "").split("-")[0];
    const found = wanted.map((tag) => offered.find((link) => language(link) === tag)).find(Boolean) ?? offered[0];
    location.replace(/** @type {HTMLAnchorElement} */ (found).href);
  };
  document.addEventListener("DOMContentLoaded", choose);
}
