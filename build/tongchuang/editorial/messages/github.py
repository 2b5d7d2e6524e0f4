"""Workflow commands of GitHub Actions: annotations at the lines of a pull request.

GitHub shows at most ten errors, ten warnings and ten notices of a step and drops the rest without a word, so no more
are sent: the worst. All findings stand in the step's summary (``step_summary``).
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections import Counter

from ...model.finding import Bilingual, Finding, Severity
from . import markdown
from .report import Report

MOST = 10  # of each command in a step
SUMMARY_BYTES = 1024 * 1024
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}


def written(report: Report) -> str:
    """The commands, a line each."""
    sent: Counter[str] = Counter()
    lines = []
    for finding in report.worst_first:
        command = _COMMANDS[finding.severity]
        sent[command] += 1
        if sent[command] <= MOST:
            lines.append(_annotation(report, finding, command) + "\n")
    return "".join(lines)


def step_summary(report: Report) -> str:
    """All findings as Markdown, within what GitHub takes of a step; what does not fit is counted at the end."""
    kept, size, left = [], 0, len(report.findings)
    room = SUMMARY_BYTES - 1024
    for line in markdown.lines(report):
        size += len(line.encode()) + 1
        if size > room:
            more = Bilingual(
                f"还有 {left} 个放不下，请运行 tongchuang check 看全部。",
                f"{left} more do not fit here; run tongchuang check to see them all.",
            )
            kept.append("\n" + more.in_language(report.lang))
            break
        left -= line.startswith("\n- ")
        kept.append(line)
    return "\n".join(kept) + "\n"


def _annotation(report: Report, finding: Finding, command: str) -> str:
    where = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{finding.code} {report.severity(finding)}",
    }
    named = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    message, remedy = (words.in_language(report.lang) for words in (finding.message, finding.remedy))
    told = _data(f"{message}\n→ {remedy}")
    return f"::{command} {named}::{told}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
