"""Writing a release: beside the old one, checked, and only then in its place.

A build that fails or is killed at any moment leaves ``current`` on the release it had: the switch is one
rename of a symbolic link (rename(2) replaces its target atomically).
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from ..publish.artifact import Artifact
from . import manifest
from .verify import verify

KEEP = 3


class ReleaseError(Exception):
    """A release that can't be written or does not verify; the message says why."""


def write(dist: Path, artifacts: Iterable[Artifact], as_of: str, sample: bool, languages: tuple[str, ...]) -> Path:
    """Write a release below ``dist`` and make ``dist/current`` point to it; returns its folder.

    Raises ReleaseError for two artifacts at one path, a path that leaves the folder, files that read back
    differently, or a build already running; whatever an artifact's producer raises passes through. Either
    way nothing of it stays.
    """
    releases = dist / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    with _alone(dist):
        _sweep(releases)
        staging = Path(tempfile.mkdtemp(prefix=".new-", dir=releases))
        try:
            id_ = _fill(staging, artifacts, as_of, sample, languages)
            folder = _settle(staging, releases / id_)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        _switch(dist, folder)
        _prune(releases, folder)
    return folder


@contextmanager
def _alone(dist: Path) -> Iterator[None]:
    """Hold the lock of ``dist``; the kernel frees it when the process ends, however it ends."""
    with (dist / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ReleaseError(f"another build is writing to {dist}") from None
        yield


def _fill(staging: Path, artifacts: Iterable[Artifact], as_of: str, sample: bool, languages: tuple[str, ...]) -> str:
    files: dict[str, str] = {}
    for artifact in artifacts:
        path = PurePosixPath(artifact.path)
        if path.is_absolute() or ".." in path.parts or artifact.path == manifest.NAME:
            raise ReleaseError(f"not a path inside a release: {artifact.path}")
        if artifact.path in files:
            raise ReleaseError(f"two artifacts at one path: {artifact.path}")
        files[artifact.path] = manifest.digest(artifact.data)
        target = staging / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(artifact.data)
    id_ = manifest.identity(as_of, files)
    facts = manifest.Manifest(id_, as_of, sample, languages, manifest.counts(files, languages), files)
    (staging / manifest.NAME).write_bytes(manifest.encode(facts))
    wrong = verify(staging)
    if wrong:
        raise ReleaseError("; ".join(problem.message.en for problem in wrong[:5]))
    staging.chmod(0o755)
    return id_


def _settle(staging: Path, folder: Path) -> Path:
    """Give a finished release its name, unless the same release is there already and whole."""
    if folder.exists():
        if not verify(folder):
            shutil.rmtree(staging)
            return folder
        folder.rename(staging.with_name(f"{staging.name}-broken"))
    staging.rename(folder)
    return folder


def _switch(dist: Path, folder: Path) -> None:
    temporary = dist / f".current-{os.getpid()}"
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(folder.relative_to(dist))
    temporary.replace(dist / "current")


def _sweep(releases: Path) -> None:
    """Remove what killed builds left behind."""
    for left in releases.glob(".new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _prune(releases: Path, current: Path) -> None:
    """Keep the newest releases, for a quick way back."""
    others = [folder for folder in releases.iterdir() if folder.is_dir() and folder != current]
    for folder in sorted(others, key=lambda folder: folder.stat().st_mtime, reverse=True)[KEEP - 1 :]:
        shutil.rmtree(folder)
