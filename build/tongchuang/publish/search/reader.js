// @ts-check
// Searching the index in a browser: reader.py, analysis.py, buckets.py and place_reader.py, function by function. Both
// must give the same results in the same order.
//
// All of it reads files as if they were there. What is missing is loaded, many at once, and it is done again.

const LONGEST = 100;
const FAINTEST = 2;
const FEWEST = 3;
const SHORTEST_CORRECTED = 4;
const MOST_WAYS = 8;
const CLASSES = { c: 1024, s: 128, w: 128 };
const PLACE_CLASSES = 256;
const REGION_CLASSES = 512;
const KNOWN = 512;
const DOCUMENTS = 8;
const LETTERS = 3;
const LONGEST_HEARD = 8;
const LONGEST_SLIPPED = 12;
const LEVELS = "ABCDEFGHIJKLMNOPQRS", LAST = "!#$%&'()*+,-./:;<>?TU", MORE = "VWXYZ[]^`{|}~";
const STEP = 3;
const LOWEST = 5;
const TOLD = 5;
const FILLER = /[我你您他她它俺咱们的了吗呢吧啊呀嘛啦哦呗么怎咋啥什哪这那]/;
const SHOWN = 50;
const LONGEST_PLACE = 30;
const LONGEST_HAN_PLACE = 12;
const WHOLE = 600;
const BEGINNING = 160;
const BELOW = 600;
const SHORTEST = 4;
const SHORTEST_HAN = 2;
const MOST_REGIONS = 3;
const COUNTY = 6;
const RUN = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]+|[a-z0-9]+/gu;
const ENTRY = /([a-z0-9 =@_\u3007-\u{3ffff}]*)([^a-z0-9 =@_\u3007-\u{3ffff}]+)/gu;

/**
 * @typedef {{kind: string, id: string, title: string, url: string, line: string, score: number, summary: string}} Row
 * @typedef {Row & {lang: string}} Found
 * @typedef {[code: string, name: string, line: string, page?: string]} Entry
 * @typedef {[number, Record<string, any>] | null} Split
 * @typedef {[form: string, code: string, han: number, latin: number]} Region
 * @typedef {{keys: [string, number, number][], places: Entry[], split: Split}} Node
 * @typedef {[score: number, entry: Entry]} Candidate
 */

/** @param {string} text */
const normalise = (text) =>
  [...text.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("").normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f'’‘ʼ`]/g, "");

/** @param {string} text */
const isHan = (text) => text[0] > "z";
/** @param {string} text */
const point = (text) => text.codePointAt(0) ?? 0;
/** @template T @param {Iterable<T>} items */
const unique = (items) => [...new Set(items)];
/** One of each, in every way, the last changing first. @param {string[][]} choices */
const ways = (choices) => choices.reduce(
  (found, next) => found.flatMap((way) => next.map((choice) => [...way, choice])).slice(0, MOST_WAYS), /** @type {string[][]} */ ([[]]));

/** The runs, those of Chinese cut at fillers. @param {string[]} runs */
const cut = (runs) => runs.flatMap((run) => run.split(FILLER).filter(Boolean));
/** @param {string} piece */
const pairs = (piece) => {
  const characters = [...piece];
  return characters.slice(1).map((second, i) => characters[i] + second);
};

/** @param {string} word */
function stem(word) {
  if (/..ies$/.test(word)) word = word.slice(0, -3) + "y";
  else if (/..[^sui]s$/.test(word)) word = word.slice(0, -1);
  word = word.replace(/^(.{3,})(ing|ed)$|^(.{4,})ment$/, "$1$3").replace(/^(.{4,})[ey]$/, "$1");
  return word.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}

/** @param {string} sound */
const plain = (sound) => sound.replace(/([zcs])h/g, "$1").replace(/ng/g, "n").replace(/v/g, "u");
/** One term for pinyin written together. @param {string} sound */
const heard = (sound) => "=" + plain(sound).replace(/ng+/g, "n");

/** @param {string} typed @param {string} word */
function oneSlipApart(typed, word) {
  while (typed && typed[0] === word[0]) [typed, word] = [typed.slice(1), word.slice(1)];
  while (typed && typed.at(-1) === word.at(-1)) [typed, word] = [typed.slice(0, -1), word.slice(0, -1)];
  return (!typed[1] && !word[1]) || (typed.length === 2 && word === typed[1] + typed[0]);
}

/** @param {string} text @param {number} classes */
const classOf = (text, classes) => [...text].reduce((number, character) => (number * 31 + point(character)) % classes, 0);
/** The file of a beginning, and the beginning. @param {keyof typeof CLASSES} folder @param {string} beginning */
const fileOf = (folder, beginning) => [`${folder}/${classOf(beginning, CLASSES[folder])}`, beginning];

/** The file of a term, its beginning and the rest. @param {string} term */
function termKey(term) {
  const mark = /^[=@]/.test(term) ? term[0] : "", bare = term.slice(mark.length), [syllable, next] = bare.split(" ");
  if (next && !mark && !isHan(bare)) return [...fileOf("s", syllable), next];
  const beginning = isHan(bare) ? [...bare][0] : bare.slice(0, LETTERS);
  const rest = mark === "=" ? classOf(bare, 36 ** 3).toString(36).padStart(3, "0") : bare.slice(beginning.length);
  return [...fileOf(isHan(bare) ? "c" : "w", beginning), mark + rest];
}

/** The two-syllable sounds of pinyin written together, in every way to divide it.
 * @param {string} letters @param {Set<string>} syllables */
function typedSounds(letters, syllables) {
  const all = [...letters], ends = all.map((_, start) =>
    all.map((_, i) => i + 1).filter((end) => end > start && syllables.has(letters.slice(start, end))));
  const reached = new Set([0]);
  ends.forEach((found, start) => reached.has(start) && found.forEach((end) => reached.add(end)));
  const last = Math.max(...reached);
  if (letters.length - last > 2) return [];
  const leading = new Set([last]);
  for (let start = last; start--;) if (ends[start].some((end) => leading.has(end))) leading.add(start);
  /** Where syllables from there end, that others follow to the last. @param {number} start */
  const next = (start) => (ends[start] ?? []).filter((end) => leading.has(end));
  return [...reached].flatMap((start) => next(start).flatMap((middle) =>
    next(middle).map((end) => `${plain(letters.slice(start, middle))} ${plain(letters.slice(middle, end))}`)));
}

/** The index of one language. */
class Index {
  /** @param {Record<string, string>} names */
  constructor(names) {
    this.names = names;
    /** @type {Record<string, any>} */
    this.files = {};
    /** @type {Record<string, Map<string, string>>} */
    this.entries = {};
    /** @type {string[]} */
    this.missing = [];
  }

  /** Whether the index has a file: a digit of `names` tells of five. @param {string} file */
  exists(file) {
    const [folder, number] = file.split("/"), told = this.names[folder];
    if (!(+number >= 0)) return folder in this.names;
    return ((LAST + MORE).indexOf(told?.[Math.floor(+number / TOLD)] ?? "!") >> +number % TOLD) & 1;
  }

  /** A file, or nothing if there is none or not yet. @param {string} name */
  file(name) {
    if (!(name in this.files) && this.exists(name)) this.missing.push(name);
    return this.files[name];
  }

  /** Stops before what can't be known without what is missing. */
  settle() {
    if (this.missing[0]) throw this.missing;
  }

  /** What `parts` find once all that they read is there. @param {(name: string) => Promise<any>} fetched
   * @param {(() => any)[]} parts */
  async read(fetched, ...parts) {
    for (;;) {
      /** @type {string[]} */
      const missing = [];
      const found = parts.map((part) => {
        try {
          return part();
        } catch (problem) {
          if (problem !== this.missing) throw problem;
        } finally {
          missing.push(...this.missing);
          this.missing = [];
        }
      });
      if (!missing[0]) return found;
      await Promise.all(unique(missing).map(async (name) => (this.files[name] = await fetched(name))));
    }
  }

  /** @param {(name: string) => Promise<any>} fetched @param {string} query @param {number} limit @returns {Promise<Row[]>} */
  async search(fetched, query, limit) {
    const [scores, places] = await this.read(fetched, () => this.documents(query), () => this.places(query));
    const ordered = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    const kept = ordered.filter(([, score], i) => i < FEWEST || score * FAINTEST >= ordered[0][1]);
    const [rows] = await this.read(fetched, () => this.rows(kept));
    return [...rows, ...places].sort((a, b) => b.score - a.score).slice(0, limit);
  }

  /** Documents as results. @param {[number, number][]} kept @returns {Row[]} */
  rows(kept) {
    const files = kept.map(([number]) => this.file(`d/${Math.floor(number / DOCUMENTS)}`));
    this.settle();
    return kept.map(([number, score], i) => {
      const [kind, title, url, line, summary = ""] = files[i][number % DOCUMENTS];
      return { kind, id: url.match(/[^/#]+(?=\/?$)/)[0], title, url, line, score, summary };
    });
  }

  /** Its sounds, or its simplified form, or nothing. @param {string} character @returns {string} */
  known(character) {
    return (this.file(`k/${Math.floor(point(character) / KNOWN)}`) ?? "").split(",")[point(character) % KNOWN] ?? "";
  }

  /** @param {string} character */
  sounds(character) {
    return this.known(character).match(/[a-z]+/g) ?? [];
  }

  /** The runs of a query in simplified characters. @param {string} query */
  folded(query) {
    const runs = normalise(query).match(RUN) ?? [], characters = [...runs.filter(isHan).join("")];
    const strange = characters.filter((character) => {
      const [file, beginning] = termKey(character);
      return !FILLER.test(character) && !this.file(file)?.[beginning];
    });
    this.settle();
    /** @param {string} character */
    const simplified = (character) => {
      const said = strange.includes(character) ? this.known(character) : "";
      return isHan(said) ? said : character;
    };
    const found = runs.map((run) => (isHan(run) ? [...run].map(simplified).join("") : run));
    this.settle();
    return found;
  }

  /** What a term has in the index: digits, one for a stop word. @param {string} term @returns {string | undefined} */
  digits(term) {
    // No beginning is as long as the name of a method that every object has.
    const [file, beginning, rest] = termKey(term), key = `${file} ${beginning}`, table = this.file(file);
    if (!table) return;
    const read = () => new Map([...(table[beginning] ?? "").matchAll(ENTRY)].map(([, rest, digits]) => [rest, digits]));
    return (this.entries[key] ??= read()).get(rest);
  }

  /** The sum of impacts by document. @param {string} query */
  documents(query) {
    const runs = this.folded(query), pieces = cut(runs);
    const han = unique(pieces.filter(isHan)), latin = unique(pieces.filter((piece) => !isHan(piece)));
    for (const term of [...han.flatMap(pairs), ...latin.map(stem)]) this.digits(term);
    this.settle();
    const terms = unique(
      [...this.wholes(pieces), ...this.heard(runs), ...this.grams(han), ...this.words(latin), ...this.typed(pieces)]);
    this.settle();
    /** @type {Map<number, number>} */
    const scores = new Map();
    /** @param {string} term @param {boolean} all */
    const add = (term, all) => {
      let number = -1, distance = 0, impact = 0;
      for (const digit of this.digits(term) ?? "") {
        const level = LEVELS.indexOf(digit), last = LAST.indexOf(digit);
        if (level >= 0) impact = (STEP * (LOWEST + level)) ** 2;
        else if (last < 0) distance = distance * MORE.length + MORE.indexOf(digit);
        else {
          number += distance * LAST.length + last + 1;
          distance = 0;
          if (all || scores.has(number)) scores.set(number, (scores.get(number) ?? 0) + impact);
        }
      }
    };
    for (const term of terms) add(term, true);
    this.settle();
    const alone = !latin.length && !han.some((piece) => pairs(piece).length);
    for (const character of unique(han.join(""))) add(character, alone);
    return scores;
  }

  /** The pairs that one wrong character made unknown: two, or one at the end of its piece. @param {string} piece */
  slips(piece) {
    const all = pairs(piece), known = all.map((pair) => this.digits(pair) !== undefined), found = [];
    for (let start = 0, end; start < all.length && all.length < LONGEST_SLIPPED; start = end) {
      for (end = start + 1; end < all.length && known[end] === known[start];) end++;
      const alone = end - start === 1 && (start === 0 || end === all.length);
      if (!known[start] && (alone || end - start === 2)) found.push(...all.slice(start, end));
    }
    return found;
  }

  /** Grams of Chinese. @param {string[]} pieces */
  grams(pieces) {
    const terms = pieces.flatMap(pairs).filter((pair) => this.digits(pair) !== undefined);
    for (const piece of pieces) {
      this.slips(piece).forEach(([first, second], i, slips) => {
        terms.push(`${first}_${second}`);
        for (const a of this.sounds(first)) for (const b of this.sounds(second)) terms.push(`${a} ${b}`);
        if (i) terms.push(`${[...slips[i - 1]][0]}_${second}`);
      });
    }
    return terms;
  }

  /** The whole query, in each way that it may have been meant. @param {string[]} pieces */
  wholes(pieces) {
    const meant = pieces.map((piece) => (isHan(piece) ? [piece] : this.meant(stem(piece))));
    return pieces[0] ? ways(meant).map((way) => "=" + way.join(" ")) : [];
  }

  /** A short run of Chinese with a slip by its sound, in each way that it may be read. @param {string[]} runs */
  heard(runs) {
    const characters = [...runs.join("")];
    if (runs.length !== 1 || !isHan(runs[0]) || characters.length > LONGEST_HEARD) return [];
    if (!cut(runs).some((piece) => this.slips(piece).length)) return [];
    return ways(characters.map((character) => this.sounds(character))).map((way) => heard(way.join("")));
  }

  /** Stems of Latin words, or those that an unknown one may have meant, and neighbours. @param {string[]} words */
  words(words) {
    const meant = words.map(stem).filter((stem) => this.digits(stem)?.length !== 1).map((stem) => this.meant(stem));
    return [...meant.flat(), ...meant.slice(1).flatMap(
      (seconds, i) => meant[i].flatMap((first) => seconds.map((second) => `${first}_${second}`)))];
  }

  /** A stem, or if it is unknown the words that are one slip away. @param {string} stem @returns {string[]} */
  meant(stem) {
    if (stem.length < SHORTEST_CORRECTED || this.digits(stem) !== undefined) return [stem];
    const words = [-1, 0, 1].flatMap((more) => (this.file(`v/${stem.length + more}`) ?? "").match(/[a-z]+/g) ?? []);
    const found = words.filter((/** @type {string} */ word) => oneSlipApart(stem, word));
    return found[0] ? found : [stem];
  }

  /** Latin words as initials or as pinyin, whatever spaces are between them. @param {string[]} pieces */
  typed(pieces) {
    if (!("syllables" in this.names)) return [];
    const all = pieces.join(""), terms = /^[a-z]+$/.test(all) ? [heard(all)] : [];
    for (const letters of pieces.map((run) => (isHan(run) ? " " : run)).join("").split(" ")) {
      if (/^[a-z]+$/.test(letters)) terms.push(`@${letters}`, ...typedSounds(letters, new Set((this.file("syllables") ?? "").split(" "))));
    }
    return terms;
  }

  /** Places called as the runs together, or as a region and a name. @param {string} query @returns {Row[]} */
  places(query) {
    const runs = this.folded(query), parts = runs.map(plain), typed = parts.join("");
    const size = runs.reduce((sum, run) => sum + (isHan(run) ? [...run].length - 1 : 1), 0) || 1;
    if (!typed || [...typed].length > (runs.some(isHan) ? LONGEST_HAN_PLACE : LONGEST_PLACE)) return [];
    /** @type {Map<string, Row>} */
    const found = new Map();
    for (const [part, [id, title, line, page]] of this.candidates(parts)) {
      const score = part * size, kind = page ? "region" : "place", url = page ?? `places/${id}/`;
      if ((found.get(id)?.score ?? 0) < score) found.set(id, { kind, id, title, url, line, score, summary: "" });
    }
    return [...found.values()].sort((a, b) => b.score - a.score || a.id.length - b.id.length || (a.id < b.id ? -1 : 1)).slice(0, SHOWN);
  }

  /** @param {string[]} parts @returns {Candidate[]} */
  candidates(parts) {
    const all = parts.join(""), typed = [...all], found = called(this.node(all), all);
    const least = isHan(typed[0]) ? SHORTEST_HAN : SHORTEST;
    for (let cut = least; parts.length === 1 && cut <= typed.length - least; cut++) {
      found.push(...this.inside(typed.slice(0, cut).join(""), typed.slice(cut).join("")));
    }
    const halves = parts.slice(1).map((_, cut) => [parts.slice(0, cut + 1).join(""), parts.slice(cut + 1).join("")]);
    const inside = halves.flatMap(([first, last]) => this.inside(first, last));
    this.settle();
    return [...found, ...(inside.length ? inside : halves.flatMap(([first, last]) => this.inside(last, first)))];
  }

  /** What is called `name` in the regions called `region`. @param {string} region @param {string} name
   * @returns {Candidate[]} */
  inside(region, name) {
    const class_ = classOf([...region].slice(0, isHan(region) ? SHORTEST_HAN : SHORTEST).join(""), REGION_CLASSES);
    /** @type {Region[]} */
    const regions = (this.file(`r/${class_}`) ?? []).filter((/** @type {Region} */ [form]) => form === region).slice(0, MOST_REGIONS);
    return regions.flatMap(([, code, han, latin]) => {
      const [script, count] = isHan(name) ? ["h", han] : ["a", latin];
      if (!count || code.length !== regions[0][1].length) return [];
      return called(this.file(`p/in-${code.slice(0, COUNTY)}-${script}${point(name) % +count}`) ?? EMPTY, name)
        .filter(([, [candidate]]) => candidate.startsWith(below(code)) && candidate !== code)
        .map(([score, entry]) => /** @type {Candidate} */ ([score + BELOW, entry]));
    });
  }

  /** The file that holds the keys beginning with `text`, or the first of them. @param {string} text @returns {Node} */
  node(text) {
    const [first, ...rest] = [...text].map(point);
    let name = `p/${first % PLACE_CLASSES}`, { split } = this.file(name) ?? EMPTY;
    for (const next of rest) {
      if (!split) break;
      name += `-${next % split[0]}`;
      split = split[1][next % split[0]];
    }
    return this.file(name) ?? EMPTY;
  }
}

/** @type {Node} */
const EMPTY = { keys: [], places: [], split: null };
/** What a file has whose key begins with a name. @param {Node} node @param {string} name @returns {Candidate[]} */
const called = ({ keys, places }, name) => keys.filter(([key]) => key.startsWith(name))
  .map(([key, bare, at]) => [[[...key].length, bare].includes([...name].length) ? WHOLE : BEGINNING, places[at]]);
/** How the codes of all in a region begin. @param {string} code */
const below = (code) => (code.length === COUNTY ? code.replace(/(00)+$/, "") : code);

/** What searches the index that this file lies beside.
 * @param {{languages: Record<string, {files: Record<string, string>}>}} current */
export async function open({ languages }) {
  const all = Object.keys(languages), indexes = Object.fromEntries(all.map((lang) => [lang, new Index(languages[lang].files)]));
  /** @param {string} lang @param {AbortSignal} [signal] @returns {(name: string) => Promise<any>} */
  const fetched = (lang, signal) => async (name) => {
    const response = await fetch(new URL(`${lang}/${name}.json`, import.meta.url), { signal });
    if (!response.ok) throw new Error(name);
    return response.json();
  };
  /** @param {Row[]} rows @param {string} lang @returns {Found[]} */
  const results = (rows, lang) => rows.map((row) => ({ ...row, lang, url: `${lang}/${row.url}` }));
  return {
    /** The best results in `lang`, in another language if there are none.
     * @param {string} query @param {string} lang @param {number} limit @param {AbortSignal} [signal] @returns {Promise<Found[]>} */
    async search(query, lang, limit, signal) {
      for (const language of unique([lang, ...all])) {
        const rows = await indexes[language].search(fetched(language, signal), query, limit).catch((problem) => {
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
      const index = indexes[lang], [rows] = await index.read(fetched(lang, signal), () => index.places(query));
      return results(rows, lang);
    },
  };
}
