"""The sourcing report: what each figure rests on, what nobody has confirmed, and what is history."""

from collections.abc import Sequence
from typing import Any

import msgspec

from ...catalogue import Catalogue
from ...catalogue.sourcing import SourcedOther, SourcedPolicy, SourcedService, sourcing

Sourced = SourcedService | SourcedPolicy | SourcedOther


def report(catalogue: Catalogue) -> dict[str, Any]:
    """The report in all languages at once: only what is unconfirmed is in words."""
    found = {lang: sourcing(catalogue.view(lang)) for lang in catalogue.languages}
    first = found[catalogue.languages[0]]
    return {
        "totals": msgspec.to_builtins(first.totals),
        "services": _records({lang: report.services for lang, report in found.items()}),
        "policies": _records({lang: report.policies for lang, report in found.items()}),
        "others": _records({lang: report.others for lang, report in found.items()}),
    }


def _records(found: dict[str, Sequence[Sourced]]) -> list[dict[str, Any]]:
    """One entry a record, with what is unconfirmed by language."""
    return [
        {
            **msgspec.to_builtins(record[0]),
            "unconfirmed": {lang: one.unconfirmed for lang, one in zip(found, record, strict=True)},
        }
        for record in zip(*found.values(), strict=True)
    ]
