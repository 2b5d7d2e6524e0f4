"""The server under load: the search at a steady rate, and files beside Debian's nginx, all on loopback.

    .venv/bin/python benchmarks/server/measure.py [--dist dist] [--seconds 30]

200 distinct questions a second, first alone, then while the release is switched every two seconds, then with 50 hostile
ones a second beside them: 99 of 100 answers must come within 100 ms, and none may be an error of the server. Then 2,000
files as fast as they come, in turn with nginx: at least a third of its requests a second. Servers and load share the
machine; the load comes from h2load. Both and nginx are Debian's: apt-get install nginx-light nghttp2-client.
"""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable
from itertools import chain, cycle, zip_longest
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import quote

import questions
import releases
import servers
from load import Load, fastest, steady
from tongchuang.release import manifest

ROOT = Path(__file__).resolve().parents[2]
RATE, HOSTILE = 200, 50
PATIENCE_MS = 100
TARGET = 1 / 3
SWITCH_SECONDS = 2
FILES, ROUNDS = 2000, 3


def main() -> int:
    """Measure, print as Markdown, and say whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="where current leads to a release")
    parser.add_argument("--seconds", type=int, default=30)
    args = parser.parse_args()
    for program in ("h2load", "nginx"):
        if not shutil.which(program, path="/usr/sbin:/usr/bin"):
            raise SystemExit(f"{program} is missing: apt-get install nginx-light nghttp2-client")
    release = (args.dist / "current").resolve()
    # Beside the release, so that files can be shared with it.
    with TemporaryDirectory(prefix=".benchmark-", dir=args.dist.resolve().parent) as temporary:
        work = Path(temporary)
        met = _search(release, work, args.seconds) & _files(release, work)
    return int(not met)


def _search(release: Path, work: Path, seconds: int) -> bool:
    project = work / "project"
    both = cycle(reversed(releases.two(release, project / "dist")))
    asked = questions.distinct(release, RATE * seconds)
    hostile = questions.hostile(HOSTILE * seconds)
    mixed = [one for group in zip_longest(*[iter(asked)] * 4, hostile) for one in group if one]

    def switching() -> None:
        time.sleep(SWITCH_SECONDS)
        releases.switch(project / "dist", next(both))

    runs: dict[str, tuple[list[str], int, Callable[[], None]]] = {
        "200 questions a second": (asked, RATE, lambda: time.sleep(0.1)),
        f"a switch every {SWITCH_SECONDS} s": (asked, RATE, switching),
        f"{HOSTILE} hostile ones a second beside": (mixed, RATE + HOSTILE, lambda: time.sleep(0.1)),
    }
    print(f"{os.cpu_count()} cores, load before: {os.getloadavg()[0]:.1f}\n")
    print("| search | answers | a second | p50 | p99 | most | statuses | errors of the server |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    met = True
    for name, (paths, rate, meanwhile) in runs.items():
        # Each begins with a server that has nothing in memory.
        with servers.ours(project) as port:
            found = steady(port, paths, rate, work, meanwhile)
        met &= found.failed == 0 and found.percentile(0.99) <= PATIENCE_MS
        print(_row(name, found), flush=True)
    return met


def _row(name: str, found: Load) -> str:
    times = " | ".join(f"{found.percentile(part):.1f} ms" for part in (0.5, 0.99, 1))
    statuses = ", ".join(f"{count} × {status}" for status, count in sorted(found.statuses.items()))
    count = len(found.milliseconds)
    return f"| {name} | {count} | {count / found.seconds:.0f} | {times} | {statuses} | {found.failed} |"


def _files(release: Path, work: Path) -> bool:
    files = _sample(release)
    paths = [f"/{quote(file.removesuffix('index.html') if file.endswith('/index.html') else file)}" for file in files]
    rates: dict[str, list[float]] = {"tongchuang serve": [], "nginx": []}
    with servers.ours(work / "project") as ours, servers.nginx(release, files, work) as nginx:
        for _ in range(ROUNDS):
            for name, port in (("tongchuang serve", ours), ("nginx", nginx)):
                rates[name].append(fastest(port, paths, 5, work))
    print(f"\n| {len(files)} files, compressed | requests a second |\n|---|---|")
    for name, found in rates.items():
        print(f"| {name} | {median(found):.0f} ({', '.join(f'{rate:.0f}' for rate in found)}) |")
    ratio = median(rates["tongchuang serve"]) / median(rates["nginx"])
    print(f"\nours / nginx: {ratio:.2f}")
    return ratio >= TARGET


def _sample(release: Path) -> list[str]:
    """Pages, scripts and files of the API, evenly from all of them."""
    files = sorted(manifest.read(release).files)
    pages = [file for file in files if file.endswith("/index.html")]
    records = [file for file in files if file.startswith("api/")]
    scripts = [file for file in files if file.endswith((".js", ".css"))]
    rest = (FILES - len(scripts)) // 2
    return list(chain(scripts, pages[:: len(pages) // rest + 1], records[:: len(records) // rest + 1]))


if __name__ == "__main__":
    sys.exit(main())
