"""Places of a whole country: what a query for one loads, how large the dictionary is and how long it takes to build.

    .venv/bin/python benchmarks/search/places.py [--places 662000] [--lang zh ...]

The country is made up (``country.py``). Everything else in the index is the project's own, so that a query's bytes are
those of its whole answer in Chromium, files gzipped and the scripts included, for somebody who has nothing yet; beside
them stands the part of it that is of places. Asked for are names that thousands of villages have, and 200 places taken
at random by name, pinyin, initials, and county and name. The target is 30 KB for each query.
"""

import argparse
import gzip
import json
import re
import resource
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import country
from playwright.sync_api import Page, sync_playwright
from slow import Network, network
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish import search
from tongchuang.publish.search import buckets, places, sound
from tongchuang.publish.site import assets
from tongchuang.publish.words import words

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 30 * 1024
# Names of thousands of villages, their beginnings, and units that every name ends with.
WORST = """
和平, 新村, 和, 新, 村, 村委会, 和平村, 和平新村, 新村和平, 东风, hp, xc, x, xin, xinc, xincun, heping, hepingxincun,
和平 新村, 新村 和平县, 和平镇 新村, 新华 前进, heping xincun, xin cun, hp xc
"""
SAMPLE = 200
_ASK = """async ([query, lang]) => {
  const { open } = await import("/search/reader.js");
  const found = await (await open(new URL("/", location.href))).search(query, lang, 60);
  return found.filter(({ kind }) => kind === "place" || kind === "region").map(({ id }) => id);
}"""


def main() -> int:
    """Build, ask, print, and say whether the target is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--places", type=int, default=country.PLACES)
    parser.add_argument("--lang", nargs="+", default=["zh", "en"])
    args = parser.parse_args()
    own = resolve(load(Project(ROOT)), date(2026, 11, 21))
    files = {artifact.path: artifact.data for artifact in search.publish(own)}
    made_up = country.grown(own, args.places)
    met = [_measured(lang, dict(files), made_up) for lang in args.lang]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"\n{memory / 1e9:.1f} GB of memory, the made-up country itself included")
    return int(not all(met))


def _measured(lang: str, files: dict[str, bytes], catalogue: Catalogue) -> bool:
    print(f"\n## {lang}: {len(catalogue.view(lang).places)} places\n")
    grown = _grown(files, lang, _dictionary(lang, catalogue))
    asked = {"names of thousands": [(query.strip(), "") for query in WORST.split(",")], **_sample(catalogue, lang)}
    print("| query | of places, median | worst | whole answer, median | worst | which | found in 10 |")
    print("|---|--:|--:|--:|--:|---|--:|")
    met = True
    with network({**grown, "index.html": b"<!doctype html>"}) as net, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        phone = _Phone(net, browser.new_page(), lang)
        for name, queries in asked.items():
            answers = [phone.ask(query, code) for query, code in queries]
            of_places, whole = (sorted(getattr(a, of) for a in answers) for of in ("of_places", "bytes"))
            middle = len(answers) // 2
            cells = [f"{n / 1024:.1f}" for n in (of_places[middle], of_places[-1], whole[middle], whole[-1])]
            heaviest = max(answers, key=lambda answer: answer.bytes).query
            told = f"{sum(answer.found for answer in answers) / len(answers):.0%}" if queries[0][1] else ""
            print(f"| {name} | {' | '.join(cells)} | {heaviest} | {told} |", flush=True)
            met &= whole[-1] <= MOST_BYTES
        browser.close()
    print(f"\nKB; the target is {MOST_BYTES / 1024:.0f} for every query: {'met' if met else 'missed'}", flush=True)
    return met


def _dictionary(lang: str, catalogue: Catalogue) -> dict[str, bytes]:
    """The dictionary's files, and how long they took."""
    started = time.perf_counter()
    made = places.files(catalogue.view(lang), catalogue.view("zh"), words(lang))
    data = {name: json.dumps(file, ensure_ascii=False, separators=(",", ":")).encode() for name, file in made.items()}
    seconds = time.perf_counter() - started
    sizes = [len(gzip.compress(file)) for file in data.values()]
    print(
        f"built in {seconds:.0f} s: {len(data)} files, {sum(map(len, data.values())) / 1e6:.0f} MB, "
        f"{sum(sizes) / 1e6:.0f} MB gzipped, the largest {max(sizes) / 1024:.1f} KB\n",
        flush=True,
    )
    return data


def _grown(files: dict[str, bytes], lang: str, dictionary: Mapping[str, bytes]) -> dict[str, bytes]:
    """The index with the dictionary of the country in place of the project's own."""
    current = json.loads(files["search/current.json"])
    told = current["languages"][lang]["files"]
    told |= buckets.names(sorted(dictionary))
    files["search/current.json"] = json.dumps(current, ensure_ascii=False, separators=(",", ":")).encode()
    root = f"search/{current['hash']}/{lang}"
    kept = {path: data for path, data in files.items() if not path.startswith((f"{root}/p/", f"{root}/r/"))}
    return kept | {f"{root}/{name}.json": data for name, data in dictionary.items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query loaded, in bytes, and whether the place that is meant is among the first ten places."""

    query: str
    of_places: int
    bytes: int
    found: bool


class _Phone:
    """A browser that has nothing yet, for each query anew."""

    def __init__(self, net: Network, page: Page, lang: str) -> None:
        self._net, self._page, self._lang = net, page, lang
        scripts = [data for path, data in net.files.items() if path.endswith(".js")]
        scripts += [assets.files()[name] for name in ("search.js", "lookup.js")]
        self._client = sum(len(gzip.compress(data)) for data in scripts)
        page.goto(net.address)

    def ask(self, query: str, code: str) -> Answer:
        """A query for the place of ``code``."""
        self._net.sent.clear()
        results = self._page.evaluate(_ASK, [query, self._lang])
        loaded = {path for path, _ in self._net.sent if path.endswith(".json")}
        sizes = {path: len(gzip.compress(self._net.files[path])) for path in loaded}
        of_places = sum(size for path, size in sizes.items() if re.search("/[pr]/", path))
        return Answer(query, of_places, self._client + sum(sizes.values()), code in results[:10])


def _sample(catalogue: Catalogue, lang: str) -> dict[str, list[tuple[str, str]]]:
    """Queries for places taken at random, each with the place's code, by how they are asked for."""
    chinese, spoken = catalogue.view("zh").regions, catalogue.view(lang).regions
    codes = Random(1).sample(sorted(catalogue.view("zh").places), SAMPLE)
    counties = {code: code[:6] for code in codes if len(code) > 6}

    def said(code: str) -> str:
        return "".join(sound.combinations(chinese[code].short)[0])

    return {
        "name": [(spoken[code].short, code) for code in codes],
        "pinyin": [(said(code), code) for code in codes],
        "initials": [(sound.initials(chinese[code].short)[0], code) for code in codes],
        "county and name": [
            (f"{spoken[county].short} {spoken[code].short}", code) for code, county in counties.items()
        ],
        "county and name in pinyin": [(f"{said(county)} {said(code)}", code) for code, county in counties.items()],
        "county and initials": [
            (f"{said(county)} {sound.initials(chinese[code].short)[0]}", code) for code, county in counties.items()
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
