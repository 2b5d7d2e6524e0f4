"""The report as JSON, for programs: ``schemas/output/diff.json`` describes it. Words stand in both languages."""

import json
from dataclasses import asdict

from .report import VERSION, Report


def as_json(report: Report) -> str:
    """The report with its schema's version, and for each change whether it is one of substance."""
    data = {"version": VERSION, **asdict(report)}
    for change, record in zip(data["changes"], report.changes, strict=True):
        change["functional"] = record.functional
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
