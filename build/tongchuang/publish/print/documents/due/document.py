"""What to replace on the walls of a place (换牌单): a tick list that a clerk takes along. It hangs nowhere.

What it lists is found between two catalogues (``print.due``), so a hub prints none of itself.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from .....catalogue import View
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject


def listing(groups: Callable[[View, Words], list[Facts]], since: str) -> Document:
    """The document for one place. ``groups`` says in a language for each ``kind`` of sheet what prints it on which paper
    (``papers``), and of each of its ``sheets`` its ``name``, whether it is the ``first`` there, what has changed
    (``why``), and the editions on the wall (``was``, empty if not known) and to be put up (``now``); ``since`` is an ISO
    date or a Git revision."""

    def facts(view: View, words: Words, subject: Subject) -> Facts:
        place = view.places[subject.of]
        found = [_by_name(group, words) if _bare(group, words) else group for group in groups(view, words)]
        count = sum(len(group["sheets"]) for group in found)
        return {
            "name": phrases.name_in_two_lines(place),
            "chain": phrases.chain(view, place, words),
            "counted": words(
                "print.due.counted", n=count, since=_day(since, words), until=_day(str(view.as_of), words)
            ),
            "bare": any(_bare(group, words) for group in found),
            "groups": found,
        }

    return replace(DOCUMENT, facts=facts)


def _bare(group: Facts, words: Words) -> bool:
    """Whether what hangs is the plate: its edition is left off the finished one."""
    return bool(group["kind"] == words("print.plate.title"))


def _by_name(group: Facts, words: Words) -> Facts:
    return {**group, "sheets": [{**one, "was": "—", "now": words("print.walls.by_name")} for one in group["sheets"]]}


def _day(since: str, words: Words) -> str:
    try:
        return words.date(date.fromisoformat(since).isoformat())
    except ValueError:
        return since


def _title(view: View, words: Words, subject: Subject) -> str:
    return words("print.due.of", name=view.places[subject.of].name)


DOCUMENT = Document(
    name="due",
    about="place",
    ladders={
        "A4": tuple(
            Step({"body": f"{body}pt", "row": f"{row}mm"}, pages)
            for pages in (1, 2, 4, 12)
            for body, row in ((12, 2.6), (11, 2), (10.5, 1.2))
        )
    },
    defaults=lambda view: (),
    facts=lambda view, words, subject: {},
    title=_title,
    held=True,
)
