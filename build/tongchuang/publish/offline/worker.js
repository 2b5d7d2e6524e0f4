// @ts-check
// The service worker: what it keeps on the phone, and when a page comes from the phone instead of the network.
//
// Everything kept belongs to one release, told by its index. A new release is fetched beside the old one and takes its
// place once it is whole. Each file is checked against the SHA-256 that the release gives it before it is kept.
// Written for browsers of 2018: no modules, no optional chaining.
/// <reference lib="webworker" />

const INDEX = "@index";
// Milliseconds for the network to answer before a kept page is shown, and when the last answer came too late.
const PATIENCE = 4000, IMPATIENCE = 1000;
// Pages kept because they were visited.
const VISITED = 40;
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml", json: "application/json" };

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const ROOT = worker.registration.scope;
const OURS = `tongchuang ${new URL(ROOT).pathname} `;
// Files called after what they hold, the same in every release; and what a release alone has.
const PACKS = `${OURS}packs`, RELEASE = OURS + INDEX;
const SETS = `${ROOT}offline/sets`;

/**
 * A pack has each line once, and of each file the runs that it is made of: start, end, start, end.
 * @typedef {{lines: string[], files: Record<string, number[]>}} Pack
 * @typedef {{of: string[], packs: [first: string, name: string, bytes: number][]}} KeptSet
 * @typedef {{assets: string, languages: string[], sets: Record<string, KeptSet>, lists: Record<string, string>}} Index
 */

let patience = PATIENCE;
/** @type {Promise<Index> | undefined} */
let index;
/** Names of the sets that are whole, once they have been read. @type {string[] | undefined} */
let sets;
/** The packs read last. @type {Map<string, Promise<Pack>>} */
const read = new Map();

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", answer);
worker.addEventListener("message", (event) => {
  const asked = ASKED[event.data.ask];
  const reply = (/** @type {object} */ said) => event.ports.length && event.ports[0].postMessage(said);
  event.waitUntil(asked({ ...event.data, from: event.source }).then((value) => reply({ value }), (problem) => reply({ problem: problem.name })));
});

// Keeping

/** Fetches a file and checks that it is what its name says. @param {string} name */
async function genuine(name) {
  const response = await fetch(ROOT + name, { cache: "no-store", credentials: "same-origin", redirect: "error" });
  const data = await response.arrayBuffer();
  if (!response.ok || !name.includes(await digest(data))) throw new TypeError(`not what it should be: ${name}`);
  return typed(data, name);
}

/** @param {ArrayBuffer | string} data @param {string} path */
function typed(data, path) {
  const type = TYPES[/** @type {keyof TYPES} */ (path.split(".").pop())];
  return new Response(data, { headers: { "content-type": `${type}; charset=utf-8` } });
}

/** @param {ArrayBuffer} data */
async function digest(data) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16);
}

/** Keeps a file called after what it holds, unless it is there. @param {string} name */
async function keep(name) {
  const packs = await caches.open(PACKS);
  if (!(await packs.match(ROOT + name))) await packs.put(ROOT + name, await genuine(name));
}

/** What a file holds that is kept, or is fetched and kept now. @param {string} name */
async function content(name) {
  await keep(name);
  const kept = /** @type {Response} */ (await (await caches.open(PACKS)).match(ROOT + name));
  return kept.json();
}

function known() {
  if (!index) {
    index = content(INDEX);
    index.catch(() => (index = undefined));
  }
  return index;
}

/** The sets of a release that are whole. @param {string} release */
async function setsOf(release) {
  const kept = await (await caches.open(release)).match(SETS);
  return kept ? kept.json() : [];
}

async function whole() {
  const read = sets || (await setsOf(RELEASE));
  return (sets = sets || read);
}

/** @param {string[]} names */
async function setWhole(names) {
  sets = names;
  await (await caches.open(RELEASE)).put(SETS, typed(JSON.stringify(names), "sets.json"));
}

/** Fetches what is missing of a set. @param {string} name */
async function fill(name) {
  for (const [, pack] of (await known()).sets[name].packs) await keep(pack);
}

/** A set is kept: all of it is there. @param {string} name */
async function add(name) {
  await fill(name);
  const names = await whole();
  if (!names.includes(name)) await setWhole([...names, name]);
}

// From one release to the next

async function install() {
  try {
    const before = await releaseBefore(), had = [...(await whole()), ...(before ? await setsOf(before) : [])];
    const { languages, sets } = await known();
    const shown = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    const spoken = languages.filter((lang) =>
      had.includes(`${lang}/always`) || shown.some((client) => client.url.startsWith(`${ROOT}${lang}/`)));
    const always = ["shell", "date", ...(spoken.length ? spoken : languages.slice(0, 1)).map((lang) => `${lang}/always`)];
    const wanted = [...new Set([...always, ...had])].filter((name) => sets[name]);
    for (const name of wanted) await fill(name);
    if (before) await visitAgain(before);
    await setWhole(wanted);
  } catch (problem) {
    // What has come so far helps the next try, but where there is no room the old release needs it.
    if (/** @type {Error} */ (problem).name === "QuotaExceededError") {
      await caches.delete(RELEASE);
      const before = await releaseBefore();
      if (before) await forgetPacks(await packsOf(before.slice(OURS.length), await setsOf(before)));
      else await caches.delete(PACKS);
    }
    throw problem;
  }
}

/** The release that was kept whole before this one. */
async function releaseBefore() {
  for (const name of await caches.keys()) {
    const another = name.startsWith(OURS) && name !== PACKS && name !== RELEASE;
    if (another && (await (await caches.open(name)).match(SETS))) return name;
  }
}

/** Keeps the visited pages of the old release as they are now. @param {string} before */
async function visitAgain(before) {
  for (const { url } of await (await caches.open(before)).keys()) {
    const address = url.replace(/index\.html$/, "");
    if (url !== SETS) await fetch(address, { cache: "no-cache" }).then((page) => remember(address, page)).catch(() => {});
  }
}

async function activate() {
  const before = await releaseBefore();
  if (before) {
    // What the reader removed while this release was fetched stays removed.
    const had = await setsOf(before);
    await setWhole((await whole()).filter((name) => !chosen(name) || had.includes(name)));
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== PACKS && name !== RELEASE) await caches.delete(name);
  }
  await forgetPacks([...(await packsOf(INDEX, await whole())), ...Object.values((await known()).lists)]);
  const { navigationPreload } = worker.registration;
  if (navigationPreload) await navigationPreload.enable();
  await worker.clients.claim();
}

/** Whether a set is there because the reader asked for it. @param {string} name */
const chosen = (name) => /\/(services|search|\d+)$/.test(name);

/** The files that some sets are kept in, and their index. @param {string} name @param {string[]} names */
async function packsOf(name, names) {
  const { sets } = /** @type {Index} */ (await content(name));
  return [name, ...names.flatMap((set) => sets[set].packs.map(([, pack]) => pack))];
}

/** @param {string[]} left the files to leave */
async function forgetPacks(left) {
  const packs = await caches.open(PACKS), stay = new Set(left.map((name) => ROOT + name));
  for (const request of await packs.keys()) if (!stay.has(request.url)) await packs.delete(request);
}

// Answering

/** The path of a file below the root: that of a folder is its page. @param {string} url */
function below(url) {
  const path = decodeURI(url.slice(ROOT.length).replace(/[?#].*/, ""));
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}

/** @param {FetchEvent} event */
function answer(event) {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  const path = below(request.url);
  if (path.endsWith("index.html") || path === "search/current.json") {
    event.respondWith(page(event, path));
  } else if (/^(assets|search)\//.test(path)) {
    event.respondWith(file(event, path));
  } else if (request.mode === "navigate") {
    const folder = !path.includes(".");
    event.respondWith(network(event).catch(() => (folder ? Response.redirect(`${ROOT}${path}/`) : instead(path))));
  }
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
const network = async (event) => (await event.preloadResponse) || fetch(event.request);

/** A page from the network, or what is kept where that fails or takes too long. @param {FetchEvent} event @param {string} path */
async function page(event, path) {
  const fresh = network(event).catch(() => undefined);
  event.waitUntil(fresh.then((response) => response && remember(event.request.url, response.clone())).catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, patience, "late"));
  const first = await Promise.race([fresh, late]);
  patience = first === "late" ? IMPATIENCE : PATIENCE;
  if (first && first !== "late" && first.status < 500) return first;
  const kept = await find(path);
  if (kept) return dated(kept, path);
  return (await fresh) || (event.request.mode === "navigate" ? instead(path) : Response.error());
}

/** A file whose name tells what it holds. @param {FetchEvent} event @param {string} path */
async function file(event, path) {
  const kept = await find(path);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(remember(event.request.url, response.clone()).catch(() => {}));
  return response;
}

/** Where nothing is kept of a page: the page that says what there is. @param {string} path */
async function instead(path) {
  const { languages } = await known(), [first] = path.split("/");
  const kept = (await whole()).filter((name) => name.endsWith("/always")).map((name) => name.split("/")[0]);
  const lang = kept.includes(first) ? first : kept[0] || languages[0];
  return Response.redirect(`${ROOT}${lang}/offline/#${path.replace(/index\.html$/, "")}`);
}

/** A kept page says so, and how old it is. @param {Response} kept @param {string} path */
async function dated(kept, path) {
  if (!path.endsWith(".html")) return kept;
  const day = await date(), html = await kept.text();
  return typed(html.replace(/<aside id="kept" hidden>([^]*?<span>)/, `<aside id="kept">$1${day}`), path);
}

async function date() {
  const kept = await find("api/v1/index.json");
  return kept ? (await kept.json()).as_of : "";
}

/** A kept file. @param {string} path @returns {Promise<Response | undefined>} */
async function find(path) {
  try {
    const { sets } = await known();
    for (const name of await whole()) {
      if (!holds(sets[name], path)) continue;
      const pack = sets[name].packs.filter(([first]) => first <= path).pop();
      const text = pack && unpacked(await opened(pack[1]), path);
      if (text !== undefined) return typed(text, path);
    }
    return await (await caches.open(RELEASE)).match(ROOT + path);
  } catch {
    // The browser has thrown away what was kept.
  }
}

/** @param {KeptSet} set @param {string} path */
const holds = ({ of }, path) => of.some((beginning) => path.startsWith(beginning));

/** @param {Pack} pack @param {string} path */
function unpacked({ lines, files }, path) {
  const runs = files[path], found = [];
  if (!runs) return;
  for (let at = 0; at < runs.length; at += 2) found.push(...lines.slice(runs[at], runs[at + 1]));
  return found.join("\n");
}

/** @param {string} name */
function opened(name) {
  const found = read.get(name) || content(name);
  found.catch(() => read.delete(name));
  read.set(name, found);
  if (read.size > 4) read.delete(/** @type {string} */ (read.keys().next().value));
  return found;
}

/** Keeps a visited page or what it is drawn with, if it is the one that this release has. @param {string} url @param {Response} response */
async function remember(url, response) {
  const path = below(url), { lists, sets } = await known();
  if (!response.ok || response.redirected || response.type !== "basic") return;
  if ((await whole()).some((name) => holds(sets[name], path))) return;
  const [lang, folder, code] = path.split("/");
  const list = lists[`${lang}/${folder}/${String(code).slice(0, 6)}`] || lists[`${lang}/${folder}`];
  const data = await response.arrayBuffer();
  if (!list || (await digest(data)) !== (await content(list))[path]) return;
  const release = await caches.open(RELEASE);
  // The newest last.
  await release.delete(ROOT + path);
  await release.put(ROOT + path, typed(data, path));
  const visited = (await release.keys()).filter(({ url }) => url.endsWith(".html"));
  for (const request of visited.slice(0, Math.max(0, visited.length - VISITED))) await release.delete(request);
}

// What pages ask

/** @type {Record<string, (asked: any) => Promise<any>>} */
const ASKED = {
  /** A page is open: its language is kept, the search too unless the reader saves data, and the page itself. */
  async here({ lang, url, saving }) {
    if (!(await known()).languages.includes(lang)) return;
    await add(`${lang}/always`);
    if (url && !(await find(below(url)))) await remember(url, await fetch(url.replace(/#.*/, "")));
    if (!saving) await add(`${lang}/search`);
  },

  /** What there is to keep in a language, in bytes on the wire, what is kept, and the date of it. */
  async state({ lang }) {
    const { sets } = await known(), kept = await whole(), packs = await caches.open(PACKS);
    const there = new Set((await packs.keys()).map(({ url }) => url.slice(ROOT.length)));
    const found = Object.keys(sets).filter((name) => name.startsWith(`${lang}/`)).map((name) => ({
      name,
      kept: kept.includes(name),
      packs: sets[name].packs.map(([, pack, bytes]) => ({ pack, bytes, there: there.has(pack) })),
    }));
    const told = [...kept, `${lang}/always`];
    const visited = (await (await caches.open(RELEASE)).keys()).map(({ url }) => below(url))
      .filter((path) => path.startsWith(`${lang}/`) && !told.some((name) => holds(sets[name], path)));
    const titles = await Promise.all(visited.map(async (path) => {
      const [, title = path] = /<title>([^<]*)/.exec(await /** @type {Response} */ (await find(path)).text()) || [];
      return [path.replace(/index\.html$/, ""), title];
    }));
    return { date: await date(), sets: found, visited: titles.reverse() };
  },

  /** One pack of a set. */
  async pack({ pack }) {
    await keep(pack);
  },

  /** A set whose packs are there. */
  async add({ set }) {
    await add(set);
  },

  /** Takes a set away. */
  async drop({ set }) {
    await setWhole((await whole()).filter((name) => name !== set));
    const left = await packsOf(INDEX, await whole());
    const packs = await caches.open(PACKS);
    for (const [, pack] of (await known()).sets[set].packs) if (!left.includes(pack)) await packs.delete(ROOT + pack);
  },

  /** Takes everything away, as on a phone that is somebody else's. */
  async forget() {
    const release = await caches.open(RELEASE);
    for (const request of await release.keys()) await release.delete(request);
    await setWhole([]);
    await forgetPacks([INDEX]);
  },

  /** A page of this release is open, and alone once the page before it is gone: this release may take over. */
  async takeOver({ assets, from }) {
    if (assets !== ROOT + (await known()).assets) return;
    for (let tries = 0; tries < 5; tries++) {
      const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
      if (open.length === 1 && open[0].id === from.id) return worker.skipWaiting();
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  },
};
