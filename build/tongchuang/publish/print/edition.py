"""What tells one printing of a sheet from the next: its revision, and four characters of the facts it shows
in each language."""

import base64
import hashlib
import json

from .document import OWN, Facts, Subject

CHARACTERS = 4


def edition(revision: str, *facts: Facts) -> str:
    """``r3-k7qa``: the record's revision and a hash of the facts, one for each language of the sheet
    (``r3-k7qa-x2bd`` on a bilingual one).

    The hash is of the facts, not of the bytes: a change of style expires no sheet on a wall, and all
    sizes of a sheet have the same edition.
    """
    return "-".join([revision, *map(_hash, facts)])


def told(subject: Subject, facts: Facts) -> Facts:
    """What the edition of a sheet is made of: what a text for all places says, without whose wall it hangs on."""
    return facts if subject.kind == "place" else {key: value for key, value in facts.items() if key != OWN}


def _hash(facts: Facts) -> str:
    told = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return base64.b32encode(hashlib.sha256(told.encode()).digest()).decode().lower()[:CHARACTERS]
