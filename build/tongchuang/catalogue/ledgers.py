"""Ledgers: a column given by its id alone is the shared one, defined once for all of them."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from ..load.sources import Sources
from ..model.paper import Ledger
from . import translate

# The ledger that no desk keeps: its columns are the fields that all others may share.
SHARED = "shared-fields"


def ledgers(sources: Sources, lang: str) -> dict[str, Ledger]:
    """Every ledger by the name of its file in the words of ``lang``, its columns complete."""
    words = {} if lang == "zh" else sources.of("ledger", lang)
    overlaid = {
        key: translate.overlay("ledger", document.data, words[key].data if key in words else None)[0]
        for key, document in sorted(sources.of("ledger").items())
    }
    shared = {column["id"]: column for column in overlaid.get(SHARED, {}).get("columns", ())}
    return {
        key: msgspec.convert({**data, "columns": _complete(data["columns"], shared)}, Ledger)
        for key, data in overlaid.items()
    }


def _complete(columns: Sequence[Mapping[str, Any]], shared: Mapping[str, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Each column as it is written, or as it is shared; ``required`` may be said anew."""
    return [column if "label" in column else {**shared[column["id"]], **column} for column in columns]
