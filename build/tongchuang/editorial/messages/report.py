"""Findings in the order in which to read them: by file, worst first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from ...load.sources import Sources
from ...load.walk import MOST_BYTES
from ...model.finding import Bilingual, Finding, Severity
from ...project import Project
from .quoted import Quoted

SEVERITIES: dict[Severity, Bilingual] = {
    "error": Bilingual("错误", "error"),
    "warning": Bilingual("提醒", "warning"),
    "advice": Bilingual("建议", "advice"),
}
_WORST: tuple[Severity, ...] = tuple(SEVERITIES)


@dataclass(frozen=True)
class Report:
    """All findings with the files that they are in, to be told in ``lang``."""

    findings: tuple[Finding, ...]
    files: Quoted
    lang: str

    @property
    def by_file(self) -> Iterator[tuple[str, Sequence[Finding]]]:
        """The findings of each file; the file with most errors first, within a file the errors."""
        ordered = sorted(self.findings, key=lambda finding: finding.path)
        groups = [(path, tuple(found)) for path, found in groupby(ordered, key=lambda finding: finding.path)]
        for path, found in sorted(groups, key=lambda group: ([-count for count in _counts(group[1])], group[0])):
            yield path, sorted(found, key=_rank)

    @property
    def worst_first(self) -> list[Finding]:
        """All findings, the errors of all files before any warning."""
        ordered = [finding for _, found in self.by_file for finding in found]
        return sorted(ordered, key=lambda finding: _WORST.index(finding.severity))

    def severity(self, finding: Finding) -> str:
        """How bad a finding is, in a word."""
        return SEVERITIES[finding.severity].in_language(self.lang)

    def summary(self) -> str:
        """How much was found, in a sentence."""
        return summary(self.findings, self.lang)


def reported(findings: Iterable[Finding], project: Project, lang: str, sources: Sources | None = None) -> Report:
    """Findings ready to be written: paths as people see them, the files to quote, and ``sources`` for examples."""
    shown = tuple(replace(finding, path=project.shown(finding.path)) for finding in findings)
    paths = [document.path for document in sources.documents] if sources else []
    return Report(shown, Quoted(partial(_text, project), paths, shown), lang)


def _text(project: Project, path: str) -> str | None:
    """The text of a content file; None for what is no file of the project itself, such as a link that leads out of it."""
    for root in filter(None, (project.root, project.overlay)):
        file = root / path
        if file.is_file() and file.resolve() == root.resolve() / path and file.stat().st_size <= MOST_BYTES:
            return file.read_text(encoding="utf-8-sig", errors="replace")
    return None


def _counts(findings: Iterable[Finding]) -> list[int]:
    found = [finding.severity for finding in findings]
    return [found.count(severity) for severity in _WORST]


def _rank(finding: Finding) -> tuple[int, int, int, str]:
    return _WORST.index(finding.severity), finding.line, finding.column, finding.code


def summary(findings: Iterable[Finding], lang: str) -> str:
    """How many errors and warnings there are, in a sentence."""
    found = list(findings)
    errors = sum(finding.severity == "error" for finding in found)
    rest = len(found) - errors
    if lang.startswith("zh"):
        return f"{errors} 个错误，{rest} 个提醒。" if found else "没有发现问题。"
    if not found:
        return "No problems found."
    return f"{errors} error{'s' * (errors != 1)}, {rest} warning{'s' * (rest != 1)}."
