"""From saving to seeing: how long ``tongchuang preview`` takes to show a saved change of the project's own content.

    .venv/bin/python benchmarks/preview.py [--rounds 7]

A copy of the content is edited, one service after the other; each time it is measured until the browser is told to load
its page again and the page has come with the change in it. Beside it, in the same run, all pages are built once, which
is what a site generator does at each saving. The target is 2 s.
"""

import argparse
import re
import shutil
import subprocess
import sys
import time
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tongchuang.catalogue import resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish import site
from tongchuang.publish.sheets import sheets

ROOT = Path(__file__).resolve().parents[1]
PORT, TARGET = 8793, 2.0


def main() -> int:
    """Measure, and say whether the target is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    with TemporaryDirectory(prefix="tongchuang-preview-") as temporary:
        root = Path(temporary)
        shutil.copytree(ROOT / "content", root / "content")
        run = f"from tongchuang.cli import main; main(['preview', '--project', {str(root)!r}, '--port', '{PORT}'])"
        with subprocess.Popen([sys.executable, "-c", run], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            files = sorted((root / "content" / "services").rglob("[!.]*.yaml"))
            chinese = [file for file in files if ".en." not in file.name][: args.rounds]
            seconds = [_seen(file) for file in chinese]
            process.terminate()
        everything = _everything(Project(root))
    print(f"saved and seen: median {median(seconds):.2f} s, longest {max(seconds):.2f} s of {len(seconds)}")
    print(f"all pages: {everything:.1f} s")
    return int(max(seconds) > TARGET)


def _seen(file: Path) -> float:
    """Seconds from saving a service with another name until its page has come with it."""
    page = f"/zh/services/{file.stem}/"
    number = re.findall(r'data-number="(\d+)"', _get(page))[0]
    text = file.read_text(encoding="utf-8")
    began = time.perf_counter()
    file.write_text(re.sub(r"(?m)^(summary: .)", r"\1改", text, count=1), encoding="utf-8")
    while _get(f"/~preview/changes?after={number}") == number:
        pass
    shown = _get(page)
    took = time.perf_counter() - began
    changed = re.findall(r"(?m)^summary: .?(改.{3})", file.read_text(encoding="utf-8"))[0]
    assert changed in shown, f"{page} does not show the change"
    return took


def _get(path: str) -> str:
    connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
    connection.request("GET", path, headers={"Host": f"localhost:{PORT}"})
    answer = connection.getresponse().read().decode()
    connection.close()
    return answer


def _everything(project: Project) -> float:
    """Seconds to load the content and make all its pages."""

    began = time.perf_counter()
    catalogue = resolve(load(project), date(2026, 11, 22))
    for _ in site.publish(catalogue, sheets(catalogue)):
        pass
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
