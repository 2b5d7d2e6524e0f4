"""The whole site end to end, ours beside stock Material for MkDocs with the same content.

    .venv/bin/python benchmarks/site/whole.py [--pages 1000]

Each builds in its own process on /dev/shm: ours from ``content/`` (loaded, checked, resolved, every page), the peers
from Markdown: stock, with its navigation, search and mkdocs-static-i18n, and without navigation or that plugin.
Stock takes the square of the pages: with ``--pages`` it gets only so many, ours always makes all. The target is a
tenth of stock. The peers' environment is made from ``peers.lock`` in ``.cache/peers``.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import peer
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish import site

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-11-21"
TARGET = 0.1


def main() -> int:
    """Build with each, print, and say whether the target is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000, help="how many pages the peers get; 0: all")
    args = parser.parse_args()
    with TemporaryDirectory(prefix="tongchuang-whole-", dir="/dev/shm") as temporary:
        work = Path(temporary)
        print(f"peers with {_peer(work / 'peer', args.pages)} pages, ours with all", flush=True)
        ours = _built("ours", [sys.executable, *_mkdocs("mkdocs.yml", work / "ours")], ROOT)
        others = {
            name: _built(name, [peer.python(), *_mkdocs(f"{name}.yml", work / name)], work / "peer")
            for name in ("no-nav", "stock")
        }
    for name, seconds in others.items():
        print(f"ours / {name}: {ours / seconds:.3f}")
    return int(ours / others["stock"] > TARGET)


def _peer(folder: Path, limit: int) -> int:
    """The peers' project, of ``limit`` pages in every language; returns how many those are."""
    pages = dict(_pages(resolve(load(Project(ROOT)), date.fromisoformat(AS_OF))))
    originals = [path.removeprefix("zh/") for path in pages if path.startswith("zh/")]
    kept = originals[: limit // 2] if limit else originals
    peer.write(folder, {f"{lang}/{path}": pages[f"{lang}/{path}"] for path in kept for lang in ("zh", "en")})
    return 2 * len(kept)


def _pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for artifact in site.publish(catalogue):
        if artifact.path.endswith("/index.html"):
            yield artifact.path, artifact.data.decode()


def _mkdocs(configuration: str, into: Path) -> list[str | Path]:
    return ["-m", "mkdocs", "build", "--quiet", "-f", configuration, "-d", into]


def _built(name: str, command: list[str | Path], folder: Path) -> float:
    """Seconds of a build."""
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(ROOT / "build"),
        "TONGCHUANG_AS_OF": AS_OF,
    }
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True)
    seconds = time.perf_counter() - started
    pages = sum(1 for _ in Path(command[-1]).rglob("index.html"))
    print(f"{name:8} {seconds:7.1f} s, {pages} pages", flush=True)
    return seconds


if __name__ == "__main__":
    sys.exit(main())
