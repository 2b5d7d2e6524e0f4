"""For a pull request's comment or summary (CommonMark): a heading for each file, an item for each finding."""

from collections.abc import Iterator

from ...model.finding import Finding
from .report import Report

_TITLE = {"zh": "内容检查", "en": "Content check"}
# Characters that are markup, or would call somebody.
_MARKS = {mark: f"\\{mark}" for mark in "\\`*_{}[]|~#"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "@": "&#64;",
    "\n": " ",
}
_ESCAPE = str.maketrans(_MARKS)


def written(report: Report) -> str:
    """The whole report."""
    return "\n".join(lines(report)) + "\n"


def lines(report: Report) -> Iterator[str]:
    """The report line by line; a file's findings stay together."""
    yield f"## {_TITLE['zh' if report.lang.startswith('zh') else 'en']}"
    yield ""
    yield report.summary().translate(_ESCAPE)
    for path, found in report.by_file:
        yield f"\n### {path.translate(_ESCAPE)}"
        for finding in found:
            yield "\n" + item(report, finding)


def item(report: Report, finding: Finding) -> str:
    """One finding with its line of the file."""
    message, remedy = (words.in_language(report.lang).translate(_ESCAPE) for words in (finding.message, finding.remedy))
    place = f"{finding.line}:{finding.column}"
    parts = [f"- **{report.severity(finding)} {finding.code}** {place} {message}"]
    if snippet := report.files.snippet(finding):
        # A fence longer than any run of backticks in the line.
        fence = "`" * 8
        parts += [
            "",
            f"  {fence}yaml",
            f"  {snippet.text.replace(fence, ' ')}",
            f"  {' ' * snippet.indent}^",
            f"  {fence}",
            "",
        ]
    parts.append(f"  → {remedy}")
    return "\n".join(parts)
