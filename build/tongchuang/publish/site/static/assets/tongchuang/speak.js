// Reading aloud, where the browser has a voice for the page's language, to whoever reads with difficulty.
// @ts-check

const DIGITS = "零幺二三四五六七八九";
// Hotlines and telephone numbers: not sums of money.
const NUMBER = /\b(?:0\d{2,3}-?\d{7,8}|1\d{10}|1[012]\d{3}|9[56]\d{3}|1(?:10|19|20|22))\b(?!\s*(?:元|yuan))/g;
const lang = document.documentElement.lang.split("-")[0];
const button = /** @type {HTMLButtonElement} */ (document.querySelector("[data-speak]"));
const label = /** @type {HTMLElement} */ (button.querySelector("span"));
const start = label.textContent;

addEventListener("pagehide", stop);

/** Reads, or stops reading. @param {string[]} texts */
export function toggle(texts) {
  if (button.getAttribute("aria-pressed") === "true") stop();
  else say(texts);
}

/** A voice of the page's language; of Chinese ones, Mandarin before others. */
function voice() {
  const voices = speechSynthesis.getVoices().filter((one) => one.lang.toLowerCase().startsWith(lang));
  return voices.find((one) => /^zh[-_](?:cn|hans)/i.test(one.lang)) ?? voices[0];
}

/** Piece by piece: some browsers break off what is long. @param {string[]} texts */
function say(texts) {
  speechSynthesis.cancel();
  press(true);
  texts.filter(Boolean).forEach((text, at, all) => {
    const words = new SpeechSynthesisUtterance(text.replace(NUMBER, digits));
    words.voice = voice();
    words.lang = words.voice.lang;
    words.rate = 0.9;
    if (at === all.length - 1) words.onend = () => press(false);
    speechSynthesis.speak(words);
  });
}

function stop() {
  speechSynthesis.cancel();
  press(false);
}

/** @param {boolean} on */
function press(on) {
  button.setAttribute("aria-pressed", String(on));
  label.textContent = (on ? button.dataset.speak : start) ?? "";
}

/** A number digit by digit; in Chinese one is then called yao. @param {string} number */
function digits(number) {
  const found = [...number].filter((digit) => digit !== "-");
  return lang === "zh" ? found.map((digit) => DIGITS[Number(digit)]).join("") : ` ${found.join(" ")} `;
}
