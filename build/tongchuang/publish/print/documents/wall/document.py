"""Text for the wall (上墙内容): rules, duties, norms, pledges and advice to be read from afar, and in the same layout
the cards of posts, chapters of the handbook and self-checks that the staff work with."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any

from .....catalogue import View
from .....model.common import Citation
from .....model.paper import WallItem, WallRule
from .....model.policy import Policy
from .....model.profile import Profile
from ....words import Words
from ... import phrases
from ...defaults import wall_texts
from ...document import Document, Facts, Subject
from ...error import PrintError, undated
from ...ladder import filling, sizes
from ..card.document import KINDS as CARDS

PUBLIC = ("rule", "duty", "norm", "pledge", "advice")  # read by visitors, so large as well
SUPERVISED = ("rule", "duty", "norm", "pledge")
# 五个100%（2011年的承诺）: what a name says in brackets is set smaller.
_NAME = re.compile(r"(?P<name>.+?)\s*(?P<aside>[（(][^（(]+[）)])?")
MOST_IN_A_LINE = 170
_WIDE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef“”]")


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the sheet shows: the text item by item, since when it is in use, what it comes from, and whose it is.

    Raises PrintError for a text without a revision: nothing hangs on a wall without its date.
    """
    text = view.wall_rules[subject.of]
    if not text.revisions:
        raise PrintError("wall", subject.id, words.lang, "revisions", *undated())
    name = _NAME.fullmatch(text.name)
    assert name, "a name is one line of at least one character"
    where = text.region or subject.place
    slogan = _slogan(text, view.profile_at(where) if where else None)
    policy = view.policies[text.policy] if text.policy else None
    historical = (policy.historical or "") if policy and text.region else ""
    return {
        "place": _place(view, words, subject, text),
        "text_kind": text.kind,
        "over": _over(words, text),
        "name": name["name"],
        "aside": name["aside"] or "",
        "ems": _ems(name["name"]),
        "summary": text.summary or "",
        "historical": historical,
        "slogan": slogan,
        "slogan_ems": _ems(slogan),
        "items": list(_items(view, words, text, slogan)),
        "unkept": _unkept(view, words, text, bool(historical)),
        "since": words("print.wall.since", date=words.date(text.revisions[-1].date)),
        "source": _source(view, words, policy) if policy else "",
        "unconfirmed": list(text.review.unconfirmed) if text.review else [],
    }


def _place(view: View, words: Words, subject: Subject, text: WallRule) -> dict[str, Any]:
    """Whose wall it is, as far as is known, which blanks stand below the name, and the title on further sheets."""
    place = view.places.get(subject.place or "")
    return {
        "title": text.name,
        "name": phrases.whose(view, subject.place),
        "standing": words("unconfirmed") if place and not place.confirmed_on else "",
        "supervised": text.kind in SUPERVISED,
        "supervision_phone": (place.supervision_phone or "") if place else "",
        "signed": text.kind == "checklist",
    }


def _unkept(view: View, words: Words, text: WallRule, historical: bool) -> str:
    """What to do if it isn't kept; empty for what asks nothing of an office, and for a pledge that has run out."""
    anything = phrases.for_anything(view, None)
    if text.kind not in SUPERVISED or (text.kind == "pledge" and historical) or not anything:
        return ""
    return words("print.wall.unkept", number=anything["number"])


def _over(words: Words, text: WallRule) -> str:
    """What stands above the title where the place has nothing to write: the kind, or for a card of a post its levels."""
    if text.kind in (*SUPERVISED, "checklist"):
        return ""
    if text.kind == "role":
        return words(
            "print.wall.used_at", levels=words("print.list_join").join(words(f"level.{one}") for one in text.levels)
        )
    return words(f"print.wall.kind.{text.kind}")


def _slogan(text: WallRule, profile: Profile | None) -> str:
    """The slogan of the region above its pledges, without a mark at its end."""
    return (profile.slogan or "") if profile and text.kind == "pledge" else ""


def _items(view: View, words: Words, text: WallRule, slogan: str) -> Iterator[dict[str, Any]]:
    """The items, numbered from one below each heading with more than one; which of them only says the slogan is told."""
    numbered = text.kind not in ("pledge", "checklist")
    number = 0
    for item, following in zip_longest(text.items, text.items[1:]):
        number = 1 if item.heading else number + 1
        alone = number == 1 and (not following or bool(following.heading))
        said = bool(slogan) and item.text.rstrip("。.") == slogan
        yield _item(view, words, item) | {"number": str(number) if numbered and not alone else "", "said": said}


def _item(view: View, words: Words, item: WallItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "heading": item.heading or "",
        "text": item.text,
        "percent": "" if item.percent is None else f"{item.percent}%",
        "hotlines": phrases.lines(view.hotlines[id_] for id_ in item.hotlines),
        "basis": phrases.citations(view, item.basis, words),
    }


def _source(view: View, words: Words, policy: Policy) -> str:
    title = words.citation(Citation(policy.id), view.policies)
    return words("print.wall.asked_by" if policy.historical else "print.wall.according", title=title)


def _ems(line: str) -> int:
    """How wide a line is in bold, in tenths of an em; from 17 Chinese characters on, that of half of it."""
    wide = len(_WIDE.findall(line))
    width = 10 * wide + 6 * (len(line) - wide)
    return width if width <= MOST_IN_A_LINE else width // 2 + 20


def defaults(view: View) -> Iterable[Subject]:
    """Each text for the wall, with a blank for whose it is."""
    return (Subject("wall-rule", text.id) for text in view.wall_rules.values() if text.kind not in CARDS)


def _by_default(view: View, subject: Subject, size: str) -> bool:
    return size == "A4" or view.wall_rules[subject.of].kind in PUBLIC


_GAPS = (7, 0.8, 0.3)

DOCUMENT = Document(
    name="wall",
    about="wall-rule",
    ladders={
        "A4": filling(34, 10.5, 4, _GAPS),
        "A4.en": filling(30, 9.5, 4, _GAPS),
        "A4.both": filling(34, 11, 4, _GAPS),
        "A3": filling(48, 12, 3, _GAPS),
        "A3.both": filling(48, 13.5, 3, _GAPS),
        "A2": filling(70, 17, 2, _GAPS),
        "A2.both": filling(70, 17, 2, _GAPS),
        "A1": filling(100, 24, 2, _GAPS),
        "80x200": filling(170, 34, 1, _GAPS),
    },
    own_ladders={
        "A1": sizes("name", 44, 36, 30, 24),
        "80x200": sizes("name", 80, 66, 54, 44, 34),
        "A2": sizes("name", 32, 26, 21, 17),
        "A3": sizes("name", 22, 18, 15, 12),
        "A4": sizes("name", 17, 14, 11.5, 9),
    },
    defaults=defaults,
    hangs=lambda view, place: wall_texts(view, place, PUBLIC),
    unprinted=frozenset({"text_kind", "place.title"}),
    facts=facts,
    title=lambda view, words, subject: view.wall_rules[subject.of].name,
    default_sizes=("A4", "A2"),
    by_default=_by_default,
    continues=True,
)
