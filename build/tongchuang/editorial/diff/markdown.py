"""The report as Markdown, for a pull request: in one language, or Chinese above English."""

import re
from collections.abc import Iterable

from .report import Report
from .written import written


def markdown(report: Report, langs: Iterable[str]) -> str:
    """The report in each of ``langs``, one below the other."""
    parts = [re.sub(r"\n{3,}", "\n\n", written(report, "report.md", lang)).strip() for lang in langs]
    return "\n\n---\n\n".join(parts) + "\n"
