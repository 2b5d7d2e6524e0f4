// The list as a picture, for browsers whose only way to keep or send anything is to press a picture for long.
// @ts-check

/** @typedef {import("./checklist.js").List} List */

const WIDTH = 720;
const EDGE = 40;
const FONT = getComputedStyle(document.body).fontFamily;
// Old phones draw no canvas higher than this.
const HIGHEST = 4096;

/**
 * A PNG in a data address: WeChat saves no other kind.
 * @param {List} list
 * @param {Set<string>} ready the entries that are ticked off
 */
export function picture(list, ready) {
  const canvas = document.createElement("canvas");
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let size = 30;
  let lines = laidOut(context, list, ready, size);
  while (height(lines) > HIGHEST && size > 16) lines = laidOut(context, list, ready, (size -= 2));
  canvas.width = WIDTH;
  canvas.height = height(lines);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, WIDTH, canvas.height);
  context.textBaseline = "top";
  const rtl = document.documentElement.dir === "rtl";
  context.textAlign = rtl ? "right" : "left";
  context.direction = rtl ? "rtl" : "ltr";
  let top = EDGE;
  for (const line of lines) {
    top += line.before;
    context.font = line.font;
    context.fillStyle = line.colour;
    const at = EDGE + line.indent;
    const side = (/** @type {number} */ x) => (rtl ? WIDTH - x : x);
    if (line.mark) context.fillText(line.mark, side(EDGE), top);
    context.fillText(line.text, side(at), top);
    top += line.height;
  }
  return canvas.toDataURL("image/png");
}

/** @typedef {{text: string, font: string, colour: string, height: number, before: number, indent: number, mark: string}} Line */

/** @param {Line[]} lines */
const height = (lines) => Math.ceil(lines.reduce((sum, line) => sum + line.before + line.height, 2 * EDGE));

/** @param {CanvasRenderingContext2D} context @param {List} list @param {Set<string>} ready @param {number} size of type in pixels */
function laidOut(context, list, ready, size) {
  /** @type {Line[]} */
  const lines = [];
  const add = (/** @type {string} */ text, { scale = 1, weight = 400, colour = "#211d18", before = 0, indent = 0, mark = "" }) => {
    const font = `${weight} ${Math.round(size * scale)}px ${FONT}`;
    context.font = font;
    for (const [at, line] of wrapped(context, text, WIDTH - 2 * EDGE - indent).entries()) {
      lines.push({ text: line, font, colour, height: size * scale * 1.45, before: at ? 0 : before, indent, mark: at ? "" : mark });
    }
  };
  add(list.title, { scale: 1.5, weight: 700, colour: "#14524a" });
  for (const { title, items, numbered } of list.parts) {
    add(title, { scale: 1.1, weight: 700, colour: "#14524a", before: size * 0.7 });
    for (const [at, { text, more, key }] of items.entries()) {
      const mark = key ? (ready.has(key) ? "☑" : "☐") : numbered ? `${at + 1}.` : "·";
      add(text, { before: size * 0.2, indent: size * 1.5, mark });
      if (more) add(more, { scale: 0.86, colour: "#5c544a", indent: size * 1.5 });
    }
  }
  for (const [at, line] of list.last.entries()) add(line, { scale: 0.8, colour: "#5c544a", before: at ? 0 : size });
  return lines;
}

/** Lines no wider than ``width``: broken between Chinese characters and Latin words. @param {CanvasRenderingContext2D} context
 * @param {string} text @param {number} width */
function wrapped(context, text, width) {
  const pieces = text.match(/[（“‘《「]*[\u2e80-\uffef][，。、；：？！”’）》」]*|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [];
  const lines = [""];
  for (const piece of pieces) {
    for (const part of context.measureText(piece).width > width ? piece : [piece]) {
      if (lines[lines.length - 1] && context.measureText(lines[lines.length - 1] + part).width > width) lines.push("");
      lines[lines.length - 1] += part;
    }
  }
  return lines;
}
