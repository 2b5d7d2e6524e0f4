// @ts-check
// Searching the index in a browser: reader.py, analysis.py and place_reader.py, function by function. Both must
// give the same results in the same order.

const LONGEST = 100;
const FAINTEST = 8;
const SHORTEST_CORRECTED = 4;
const CLASSES = 256, PLACE_CLASSES = 64;
const DOCUMENTS = 16;
const SHOWN = 50;
const LONGEST_PLACE = 30;
const WHOLE = 1500, BEGINNING = 400, BELOW = 1500;
const MARKS = /[\u0300-\u036f'’‘ʼ`]/g;
const RUN = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]+|[a-z0-9]+/gu;
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

/** @param {string} term */
function termFile(term) {
  const first = term.replace(/^[=@]+/, "");
  if (isHan(first)) return `c/${point(first) % CLASSES}`;
  return term.includes(" ") && term[0] !== "=" ? `s/${first[0]}` : `w/${first[0]}`;
}

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
    this.names = Object.fromEntries(Object.entries(names).map(([kind, listed]) => [kind, new Set(listed.split(" "))]));
    /** @type {Map<string, any>} */
    this.loaded = new Map();
    this.fetched = fetched;
  }

  /** Loads files at once; `file` has them then. @param {Iterable<string>} files */
  async load(files) {
    await Promise.all(unique(files).map(async (name) => {
      const [folder, rest = ""] = name.split("/");
      if (!this.loaded.has(name) && under(this.names, folder)?.has(rest)) this.loaded.set(name, await this.fetched(name));
    }));
  }

  /** @param {string} name */
  file(name) {
    return this.loaded.get(name) ?? {};
  }

  /** @param {string} query @param {number} limit @returns {Promise<Row[]>} */
  async search(query, limit) {
    const written = normalise(query).match(RUN) ?? [];
    await this.load(written.flatMap((run) => (isHan(run) ? [...run] : [stem(run)]).map(termFile)));
    const runs = written.map((run) => this.folded(run));
    await this.load(runs.filter(isHan).flatMap((run) => [...run].map(termFile)));
    const scores = await this.documents(runs);
    const best = Math.max(0, ...scores.values());
    const kept = [...scores].filter(([, score]) => score * FAINTEST >= best)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    await this.load(kept.map(([number]) => `d/${Math.floor(number / DOCUMENTS)}`));
    /** @type {Row[]} */
    const rows = kept.map(([number, score]) => [...this.file(`d/${Math.floor(number / DOCUMENTS)}`)[number % DOCUMENTS], score]);
    return [...rows, ...(await this.places(runs))].sort((a, b) => b[5] - a[5]).slice(0, limit);
  }

  /** Its sounds, or `=` and its simplified form, or nothing. @param {string} character */
  known(character) {
    for (const [, found, said] of (this.file(termFile(character))[""] ?? "").matchAll(KNOWN)) if (found === character) return said;
    return "";
  }

  /** @param {string} run */
  folded(run) {
    if (!isHan(run)) return run;
    return [...run].map((character) => {
      const said = this.known(character);
      return said[0] === "=" ? said.slice(1) : character;
    }).join("");
  }

  /** @param {string[]} runs @returns {Promise<Map<number, number>>} */
  async documents(runs) {
    const han = unique(runs.filter(isHan)), latin = unique(runs.filter((run) => !isHan(run)));
    const whole = runs.length ? ["=" + runs.map((run) => (isHan(run) ? run : stem(run))).join(" ")] : [];
    const terms = unique([...whole, ...this.grams(han), ...(await this.words(latin)), ...(await this.typed(runs))]);
    await this.load(terms.map(termFile));
    /** @type {Map<number, number>} */
    const scores = new Map();
    /** @param {string} term @param {boolean} all */
    const add = (term, all) => {
      const flat = under(this.file(termFile(term)), term) ?? [];
      for (let i = 0; i < flat.length; i += 2) {
        if (all || scores.has(flat[i])) scores.set(flat[i], (scores.get(flat[i]) ?? 0) + flat[i + 1]);
      }
    };
    for (const term of terms) add(term, true);
    const alone = !latin.length && han.every((run) => [...run].length === 1);
    for (const character of unique(han.join(""))) add(character, alone);
    return scores;
  }

  /** Grams of Chinese; one that no record has is taken for a slip. @param {string[]} runs */
  grams(runs) {
    const terms = [];
    for (const run of runs) {
      const characters = [...run];
      for (let i = 1; i < characters.length; i++) {
        const [first, second] = [characters[i - 1], characters[i]];
        if (under(this.file(termFile(first)), first + second)) {
          terms.push(first + second);
          continue;
        }
        terms.push(`${first}_${second}`);
        for (const a of this.known(first).split(" ")) {
          for (const b of this.known(second).split(" ")) if (a && b) terms.push(`${a} ${b}`);
        }
      }
      for (let i = 2; i < characters.length; i++) terms.push(`${characters[i - 2]}_${characters[i]}`);
    }
    return terms;
  }

  /** Stems of Latin words, and of the words that an unknown one may have meant. @param {string[]} words */
  async words(words) {
    const terms = [];
    for (const typed of words.map(stem)) {
      terms.push(typed);
      if (typed.length < SHORTEST_CORRECTED || under(this.file(termFile(typed)), typed)) continue;
      const variants = [typed, ...[...typed].map((_, i) => typed.slice(0, i) + typed.slice(i + 1))];
      await this.load(variants.map((variant) => `v/${variant[0]}`));
      for (const variant of variants) {
        const meant = under(this.file(`v/${variant[0]}`), variant) ?? "";
        for (const word of meant.split(" ")) if (word && oneSlipApart(typed, word)) terms.push(word);
      }
    }
    return terms;
  }

  /** Latin words as initials or as pinyin, whatever spaces are between them. @param {string[]} runs */
  async typed(runs) {
    const terms = [];
    if (!this.names.syllables) return [];
    for (const letters of runs.map((run) => (isHan(run) ? " " : run)).join("").split(" ")) {
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
    if (!typed.length || typed.length > LONGEST_PLACE) return [];
    /** @type {Map<string, Row>} */
    const found = new Map();
    /** @param {string[]} name @param {string[]} region */
    const match = async (name, region) => {
      for (const [code, score, entry] of await this.placesCalled(name, region.join(""))) {
        if ((found.get(code)?.[5] ?? 0) < score * size) found.set(code, ["place", code, entry[0], `places/${code}/`, entry[1], score * size]);
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

/** What searches the release at `root`: `words` of a language and `search`.
 * @param {URL} root */
export async function open(root) {
  /** @param {string} path @param {AbortSignal} [signal] @param {RequestCache} [cache] */
  const fetched = async (path, signal, cache) => {
    const response = await fetch(new URL(`search/${path}`, root), { signal, cache });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response.json();
  };
  const current = await fetched("current.json", undefined, "no-cache");
  /** @type {Record<string, Index>} */
  const indexes = {};
  return {
    languages: Object.keys(current.languages),
    /** @param {string} lang */
    words: (lang) => current.languages[lang].words,
    /** The best results in `lang`, in another language if there are none.
     * @param {string} query @param {string} lang @param {number} limit @param {AbortSignal} [signal] @returns {Promise<Found[]>} */
    async search(query, lang, limit, signal) {
      for (const language of [lang, ...Object.keys(current.languages).filter((other) => other !== lang)]) {
        indexes[language] ??= new Index(async () => ({}), current.languages[language].files);
        indexes[language].fetched = (name) => fetched(`${current.hash}/${language}/${name}.json`, signal);
        const rows = await indexes[language].search(query, limit);
        if (rows.length) {
          return rows.map(([kind, id, title, address, line, score]) => ({ kind, id, title, url: `${language}/${address}`, line, score, lang: language }));
        }
      }
      return [];
    },
  };
}
