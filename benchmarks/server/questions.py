"""What is asked of the server: distinct questions as people type them, and hostile ones."""

import csv
import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

_TYPED = Path(__file__).resolve().parents[2] / "tests" / "publish" / "search"
_NAMED = ("services", "places", "policies", "departments", "terms", "life-events", "appeals")
_SEARCH = "/api/v1/search?"


def distinct(release: Path, count: int) -> list[str]:
    """Addresses of ``count`` questions, no two alike: those of the search's tests, names, the beginnings of names (as
    they are typed), and a name with a question's words."""
    found = dict.fromkeys(itertools.islice(_questions(release), count * 3))
    addresses = [f"{_SEARCH}{urlencode({'q': text, 'lang': lang})}" for text, lang in found]
    random.Random(7).shuffle(addresses)
    if len(addresses) < count:
        raise SystemExit(f"only {len(addresses)} distinct questions")
    return addresses[:count]


def _questions(release: Path) -> Iterator[tuple[str, str]]:
    typed = []
    for name in ("queries.tsv", "held-out.tsv"):
        with (_TYPED / name).open(encoding="utf-8", newline="") as lines:
            typed += [(row["query"], row["lang"]) for row in csv.DictReader(lines, delimiter="\t")]
    yield from typed
    named = [(name[:100], lang) for lang in ("zh", "en") for name in _names(release, lang)]
    random.Random(1).shuffle(named)
    for (name, lang), (question, _) in zip(named, itertools.cycle(typed)):
        yield name, lang
        yield name[: max(2, len(name) // 2)], lang
        yield f"{name[:30]} {question}"[:100], lang


def _names(release: Path, lang: str) -> Iterator[str]:
    for collection in _NAMED:
        listing = json.loads((release / "api" / "v1" / lang / collection / "index.json").read_bytes())
        yield from (item["name"] for item in listing["items"])


def hostile(count: int) -> list[str]:
    """Addresses of ``count`` questions that try to break something."""
    told = random.Random(7)

    def garbage(length: int) -> str:
        return "".join(f"%{told.randrange(256):02x}" for _ in range(length))

    def mixed(length: int) -> str:
        return quote("".join(chr(told.randrange(0xD800)) for _ in range(length)))

    kinds = (
        lambda: "q=" + quote("([{(" * 25),
        lambda: "q=" + "(" * told.randrange(2000, 4000),
        lambda: "q=" + "%5B" * 15_000,
        lambda: "q=" + "a" * 60_000,
        lambda: "q=%00" + mixed(30),
        lambda: "q=" + mixed(100),
        lambda: "q=" + garbage(80),
        lambda: "q=%ED%A0%80%ED%B0%80",
        lambda: "q=" + quote("农民工的村" * 20),
        lambda: "q=" + "xian" * 25 + "&limit=50",
        lambda: f"q=x&limit={told.randrange(-9, 10**9)}&place=..%2f..%2f",
        lambda: garbage(40),
    )
    return [_SEARCH + kinds[n % len(kinds)]() for n in range(count)]
