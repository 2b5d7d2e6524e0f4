"""The standard set of the network, ours beside one process of plain WeasyPrint on the same sheets.

    .venv/bin/python benchmarks/print/standard_set.py [--share 10] [--peer 10] [--lang zh]

Ours prints every ``share``-th sheet of each kind, in the proportions of the standard set (``tongchuang print --all``),
with a cold cache, on all processors, every check included, from the resolved catalogue to sheets in the cache. The peer
gets every ``peer``-th of those as one plain page each: the markup that our sheets share with what is the place's own put
into it, at the letter sizes that ours found, with the same style sheets (parsed once), fonts (one FontConfiguration) and
tags, and none of the checks. The target is ten times its sheets a second, at most 600 MB a process, and under 5 s for the
whole set (``--share 1``) when nothing has changed. Then one service's time is changed, and what that prints is told.
"""

import argparse
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from tongchuang.catalogue import Catalogue, resolve
from tongchuang.collector import uncollected
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.print import FONTS, fonts
from tongchuang.publish.print.cache import Cache, Printed
from tongchuang.publish.print.compose import Composer, Job
from tongchuang.publish.print.document import Step
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.layout import Layout, Sheet, layout
from tongchuang.publish.print.legible import millimetres
from tongchuang.publish.print.orders import standard_orders
from tongchuang.publish.print.publish import finished

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 21)
FASTER, MOST, AGAIN = 10, 600, 5
CHANGED = "labour-arbitration"
MARGIN = 20  # what an A4 or A5 sheet leaves above and below, in millimetres


@dataclass(frozen=True)
class Page:
    """A sheet as one plain page."""

    document: str
    html: str


def main() -> int:
    """Print with each, compare, and say whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=int, default=10, help="ours prints one sheet of so many; 1: the whole set")
    parser.add_argument("--peer", type=int, default=10, help="the peer prints one of so many of ours")
    parser.add_argument("--lang", default="zh")
    args = parser.parse_args()
    catalogue = resolve(load(Project(ROOT)), AS_OF)
    with TemporaryDirectory(prefix="tongchuang-print-") as temporary:
        cache = Cache(Path(temporary) / "cache", FONTS)
        started = time.perf_counter()
        jobs = _share(Composer(catalogue).jobs(standard_orders(catalogue, args.lang)), args.share)
        made = (one for sheets in finished(jobs, FONTS, cache) for one in sheets)
        printed = {one.path: replace(one, data=b"") for one in made}
        ours = time.perf_counter() - started
        # Linux counts in kilobytes, macOS in bytes.
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
        had = {one.path: one.sha256 for one in printed.values()}
        again = _alone(_again, args.lang, args.share, cache.folder, had)
        configuration = fonts.configuration(FONTS, Path(temporary))
        pages = [page for job in _share(jobs, args.peer) for page in _pages(layout(job), printed)]
        os.environ["FONTCONFIG_FILE"] = str(configuration)
        plain = _alone(_plain, pages)
        changed = _share(Composer(_quicker(catalogue)).jobs(standard_orders(catalogue, args.lang)), args.share)
        anew = {path for job in changed for path in _unknown(job, cache)}
    print(f"mix        {_mix(printed)}")
    print(f"ours       {_rate(len(printed), ours)}, {os.cpu_count()} processes, at most {most:.0f} MB each")
    print(f"WeasyPrint {_rate(len(pages), plain)}, one process; mix {_mix(page.document for page in pages)}")
    ratio = (len(printed) / ours) / (len(pages) / plain)
    print(f"ours / WeasyPrint: {ratio:.1f} times the sheets a second")
    print(f"nothing changed: {again:.1f} s")
    print(f"the time of {CHANGED} changed: {len(anew)} sheets, {_mix(anew)}")
    return int(ratio < FASTER or most > MOST or (args.share == 1 and again > AGAIN))


def _share(jobs: Iterable[Job], one_of: int) -> list[Job]:
    """Every so-manieth sheet of the jobs: of those that many share the first of it, of the others whole ones."""
    found = []
    alone: Counter[tuple[str, str]] = Counter()
    for job in jobs:
        if len(job.copies) >= one_of:
            found.append(replace(job, copies=job.copies[: len(job.copies) // one_of]))
        else:
            kind = (job.document, job.size)
            if alone[kind] % one_of == 0:
                found.append(job)
            alone[kind] += 1
    return found


def _again(lang: str, share: int, folder: Path, had: Mapping[str, str]) -> float:
    """Seconds of a second run for one who has what the first has made, from the files of the content on."""
    started = time.perf_counter()
    with uncollected():
        catalogue = resolve(load(Project(ROOT)), AS_OF)
        jobs = _share(Composer(catalogue).jobs(standard_orders(catalogue, lang)), share)
    made = [one for sheets in finished(jobs, FONTS, Cache(folder, FONTS), had=had) for one in sheets]
    if any(one.data for one in made) or len(made) != len(had):
        raise SystemExit("The second run made other sheets than the first.")
    return time.perf_counter() - started


def _quicker(catalogue: Catalogue) -> Catalogue:
    """The catalogue with another statutory time of one service."""

    def views() -> Iterator[tuple[str, object]]:
        for lang, view in catalogue.views.items():
            service = view.services[CHANGED]
            time_ = replace(service.time, statutory=replace(service.time.statutory, value=99))
            yield lang, replace(view, services={**view.services, CHANGED: replace(service, time=time_)})

    return replace(catalogue, views=dict(views()))


def _unknown(job: Job, cache: Cache) -> set[str]:
    return {copy.path for copy in job.copies} - {one.path for batch in cache.known(job) for one in batch}


def _pages(layout: Layout, printed: dict[str, Printed]) -> Iterator[Page]:
    document = documents()[layout.document]
    for sheet in layout.sheets:
        found = printed[sheet.path]
        steps = [_step(document.ladder(layout.size, layout.lang), found.step)]
        if found.own_step:
            steps.append(_step(document.ladder(layout.size, layout.lang, own=True), found.own_step))
        yield Page(layout.document, _page(layout, sheet, steps))


def _step(ladder: Sequence[Step], name: str) -> Step:
    return next(step for step in ladder if step.name == name)


def _page(layout: Layout, sheet: Sheet, steps: Sequence[Step]) -> str:
    """What the sheet shares, with its own words at the head of the first page, and the lengths of its steps."""
    height = sorted(millimetres(layout.size), reverse=layout.document != "sign")[0] - MARGIN
    own = f'<div style="position: absolute; top: 0; left: 0; right: 0; height: {height}mm">{sheet.html}</div>'
    lengths = ";".join(f"--{name}:{value}" for step in steps for name, value in step.lengths.items())
    html = layout.html.replace("<html ", f'<html style="{lengths}" ', 1)
    return html.replace('<div class="sheet">', f'<div class="sheet">{own}', 1) if sheet.html else html


def _alone(timed: Callable[..., float], *given: object) -> float:
    """What something measures in a process of its own, as whoever runs it would have it: after its imports."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(timed, *given).result()


def _plain(pages: Sequence[Page]) -> float:
    """Seconds that WeasyPrint takes."""
    import weasyprint
    from tongchuang.publish.print.press import ASSETS, IDENTIFIER, FontConfiguration

    started = time.perf_counter()
    shared = FontConfiguration()
    styles: dict[str, list[weasyprint.CSS]] = {}
    for page in pages:
        if page.document not in styles:
            files = (ASSETS / "paper.css", ASSETS / "documents" / page.document / "style.css")
            styles[page.document] = [weasyprint.CSS(filename=str(file), font_config=shared) for file in files]
        html = weasyprint.HTML(string=page.html, base_url=ASSETS.as_uri())
        html.write_pdf(font_config=shared, stylesheets=styles[page.document], pdf_identifier=IDENTIFIER, pdf_tags=True)
    return time.perf_counter() - started


def _rate(sheets: int, seconds: float) -> str:
    return f"{sheets} sheets in {seconds:.1f} s, {sheets / seconds:.1f} a second"


def _mix(sheets: Iterable[str]) -> str:
    """How many of each kind, of names of documents or paths."""
    kinds = Counter(one.split("/")[1] if "/" in one else one for one in sheets)
    return ", ".join(f"{count} {kind}" for kind, count in kinds.items())


if __name__ == "__main__":
    sys.exit(main())
