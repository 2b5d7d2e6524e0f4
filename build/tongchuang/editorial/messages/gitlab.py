"""A Code Quality report of GitLab, for its widget in merge requests.

Findings with the same fingerprint vanish there, and one that changes its fingerprint counts as new: each is made of
what is wrong and where, without the line, and of how many like it came before.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
import json
from collections import Counter

from ...model.finding import Severity
from .report import Report

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "advice": "info"}


def written(report: Report) -> str:
    """One array."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for path, findings in report.by_file:
        for finding in findings:
            same = path, finding.code, finding.message.zh
            seen[same] += 1
            message, remedy = (words.in_language(report.lang) for words in (finding.message, finding.remedy))
            found.append(
                {
                    "description": f"{message} → {remedy}",
                    "check_name": finding.code,
                    "fingerprint": hashlib.sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest(),
                    "severity": _SEVERITIES[finding.severity],
                    "location": {"path": path, "lines": {"begin": finding.line}},
                }
            )
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
