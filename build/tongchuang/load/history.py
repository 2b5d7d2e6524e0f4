"""The content as it stood at a Git revision, read from Git's objects without checking anything out.

Two processes of the real Git, no shell: ``ls-tree`` says which files there were, ``cat-file --batch`` gives
their bytes, untouched by filters, attributes or hooks of the repository.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..model.finding import Bilingual, Failure
from ..project import Project
from .documents import gathered, parse
from .sources import Document, Sources
from .walk import MOST_BYTES, MOST_FILES, Place, classify

SECONDS = 120
_FILE_MODES = ("100644", "100755")
# Set by Git for its hooks; the repository is the one that holds the project, whoever calls.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class NoBase(Failure):
    """The revision can't be read; ``message`` says why and what to do."""


@dataclass(frozen=True, slots=True)
class Base:
    """The content of one commit."""

    commit: str
    sources: Sources


def load_at(project: Project, revision: str) -> Base:
    """The content of ``project`` at ``revision`` (a branch, tag or commit). NoBase if it can't be had whole."""
    if not revision or revision.startswith("-") or not revision.isprintable():
        raise NoBase(
            Bilingual(
                f"“{revision}”不是一个 Git 版本。请写分支、标签或提交编号，例如 --base origin/main。",
                f'"{revision}" is no Git revision. Name a branch, tag or commit, for example --base origin/main.',
            )
        )
    commit = _git(project.root, revision, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    name = commit.decode("ascii").strip()
    files = _files(project.root, revision, name)
    if not files:
        raise NoBase(
            Bilingual(
                f"版本 {revision} 里没有 content 文件夹，没有东西可以比较。",
                f"There is no content folder at {revision}, so there is nothing to compare with.",
            )
        )
    contents = _contents(project.root, revision, list(files.values()))
    return Base(name, gathered(zip(files, contents, strict=True)))


def versions(project: Project, path: str) -> list[Document]:
    """A content file as each commit up to the checked-out one left it, the newest first. NoBase without Git's history."""
    place = classify(path)
    if place is None:
        return []
    listed = _git(project.root, "HEAD", "log", "--raw", "--no-abbrev", "--no-renames", "--format=", "-z", "--", path)
    changes = [entry.split() for entry in listed.decode("utf-8", "replace").split("\0") if entry.startswith(":")]
    object_ids = [new for _, mode, _, new, _ in changes if mode in _FILE_MODES]
    read = (parse(place, raw)[0] for raw in _contents(project.root, "HEAD", object_ids))
    return [document for document in read if document is not None]


def _files(root: Path, revision: str, commit: str) -> dict[Place, str]:
    """Each content file with the id of its object, in the order of paths."""
    listed = _git(root, revision, "ls-tree", "-r", "-z", "--long", commit, "--", "content")
    found: dict[Place, str] = {}
    for entry in listed.decode("utf-8", "replace").split("\0")[:-1]:
        described, _, path = entry.partition("\t")
        mode, _, object_id, size = described.split()
        place = classify(path)
        if place is None or mode not in _FILE_MODES:
            continue
        if int(size) > MOST_BYTES or len(found) == MOST_FILES:
            raise NoBase(
                Bilingual(
                    f"版本 {revision} 的内容太大，读不了：{path}。",
                    f"The content at {revision} is too large to read: {path}.",
                )
            )
        found[place] = object_id
    return dict(sorted(found.items(), key=lambda item: item[0].path))


def _contents(root: Path, revision: str, object_ids: list[str]) -> list[bytes]:
    """The bytes of objects, in order."""
    answer = _git(root, revision, "cat-file", "--batch", said="".join(f"{id_}\n" for id_ in object_ids))
    found = []
    at = 0
    for object_id in object_ids:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if head[:2] != [object_id.encode(), b"blob"]:
            raise _unreadable(revision, answer[at:end].decode("utf-8", "replace"))
        size = int(head[2])
        found.append(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found


def _git(root: Path, revision: str, *arguments: str, said: str = "") -> bytes:
    environment = {key: value for key, value in os.environ.items() if key not in _OF_A_HOOK}
    # Nothing is fetched or asked for: what is not here is said to be missing.
    environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, no shell, the revision can't be an option)
            ["git", "-C", str(root), "--literal-pathspecs", *arguments],  # noqa: S607 (the Git that editors have)
            input=said.encode(),
            capture_output=True,
            env=environment,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise NoBase(
            Bilingual("没有装 Git，没法和旧版本比较。", "Git is not installed, so there is nothing to compare with.")
        ) from None
    except subprocess.TimeoutExpired:
        raise _unreadable(revision, f"{SECONDS} s") from None
    if done.returncode:
        raise _unreadable(revision, done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _unreadable(revision: str, why: str) -> NoBase:
    return NoBase(
        Bilingual(
            f"读不了版本 {revision}，没有比较。请确认它存在，浅克隆要先 git fetch --unshallow。\n    Git：{why}",
            f"The revision {revision} can't be read; nothing was compared. Make sure that it exists; in a shallow "
            f"clone run git fetch --unshallow first.\n    Git: {why}",
        )
    )
