// What the staff of a window read: the matter, the answers and what has been brought, in large Chinese from any language.
// @ts-check

/**
 * @param {Map<string, string>} answers
 * @param {Set<string>} ready the papers that are ticked off
 */
export function show(answers, ready) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector("#checklist template"));
  const dialog = /** @type {HTMLDialogElement} */ (template.content.cloneNode(true).firstElementChild);
  const questions = [...document.querySelectorAll("[data-question]")].filter((e) => answers.has(name(e, "question")));
  const papers = [...document.querySelectorAll("[data-entry] strong")].filter((e) => !e.closest("[hidden]"));
  const brought = (/** @type {Element} */ paper) => ready.has(name(/** @type {Element} */ (paper.closest("[data-entry]")), "entry"));
  fill(dialog, "answers", questions.map((question) => {
    const option = question.querySelector(`[data-option="${answers.get(name(question, "question"))}"]`);
    return `${chinese(question.querySelector("legend"))} ${chinese(option)}`;
  }));
  fill(dialog, "have", papers.filter(brought).map(chinese));
  fill(dialog, "lack", papers.filter((paper) => !brought(paper)).map(chinese));
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const button = /** @type {HTMLElement} */ (dialog.querySelector("button"));
  const close = () => {
    dialog.remove();
    removeEventListener("keydown", keep, true);
    before?.focus();
  };
  /** Where the browser knows no dialogs: the one button keeps the focus. @param {KeyboardEvent} event */
  const keep = (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Tab") event.preventDefault();
  };
  button.addEventListener("click", close);
  dialog.addEventListener("close", close);
  document.body.append(dialog);
  if (dialog.showModal) return dialog.showModal();
  dialog.setAttribute("open", "");
  dialog.setAttribute("role", "dialog");
  dialog.setAttribute("aria-modal", "true");
  addEventListener("keydown", keep, true);
  button.focus();
}

/** A part of the dialog; it goes where there is nothing to say. @param {Element} dialog @param {string} part @param {string[]} lines */
function fill(dialog, part, lines) {
  const section = /** @type {Element} */ (dialog.querySelector(`.${part}`));
  if (!lines.length) return section.remove();
  for (const line of lines) section.querySelector("ul")?.append(Object.assign(document.createElement("li"), { textContent: line }));
}

/** @param {Element} element @param {string} key */
const name = (element, key) => /** @type {HTMLElement} */ (element).dataset[key] ?? "";

/** The words as they stand on the Chinese page. @param {Element | null} element */
const chinese = (element) => element?.getAttribute("data-zh") ?? element?.textContent?.trim() ?? "";
