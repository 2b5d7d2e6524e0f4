"""Make the fingerprints anew: ``.venv/bin/python -m tests.content.make DOCUMENT... FOLDER...``

A file is taken whole. Of a folder, texts in Markdown are taken whose first heading is the title of a policy in
``content/policies``, the newest version of each (by the date in its file's name, or the last before its first article); a folder with such a
README.md is one text. Earlier folders go before later ones. Writes fingerprints.xz and texts.txt, and prints which
policies have no text in the folders.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from .fingerprint import FILE, pack

POLICIES = Path(__file__).resolve().parents[2] / "content" / "policies"
_COUNTRY = "中华人民共和国"
_HEADING = re.compile(r"^#\s+(.+)$", re.MULTILINE)
_FIRST_ARTICLE = re.compile(r"^\W*第一条", re.MULTILINE)
_DATE = re.compile(r"(\d{4})[年-](\d{1,2})[月-](\d{1,2})")


@dataclass(frozen=True, order=True)
class Text:
    """A published text: its last date (ISO, empty if it names none), its title and all its files."""

    date: str
    title: str
    files: tuple[Path, ...]

    @property
    def words(self) -> str:
        """What all its files say, without what stands before their headings."""
        found = (file.read_text(encoding="utf-8") for file in self.files)
        return "\n".join(words[heading.start() :] for words in found if (heading := _HEADING.search(words)))


def bare(title: str) -> str:
    """A title without punctuation and the country's name, which editions give and leave out."""
    return re.sub(r"[\W_]", "", title).removeprefix(_COUNTRY)


def texts(folder: Path) -> Iterator[Text]:
    """The texts of a folder and all folders in it."""
    for file in sorted(folder.rglob("*.md")):
        words = file.read_text(encoding="utf-8")
        if heading := _HEADING.search(words):
            whole = tuple(sorted(file.parent.glob("*.md"))) if file.name == "README.md" else (file,)
            yield Text(last_date(file.name) or last_date(head(words)), heading[1].strip(), whole)


def head(words: str) -> str:
    """What comes before the first article."""
    article = _FIRST_ARTICLE.search(words)
    return words[: article.start()] if article else words


def last_date(words: str) -> str:
    """The last date that is named, as ISO; empty if none is."""
    return max((f"{year}-{int(month):02}-{int(day):02}" for year, month, day in _DATE.findall(words)), default="")


def chosen(folders: list[Path], titles: list[str]) -> dict[str, Text | None]:
    """The text of each title; None where the folders have none."""
    found: dict[str, Text] = {}
    for folder in folders:
        found = {**{bare(text.title): text for text in sorted(texts(folder))}, **found}
    return {title: found.get(bare(title)) for title in titles}


def main(arguments: list[str]) -> None:
    """Write the two files."""
    given = [Path(argument) for argument in arguments]
    whole = [path.read_text(encoding="utf-8") for path in given if path.is_file()]
    found = chosen([path for path in given if path.is_dir()], sorted(titles()))
    FILE.write_bytes(pack([*whole, *(text.words for text in found.values() if text)]))
    lines = [f"{title} {text.date}\n" for title, text in found.items() if text]
    FILE.with_name("texts.txt").write_text("".join(lines), encoding="utf-8")
    print(*(f"no text: {title}" for title, text in found.items() if text is None), sep="\n")


def titles() -> Iterator[str]:
    """The titles of the policies."""
    for file in POLICIES.glob("*/zh.md"):
        yield yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])["title"]


if __name__ == "__main__":
    main(sys.argv[1:])
