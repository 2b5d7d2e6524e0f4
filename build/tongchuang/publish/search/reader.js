// @ts-check
// Searching the index in a browser: reader.py, analysis.py and place_reader.py, function by function. Both must
// give the same results in the same order.

const LONGEST = 100;
const FAINTEST = 3;
const SHORTEST_CORRECTED = 4;
const CLASSES = { c: 2048, k: 256, s: 256, w: 512, v: 128 }, PLACE_CLASSES = 256;
const DOCUMENTS = 4;
const LETTERS = 3;
const DIGITS = "!#$%&'()*+,-./:;<>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^`{|}~";
const TOLD = 5;
const FILLERS = "我你您他她它俺咱们的了吗呢吧啊呀嘛啦哦呗么怎咋啥什哪这那";
const SHOWN = 50;
const LONGEST_PLACE = 30, LONGEST_HAN_PLACE = 12;
const WHOLE = 600, BEGINNING = 160, BELOW = 600;
const MARKS = /[\u0300-\u036f'’‘ʼ`]/g;
const RUN = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]+|[a-z0-9]+/gu;
const BETWEEN = new RegExp(`[^${FILLERS}]+`, "gu");
const ENTRY = /([a-z0-9 =@_\u3007-\u{3ffff}]*)([^a-z0-9 =@_\u3007-\u{3ffff}]+)/gu;
const KNOWN = /(.)(=.|[a-z ]+)/gu;

/**
 * @typedef {{kind: string, id: string, title: string, url: string, line: string, score: number, lang: string}} Found
 * @typedef {[kind: string, id: string, title: string, address: string, line: string, score: number]} Row
 * @typedef {(name: string) => Promise<any>} Files
 * @typedef {Record<string, string[]>} Lists
 * @typedef {{keys: [string, number, string][], places: Lists, above: Lists, split: number[]}} Node
 */

/** @param {string} text */
export const normalise = (text) =>
  [...text.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("").normalize("NFKD").toLowerCase().replace(MARKS, "");

/** @param {string} text */
const isHan = (text) => text[0] > "z";
/** @param {string} text */
const point = (text) => text.codePointAt(0) ?? 0;
/** What a table from the index holds under a key; the names of Object's own methods are words like any other.
 * @param {any} table @param {string} key */
const under = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);
/** @template T @param {Iterable<T>} items */
const unique = (items) => [...new Set(items)];

/** The runs, those of Chinese cut at fillers. @param {string[]} runs */
const cut = (runs) => runs.flatMap((run) => (isHan(run) ? run.match(BETWEEN) ?? [] : [run]));

/** @param {string} word */
export function stem(word) {
  if (word.endsWith("ies") && word.length > 4) word = word.slice(0, -3) + "y";
  else if (/[^sui]s$/.test(word) && word.length > 3) word = word.slice(0, -1);
  for (const [ending, shortest] of /** @type {[string, number][]} */ ([["ing", 6], ["ed", 5], ["ment", 8]])) {
    if (word.endsWith(ending) && word.length >= shortest) {
      word = word.slice(0, -ending.length);
      break;
    }
  }
  if (word.length > 4 && /[ey]$/.test(word)) word = word.slice(0, -1);
  return word.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}

/** @param {string} sound */
const plain = (sound) => sound.replace(/([zcs])h/g, "$1").replaceAll("ng", "n").replaceAll("v", "u");

/** @param {string} typed @param {string} word */
function oneSlipApart(typed, word) {
  while (typed && typed[0] === word[0]) [typed, word] = [typed.slice(1), word.slice(1)];
  while (typed && typed.at(-1) === word.at(-1)) [typed, word] = [typed.slice(0, -1), word.slice(0, -1)];
  if (Math.max(typed.length, word.length) <= 1) return true;
  return typed.length === 2 && word === typed[1] + typed[0];
}

/** The file of a beginning. @param {keyof typeof CLASSES} folder @param {string} beginning */
function fileOf(folder, beginning) {
  let number = 0;
  for (const character of beginning) number = (number * 31 + point(character)) % CLASSES[folder];
  return `${folder}/${number}`;
}

/** The file of a term, its beginning and the rest. @param {string} term @returns {[string, string, string]} */
function termKey(term) {
  const mark = "=@".includes(term[0]) ? term[0] : "", bare = term.slice(mark.length);
  if (isHan(bare)) {
    const [first] = bare;
    return [fileOf("c", first), first, mark + bare.slice(first.length)];
  }
  const [syllable, ...rest] = bare.split(" ");
  if (rest.length && !mark) return [fileOf("s", syllable), syllable, rest.join(" ")];
  return [fileOf("w", bare.slice(0, LETTERS)), bare.slice(0, LETTERS), mark + bare.slice(LETTERS)];
}
/** @param {string} term */
const termFile = (term) => termKey(term)[0];
/** @param {string} character */
const knownFile = (character) => fileOf("k", character);
/** @param {string} word */
const variantFile = (word) => fileOf("v", word.slice(0, LETTERS));
/** @param {number} number */
const documentFile = (number) => `d/${Math.floor(number / DOCUMENTS)}`;

/** The two-syllable sounds of pinyin written together, in every way to divide it.
 * @param {string} letters @param {Set<string>} syllables */
function typedSounds(letters, syllables) {
  const ends = [...letters].map((_, start) =>
    [1, 2, 3, 4, 5, 6].map((n) => start + n).filter((end) => end <= letters.length && syllables.has(letters.slice(start, end))));
  const reached = new Set([0]);
  ends.forEach((found, start) => reached.has(start) && found.forEach((end) => reached.add(end)));
  const last = Math.max(...reached);
  if (letters.length - last > 2) return [];
  const leading = new Set([last]);
  for (let start = last - 1; start >= 0; start--) if (ends[start].some((end) => leading.has(end))) leading.add(start);
  const sounds = [];
  for (let start = 0; start < last; start++) {
    if (!reached.has(start) || !leading.has(start)) continue;
    for (const middle of ends[start]) {
      if (!leading.has(middle) || middle === last) continue;
      for (const end of ends[middle]) {
        if (leading.has(end)) sounds.push(`${plain(letters.slice(start, middle))} ${plain(letters.slice(middle, end))}`);
      }
    }
  }
  return unique(sounds);
}

/** The index of one language. */
class Index {
  /** @param {Files} fetched @param {Record<string, string>} names */
  constructor(fetched, names) {
    this.names = names;
    /** @type {Map<string, any>} */
    this.loaded = new Map();
    /** @type {Map<string, Map<string, string>>} */
    this.entries = new Map();
    this.fetched = fetched;
  }

  /** Whether the index has a file: a digit of `names` tells of five. @param {string} file */
  exists(file) {
    const [folder, number = ""] = file.split("/"), told = under(this.names, folder);
    if (told === undefined || !/^\d+$/.test(number)) return told !== undefined;
    return ((DIGITS.indexOf(told[Math.floor(+number / TOLD)] ?? DIGITS[0]) >> +number % TOLD) & 1) === 1;
  }

  /** Loads files at once; `file` has them then. @param {Iterable<string>} files */
  async load(files) {
    await Promise.all(unique(files).map(async (name) => {
      if (!this.loaded.has(name) && this.exists(name)) this.loaded.set(name, await this.fetched(name));
    }));
  }

  /** @param {string} name */
  file(name) {
    return this.loaded.get(name) ?? {};
  }

  /** @param {string} query @param {number} limit @returns {Promise<Row[]>} */
  async search(query, limit) {
    const runs = await this.folded(normalise(query).match(RUN) ?? []);
    const [scores, places] = await Promise.all([this.documents(cut(runs)), this.places(runs)]);
    const best = Math.max(0, ...scores.values());
    const kept = [...scores].filter(([, score]) => score * FAINTEST >= best)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    await this.load(kept.map(([number]) => documentFile(number)));
    /** @type {Row[]} */
    const rows = kept.map(([number, score]) => [...this.file(documentFile(number))[number % DOCUMENTS], score]);
    return [...rows, ...places].sort((a, b) => b[5] - a[5]).slice(0, limit);
  }

  /** Its sounds, or `=` and its simplified form, or nothing. @param {string} character */
  known(character) {
    const all = this.loaded.get(knownFile(character)) ?? "";
    for (const [, found, said] of all.matchAll(KNOWN)) if (found === character) return said;
    return "";
  }

  /** The runs in simplified characters, with the files of their terms. @param {string[]} runs */
  async folded(runs) {
    const characters = runs.filter(isHan).flatMap((run) => [...run]).filter((character) => !FILLERS.includes(character));
    await this.load([...characters, ...runs.filter((run) => !isHan(run)).map(stem)].map(termFile));
    const strange = new Set(characters.filter((character) => !under(this.file(termFile(character)), character)));
    await this.load([...strange].map(knownFile));
    /** @param {string} character */
    const simplified = (character) => {
      const said = strange.has(character) ? this.known(character) : "";
      return said[0] === "=" ? said.slice(1) : character;
    };
    await this.load([...strange].map((character) => termFile(simplified(character))));
    return runs.map((run) => (isHan(run) ? [...run].map(simplified).join("") : run));
  }

  /** @param {string} query */
  async placesNamed(query) {
    return this.places(await this.folded(normalise(query).match(RUN) ?? []));
  }

  /** What a term has in the index: digits, one for a stop word. @param {string} term @returns {string | undefined} */
  digits(term) {
    const [file, beginning, rest] = termKey(term), key = `${file} ${beginning}`;
    let entries = this.entries.get(key);
    if (!entries) {
      entries = new Map([...(under(this.file(file), beginning) ?? "").matchAll(ENTRY)].map(([, rest, digits]) => [rest, digits]));
      if (this.loaded.has(file)) this.entries.set(key, entries);
    }
    return entries.get(rest);
  }

  /** @param {string[]} pieces @returns {Promise<Map<number, number>>} */
  async documents(pieces) {
    const han = unique(pieces.filter(isHan)), latin = unique(pieces.filter((piece) => !isHan(piece)));
    const whole = pieces.length ? ["=" + pieces.map((piece) => (isHan(piece) ? piece : stem(piece))).join(" ")] : [];
    const [grams, words, typed] = await Promise.all([this.grams(han), this.words(latin), this.typed(pieces)]);
    const terms = unique([...whole, ...grams, ...words, ...typed]);
    await this.load(terms.map(termFile));
    /** @type {Map<number, number>} */
    const scores = new Map();
    /** @param {string} term @param {boolean} all */
    const add = (term, all) => {
      const digits = [...(this.digits(term) ?? "")].map((digit) => DIGITS.indexOf(digit));
      for (let i = 0; i + 2 < digits.length; i += 3) {
        const number = digits[i] * DIGITS.length + digits[i + 1];
        if (all || scores.has(number)) scores.set(number, (scores.get(number) ?? 0) + digits[i + 2] ** 2);
      }
    };
    for (const term of terms) add(term, true);
    const alone = !latin.length && han.every((piece) => [...piece].length === 1);
    for (const character of unique(han.join(""))) add(character, alone);
    return scores;
  }

  /** Grams of Chinese. A wrong character makes the two pairs around it unknown, one at the end of its piece.
   * @param {string[]} pieces */
  async grams(pieces) {
    const terms = [], slips = [];
    for (const piece of pieces) {
      const characters = [...piece];
      const pairs = characters.slice(1).map((second, i) => characters[i] + second);
      const known = pairs.map((pair) => this.digits(pair) !== undefined);
      terms.push(...pairs.filter((_, i) => known[i]));
      for (let start = 0, end; start < pairs.length; start = end) {
        for (end = start + 1; end < pairs.length && known[end] === known[start];) end++;
        const alone = end - start === 1 && (start === 0 || end === pairs.length);
        if (!known[start] && (alone || end - start === 2)) slips.push(...pairs.slice(start, end).map((pair) => [...pair]));
      }
      for (let i = 2; i < characters.length; i++) terms.push(`${characters[i - 2]}_${characters[i]}`);
    }
    await this.load(slips.flat().map(knownFile));
    for (const [first, second] of slips) {
      terms.push(`${first}_${second}`);
      for (const a of this.known(first).split(" ")) {
        for (const b of this.known(second).split(" ")) if (a && b) terms.push(`${a} ${b}`);
      }
    }
    return terms;
  }

  /** Stems of Latin words, neighbours, and the words that an unknown one may have meant. @param {string[]} words */
  async words(words) {
    const stems = words.map(stem).filter((word) => this.digits(word)?.length !== 1);
    const terms = stems.slice(1).map((second, i) => `${stems[i]}_${second}`);
    for (const typed of stems) {
      terms.push(typed);
      if (typed.length < SHORTEST_CORRECTED || this.digits(typed) !== undefined) continue;
      const variants = [typed, ...[...typed].map((_, i) => typed.slice(0, i) + typed.slice(i + 1))];
      await this.load(variants.map(variantFile));
      for (const variant of variants) {
        const meant = under(this.file(variantFile(variant)), variant) ?? "";
        for (const word of meant.split(" ")) if (word && oneSlipApart(typed, word)) terms.push(word);
      }
    }
    return terms;
  }

  /** Latin words as initials or as pinyin, whatever spaces are between them. @param {string[]} pieces */
  async typed(pieces) {
    const terms = [];
    if (this.names.syllables === undefined) return [];
    for (const letters of pieces.map((run) => (isHan(run) ? " " : run)).join("").split(" ")) {
      if (!/^[a-z]+$/.test(letters)) continue;
      await this.load(["syllables"]);
      terms.push(`@${letters}`, ...typedSounds(letters, new Set(this.file("syllables").split(" "))));
    }
    return terms;
  }

  /** Places whose name begins so, alone or with the region above. @param {string[]} runs @returns {Promise<Row[]>} */
  async places(runs) {
    const typed = [...plain(runs.join(""))];
    const size = runs.reduce((sum, run) => sum + (isHan(run) ? [...run].length - 1 : 1), 0) || 1;
    if (!typed.length || typed.length > (runs.some(isHan) ? LONGEST_HAN_PLACE : LONGEST_PLACE)) return [];
    /** @type {Map<string, Row>} */
    const found = new Map();
    /** @param {string[]} name @param {string[]} region */
    const match = async (name, region) => {
      for (const [code, score, entry] of await this.placesCalled(name, region.join(""))) {
        if ((found.get(code)?.[5] ?? 0) < score * size) found.set(code, [entry[2] ? "region" : "place", code, entry[0], entry[2] ?? `places/${code}/`, entry[1], score * size]);
      }
    };
    await match(typed, []);
    for (let cut = 2; cut < typed.length - 1; cut++) {
      const [head, tail] = [typed.slice(0, cut), typed.slice(cut)];
      const { keys } = await this.node(head);
      const text = head.join("");
      if (keys.some(([key, bare]) => key.startsWith(text) && (cut === [...key].length || cut === bare))) {
        await match(tail, head);
        await match(head, tail);
      }
    }
    return [...found.values()].sort((a, b) => b[5] - a[5] || a[1].length - b[1].length || (a[1] < b[1] ? -1 : 1)).slice(0, SHOWN);
  }

  /** @param {string[]} name @param {string} region @returns {Promise<[code: string, score: number, entry: string[]][]>} */
  async placesCalled(name, region) {
    const { keys, places, above } = await this.node(name);
    const text = name.join("");
    return keys
      .filter(([key, , code]) => key.startsWith(text) && (!region || parents(code).some((parent) => above[parent]?.some((key) => key.startsWith(region)))))
      .map(([key, bare, code]) => [code, ([[...key].length, bare].includes(name.length) ? WHOLE : BEGINNING) + (region ? BELOW : 0), places[code]]);
  }

  /** @param {string[]} text
   * @returns {Promise<Node>} */
  async node(text) {
    const none = { keys: [], places: {}, above: {}, split: [] };
    let name = "p/", node = { ...none, split: [point(text[0]) % PLACE_CLASSES] };
    for (let depth = 0; depth < text.length && node.split.length; depth++) {
      if (!node.split.includes(point(text[depth]) % PLACE_CLASSES)) return none;
      name += `${depth ? "-" : ""}${point(text[depth]) % PLACE_CLASSES}`;
      await this.load([name]);
      node = this.loaded.get(name) ?? none;
    }
    return node;
  }
}

/** @param {string} code */
const parents = (code) => [code.slice(0, 9), code.slice(0, 6), `${code.slice(0, 4)}00`]
  .filter((parent) => parent.length < code.length || (parent !== code && code.length === 6));

/** What searches the index that this file lies beside: `words` of a language and `search`.
 * @param {{languages: Record<string, {files: Record<string, string>, words: any}>}} current */
export async function open(current) {
  /** @param {string} path @param {AbortSignal} [signal] */
  const fetched = async (path, signal) => {
    const response = await fetch(new URL(path, import.meta.url), { signal });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response.json();
  };
  /** @type {Record<string, Index>} */
  const indexes = {};
  /** @param {string} language @param {AbortSignal} [signal] */
  const index = (language, signal) => {
    const found = (indexes[language] ??= new Index(async () => ({}), current.languages[language].files));
    found.fetched = (name) => fetched(`${language}/${name}.json`, signal);
    return found;
  };
  /** @param {Row[]} rows @param {string} lang @returns {Found[]} */
  const results = (rows, lang) =>
    rows.map(([kind, id, title, address, line, score]) => ({ kind, id, title, url: `${lang}/${address}`, line, score, lang }));
  return {
    languages: Object.keys(current.languages),
    /** @param {string} lang */
    words: (lang) => current.languages[lang].words,
    /** The best results in `lang`, in another language if there are none.
     * @param {string} query @param {string} lang @param {number} limit @param {AbortSignal} [signal] @returns {Promise<Found[]>} */
    async search(query, lang, limit, signal) {
      for (const language of [lang, ...Object.keys(current.languages).filter((other) => other !== lang)]) {
        const rows = await index(language, signal).search(query, limit).catch((problem) => {
          // Without network a phone may have one language only.
          if (language === lang || signal?.aborted) throw problem;
          return [];
        });
        if (rows.length) return results(rows, language);
      }
      return [];
    },
    /** Places, and regions without any, whose name in `lang` begins so.
     * @param {string} query @param {string} lang @param {AbortSignal} [signal] @returns {Promise<Found[]>} */
    async places(query, lang, signal) {
      return results(await index(lang, signal).placesNamed(query), lang);
    },
  };
}
