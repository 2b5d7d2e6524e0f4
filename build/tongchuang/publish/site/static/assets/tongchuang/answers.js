// The personal checklist: answers chosen on the phone leave only the entries that they call for.
// The answers stand in the address's fragment (#ground=rented&who=self), which no browser sends.
// @ts-check

const section = /** @type {HTMLElement | null} */ (document.querySelector(".questions"));
if (section) start(section);

/** @param {HTMLElement} section */
function start(section) {
  const questions = [...section.querySelectorAll("fieldset")];
  for (const question of questions) offer(question);
  const reset = document.createElement("button");
  reset.type = "button";
  reset.className = "reset";
  reset.textContent = section.dataset.reset ?? "";
  const status = document.createElement("p");
  status.className = "status";
  status.setAttribute("role", "status");
  section.append(reset, status);
  for (const text of section.querySelectorAll("p.plain-only")) text.setAttribute("hidden", "");
  for (const text of section.querySelectorAll("p.script-only")) text.removeAttribute("hidden");

  restore(questions);
  show(section);
  section.addEventListener("change", () => {
    remember();
    show(section);
  });
  reset.addEventListener("click", () => {
    for (const radio of chosen()) radio.checked = false;
    remember();
    show(section);
  });
  addEventListener("hashchange", () => {
    if (!location.hash.includes("=")) return;
    restore(questions);
    show(section);
  });
}

/** Turns a question's list of options into radio buttons. @param {HTMLFieldSetElement} question */
function offer(question) {
  for (const item of question.querySelectorAll("li")) {
    const label = document.createElement("label");
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = question.dataset.question ?? "";
    radio.value = item.dataset.option ?? "";
    const words = document.createElement("span");
    words.append(...item.childNodes);
    label.append(radio, words);
    item.replaceChildren(label);
  }
}

/** @returns {HTMLInputElement[]} */
function chosen() {
  return [...document.querySelectorAll(".questions input:checked")].map((e) => /** @type {HTMLInputElement} */ (e));
}

function remember() {
  const answers = new URLSearchParams(chosen().map((radio) => [radio.name, radio.value]));
  const fragment = String(answers) && `#${answers}`;
  history.replaceState(null, "", location.pathname + location.search + fragment);
}

/** @param {HTMLFieldSetElement[]} questions */
function restore(questions) {
  const answers = new URLSearchParams(location.hash.slice(1));
  for (const question of questions) {
    for (const radio of question.querySelectorAll("input")) {
      radio.checked = radio.value === answers.get(radio.name);
    }
  }
}

/** Hides what the answers rule out, and says how much is left. @param {HTMLElement} section */
function show(section) {
  const given = answers();
  for (const element of document.querySelectorAll("[data-when]")) {
    const part = /** @type {HTMLElement} */ (element);
    part.hidden = !applies(part.dataset.when ?? "", given);
  }
  const entries = [...document.querySelectorAll("[data-entry]")];
  const left = entries.filter((entry) => !entry.closest("[hidden]"));
  const words = (given.size ? section.dataset.some : section.dataset.all) ?? "";
  const status = section.querySelector(".status");
  if (status) {
    status.textContent = words.replace("{n}", String(left.length)).replace("{all}", String(entries.length));
  }
  /** @type {HTMLButtonElement | null} */ (section.querySelector(".reset"))?.toggleAttribute("hidden", !given.size);
  dispatchEvent(new Event("answered"));
}

/** The answers given: option ids by question id. */
export function answers() {
  return new Map(chosen().map((radio) => [radio.name, radio.value]));
}

/**
 * Whether an entry applies: of every question it names, the answer is one of its options or not given yet.
 * @param {string} condition for instance "ground=work|study&who=self"
 * @param {Map<string, string>} answers
 */
function applies(condition, answers) {
  if (!condition) return true;
  return condition.split("&").every((part) => {
    const [question, options] = part.split("=");
    const answer = answers.get(question);
    return answer === undefined || options.split("|").includes(answer);
  });
}
