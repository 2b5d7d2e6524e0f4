"""For programs: ``schemas/output/check.json`` describes it. Words stand in both languages, worst first by file."""

import json
from dataclasses import asdict
from typing import Any

from ...model.finding import Finding
from .report import Report

# It rises when something known changes its name or meaning.
VERSION = 1


def written(report: Report) -> str:
    """One object."""
    severities = [finding.severity for finding in report.findings]
    data = {
        "version": VERSION,
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "advice": severities.count("advice"),
        "findings": [_finding(report, finding) for _, found in report.by_file for finding in found],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    example, snippet = report.files.example(finding), report.files.snippet(finding)
    return {
        **asdict(finding),
        "snippet": snippet.text if snippet else None,
        "example": asdict(example) if example else None,
    }
