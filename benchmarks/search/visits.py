"""Asking each search in a real browser: every query for its results, one query as a phone does that has nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from re import search

from playwright.sync_api import Browser, CDPSession, Page
from slow import Network


@dataclass(frozen=True, slots=True)
class Peer:
    """The page that searches, what is typed into, what a result is, and which files are of search alone."""

    page: str
    field: str
    result: str
    files: str


PEERS = {
    "ours": Peer("search/", "#search-input", "#search-results .result-kind", r"^/ours/search/|/(search|lookup)\.js$"),
    "material": Peer("", "[data-md-component=search-query]", ".md-search-result__item a", r"/workers/|/search/|/lunr/"),
    "pagefind": Peer("", ".pagefind-ui__search-input", ".pagefind-ui__result-link", r"/pagefind/.*(?<!css)$"),
}
# Milliseconds after which a search is taken to find nothing.
PATIENCE = 15_000
# Types a query as a whole, and resolves when there is a result.
_TYPE = """([field, result, query]) => new Promise((done) => {
  const input = document.querySelector(field), start = performance.now();
  const seen = () => {
    if (!document.querySelector(result)) return;
    watching.disconnect();
    done(performance.now() - start);
  };
  const watching = new MutationObserver(seen);
  watching.observe(document.body, { childList: true, subtree: true });
  input.value = query;
  input.focus();
  for (const type of ["input", "keyup"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  setTimeout(() => done(null), PATIENCE);
})""".replace("PATIENCE", str(PATIENCE))
# Material's worker answers queries in turn, an empty one first. This tells the answer to the one that was asked last.
_WATCHED = """let waiting = 0, asked = "";
globalThis.Worker = class extends Worker {
  constructor(...how) {
    super(...how);
    this.addEventListener("message", ({ data }) => {
      if (data.type === 1) globalThis.ready = true;
      if (data.type !== 3 || --waiting || !asked) return;
      asked = "";
      globalThis.answered?.(data.data.items.map(([{ location }]) => location));
    });
  }
  postMessage(message) {
    if (message.type === 2) {
      waiting++;
      asked = message.data;
    }
    super.postMessage(message);
  }
};"""
_MATERIAL = """([field, query]) => new Promise((done) => {
  globalThis.answered = done;
  setTimeout(() => done([]), PATIENCE);
  const input = document.querySelector(field);
  input.value = query;
  input.focus();
  input.dispatchEvent(new Event("keyup", { bubbles: true }));
})""".replace("PATIENCE", str(PATIENCE))
_PAGEFIND = """async (query) => {
  globalThis.pagefind ??= import(new URL("pagefind/pagefind.js", location.href));
  const { results } = await (await pagefind).search(query);
  const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return found.map(({ url }) => url);
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What the first answer took: bytes of search alone, milliseconds until it was there, and of the main thread."""

    answered: bool
    bytes: int
    milliseconds: float
    work: float
    script: float


def visit(browser: Browser, net: Network, name: str, lang: str, query: str) -> Visit:
    """One cold visit to the page that searches, and one query."""
    peer = PEERS[name]
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block", bypass_csp=True)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Performance.enable")
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    net.slow = True
    net.sent.clear()
    page.goto(f"{net.address}{name}/{lang}/{peer.page}", wait_until="load")
    before = _metrics(wire)
    took = page.evaluate(_TYPE, [peer.field, peer.result, query])
    after = _metrics(wire)
    received = sum(size for path, size in net.sent if search(peer.files, f"/{path}"))
    context.close()
    net.slow = False
    work, script = (1000 * (after[key] - before[key]) for key in ("TaskDuration", "ScriptDuration"))
    return Visit(took is not None, received, took or PATIENCE, work, script)


def _metrics(wire: CDPSession) -> dict[str, float]:
    return {metric["name"]: metric["value"] for metric in wire.send("Performance.getMetrics")["metrics"]}


def answers(browser: Browser, net: Network, name: str, queries: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The pages that each query finds, best first, by their paths below the language's root."""
    context = browser.new_context(service_workers="block")
    pages: dict[str, Page] = {}
    found = []
    for query, lang in queries:
        if lang not in pages:
            pages[lang] = context.new_page()
            pages[lang].add_init_script(_WATCHED)
            pages[lang].set_default_timeout(PATIENCE)
            pages[lang].goto(f"{net.address}{name}/{lang}/")
            if name == "material":
                pages[lang].wait_for_function("globalThis.ready", timeout=60_000)
        found.append(_found(pages[lang], name, query, f"/{name}/{lang}/"))
    context.close()
    return found


def _found(page: Page, name: str, query: str, root: str) -> list[str]:
    if name == "pagefind":
        return [url.removeprefix(root) for url in page.evaluate(_PAGEFIND, query)]
    return list(page.evaluate(_MATERIAL, [PEERS[name].field, query]))[:10]
