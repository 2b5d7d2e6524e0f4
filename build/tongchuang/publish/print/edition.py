"""What tells one printing of a sheet from the next: its revision, and four characters of the facts it shows."""

import base64
import hashlib
import json

from .document import Facts

CHARACTERS = 4


def edition(revision: str, *facts: Facts) -> str:
    """``r3-k7qa``: the record's revision and a hash of the facts in each language of the sheet.

    The hash is of the facts, not of the bytes: a change of style expires no sheet on a wall, and all
    sizes of a sheet have the same edition.
    """
    told = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(told.encode()).digest()
    return f"{revision}-{base64.b32encode(digest).decode().lower()[:CHARACTERS]}"
