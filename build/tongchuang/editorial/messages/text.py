"""For a terminal: each file with its findings, what is wrong, the line with a mark below it, what to do, an example.

The first line of a finding starts with ``path:line:column:``, which editors and terminals can open.
"""

from collections.abc import Iterator

from ...model.finding import Bilingual, Finding
from .report import Report, summary


def written(report: Report) -> str:
    """The findings, a block for each file."""
    blocks = []
    for path, found in report.by_file:
        head = f"── {path} · {summary(found, report.lang)}"
        blocks.append("\n".join([head, *(line for finding in found for line in _finding(report, finding))]) + "\n")
    return "\n".join(blocks)


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    where = f"{finding.path}:{finding.line}:{finding.column}"
    yield f"{where}: {finding.code} [{report.severity(finding)}] {finding.message.in_language(report.lang)}"
    if snippet := report.files.snippet(finding):
        number = str(finding.line)
        yield f"    {number} | {snippet.text}"
        yield f"    {' ' * len(number)} | {' ' * snippet.indent}^"
    yield f"    → {finding.remedy.in_language(report.lang)}"
    if example := report.files.example(finding):
        yield f"    {Bilingual('例', 'e.g.').in_language(report.lang)} {example.path}:{example.line}"
        yield from (f"      {line}" for line in example.text.split("\n"))
