"""What tells one printing of a sheet from the next: its revision, and four characters of the facts it shows
in each language."""

import base64
import hashlib
from dataclasses import replace

import msgspec

from ...catalogue import View
from .document import OWN, Document, Facts, Subject

CHARACTERS = 4


def edition(document: Document, subject: Subject, *views: View) -> str:
    """``r3-k7qa``: the record's revision and a hash of the facts, one for each language of the sheet
    (``r3-k7qa-x2bd`` on a bilingual one).

    The hash is of the facts, not of the bytes: a change of style expires no sheet on a wall, and all
    sizes of a sheet have the same edition. A personal sheet has that of the same for everybody.
    """
    complete = subject.complete
    return "-".join([complete.revision(views[0]), *(_mark(document, complete, view) for view in views)])


def facts_of(document: Document, subject: Subject, view: View) -> Facts:
    """What a sheet shows in the language of a view; gathered once, but what one person has answered is not kept."""

    def gathered() -> Facts:
        return document.facts(view, document.words(view.lang), subject)

    return gathered() if subject.answers else view.once(("facts", document.name, subject), gathered)


def _mark(document: Document, subject: Subject, view: View) -> str:
    def reckoned() -> str:
        facts = facts_of(document, subject, view)
        return _hash(facts if subject.kind == "place" else {key: value for key, value in facts.items() if key != OWN})

    return view.once(("edition", document.name, _alike(subject, view)), reckoned)


def _alike(subject: Subject, view: View) -> Subject:
    """The same for all subjects of one edition: a text for all places says whose wall it hangs on beside the text, and
    in it only what the profile there has for all its places."""
    if subject.kind != "wall-rule" or not subject.place:
        return subject
    profile = view.profile_at(subject.place)
    return replace(subject, place=profile.id if profile else None)


def _hash(facts: Facts) -> str:
    told = msgspec.json.encode(facts, order="deterministic")
    return base64.b32encode(hashlib.sha256(told).digest()).decode().lower()[:CHARACTERS]
