"""The text of content files as it stands on disk, and putting changed text there: all of it or none."""

from collections.abc import Mapping
from pathlib import Path

from ..model.finding import Bilingual
from ..project import Project
from ..publish.artifact import Artifact
from . import CannotRun

_BOM = "\ufeff"


class Texts(dict[str, str]):
    """Text by path (``content/...``), read when it is asked for, with line feeds as line ends."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self.project = project

    def __missing__(self, path: str) -> str:
        text = self._raw(path).removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
        self[path] = text
        return text

    def _raw(self, path: str) -> str:
        return self._file(path).read_bytes().decode("utf-8")

    def _file(self, path: str) -> Path:
        """Where a file lies: in the project, or else in the folder that is added to it."""
        own, overlay = self.project.root / path, self.project.overlay
        return own if overlay is None or own.exists() or not (overlay / path).exists() else overlay / path

    def put(self, changed: Mapping[str, str]) -> None:
        """Write files, with the mark and line ends they had. CannotRun, with nothing changed, if one can't be written."""
        staged: list[tuple[Path, Path]] = []
        try:
            for path, text in changed.items():
                file = self._file(path)
                before = self._raw(path) if file.exists() else ""
                file.parent.mkdir(parents=True, exist_ok=True)
                part = file.with_name(f".{file.name}.part")
                staged.append((part, file))
                kept = text.replace("\n", "\r\n") if "\r\n" in before else text
                part.write_bytes(((_BOM if before.startswith(_BOM) else "") + kept).encode())
            for part, file in staged:
                part.replace(file)
        except OSError as problem:
            for part, _ in staged:
                part.unlink(missing_ok=True)
            raise CannotRun(
                Bilingual(
                    f"写不了 {problem.filename}：{problem.strerror}。",
                    f"{problem.filename} can't be written: {problem.strerror}.",
                )
            ) from problem


def put_file(path: Path, data: bytes) -> None:
    """Write a file that was asked for. CannotRun if it can't be written, or is open in another program."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as problem:
        raise CannotRun(
            Bilingual(
                f"写不了 {path}：{problem.strerror}。如果它正在 Excel 里开着，请先关掉。",
                f"{path} can't be written: {problem.strerror}. If it is open in Excel, close it first.",
            )
        ) from problem


def put_below(folder: Path, made: Artifact) -> bool:
    """Write a file at its path below a folder, unless it stands there already; whether it was written."""
    target = folder / made.path
    try:
        there = target.read_bytes() == made.data
    except OSError:
        there = False
    if not there:
        put_file(target, made.data)
    return not there


def file_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file that an editor names. CannotRun if it can't be read or is larger than ``most``."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except OSError as problem:
        raise CannotRun(
            Bilingual(f"读不了 {path}：{problem.strerror}。", f"{path} can't be read: {problem.strerror}.")
        ) from problem
    if len(raw) > most:
        raise CannotRun(
            Bilingual(
                f"{path} 太大了（超过 {most // 1_000_000} MB）。", f"{path} is larger than {most // 1_000_000} MB."
            )
        )
    return raw
