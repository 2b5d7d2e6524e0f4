"""Two releases to switch between: copies of a real one that share its files, and differ in the home page."""

import json
import os
import shutil
from pathlib import Path

from tongchuang.release import manifest


def two(release: Path, dist: Path) -> list[Path]:
    """Lay them below ``dist``; ``current`` leads to the first one."""
    first = _linked(release, dist / "releases" / "first")
    second = _linked(release, dist / "releases" / "second")
    page, facts = second / "zh" / "index.html", json.loads((second / manifest.NAME).read_bytes())
    changed = page.read_bytes() + b"<!-- second -->"
    facts["files"]["zh/index.html"] = manifest.digest(changed)
    facts["id"] = manifest.identity(facts["as_of"], facts["files"])
    for path, data in ((page, changed), (second / manifest.NAME, json.dumps(facts).encode())):
        path.unlink()  # the original has the same file
        path.write_bytes(data)
    switch(dist, first)
    return [first, second]


def _linked(release: Path, folder: Path) -> Path:
    def linked(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)

    shutil.copytree(release, folder, copy_function=linked)
    return folder


def switch(dist: Path, folder: Path) -> None:
    """As ``release.write`` does."""
    link = dist / ".current"
    link.symlink_to(folder.relative_to(dist))
    link.replace(dist / "current")
