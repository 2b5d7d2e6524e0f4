"""Whether a release is what its manifest says: every file there, unchanged, and none besides; and no link is dead."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ..model.finding import Bilingual
from . import links, manifest


@dataclass(frozen=True, slots=True)
class Problem:
    """One file (or the manifest itself) that is not as it should be."""

    path: str
    message: Bilingual


def verify(folder: Path) -> tuple[Problem, ...]:
    """All that is wrong with the release in ``folder``; empty if it is whole."""
    try:
        facts = manifest.read(folder)
    except (OSError, msgspec.MsgspecError):
        message = Bilingual(f"读不到 {manifest.NAME}", f"{manifest.NAME} can't be read")
        return (Problem(manifest.NAME, message),)
    return tuple(_problems(folder, facts))


def _problems(folder: Path, facts: manifest.Manifest) -> Iterator[Problem]:
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for path, sha in facts.files.items():
        if path not in present:
            yield Problem(path, Bilingual(f"缺少文件：{path}", f"missing file: {path}"))
        elif manifest.digest((folder / path).read_bytes()) != sha:
            yield Problem(path, Bilingual(f"文件被改动：{path}", f"changed file: {path}"))
    for path in sorted(present - set(facts.files) - {manifest.NAME}):
        yield Problem(path, Bilingual(f"多出文件：{path}", f"file not in the manifest: {path}"))
    if manifest.identity(facts.as_of, facts.files) != facts.id:
        yield Problem(manifest.NAME, Bilingual("清单与编号不符", "the manifest does not match its id"))
    for path, address in links.dead(folder, present):
        yield Problem(path, Bilingual(f"链接打不开：{path} 上的 {address}", f"dead link: {address} on {path}"))
