"""Rights card for the wallet (维权口袋卡), 85 × 54 mm: ten on a sheet of A4, to print on both sides and cut.

The front says what to do first and whom to call, the back what to do then, what the law asks of the other side, which
proof to keep, and the time limits, with their articles.
"""

from collections.abc import Iterable

from .....catalogue import View
from .....model.taxonomy import CardLaw, LifeEvent
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject

CARDS = 10
NUMBERS = 4


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the two sides show of a life event that has a card; KeyError for one that has none."""
    event = view.life_events[subject.of]
    if event.card is None:
        raise KeyError(event.id)
    first = event.stages[0]
    staged = [view.services[id_] for stage in event.stages for id_ in stage.services]
    limits = view.limits(event)
    shown = [*filter(view.offers, staged), *(limit.service for limit in limits)]
    return {
        "cards": CARDS,
        "name": event.name,
        "first": {"name": first.name, "text": first.text},
        "then": words("print.rights.then_join").join(stage.name for stage in event.stages[1:]),
        "hotlines": _hotlines(view, event),
        "law": _law(view, event.card.law, words),
        "proof": words("print.rights.proof_join").join(event.card.proof),
        "revised": phrases.revised(shown, words),
        "limits": [phrases.deadline(view, limit, words) for limit in limits],
    }


def _law(view: View, law: CardLaw | None, words: Words) -> dict[str, str]:
    return {"text": law.text, "basis": phrases.citations(view, law.basis, words)} if law else {}


def _hotlines(view: View, event: LifeEvent) -> list[dict[str, str]]:
    """The numbers of the stages in their order, and the one for everything, as many as a card takes."""
    wanted = [number for stage in event.stages for number in stage.hotlines if number in view.hotline_names]
    others = [
        line.number for line in view.hotlines.values() if line.department == phrases.ANYTHING and not line.withdrawn
    ]
    numbers = [*dict.fromkeys(number for number in wanted if number not in others)][: NUMBERS - len(others)] + others
    return [{"number": number, "name": view.hotline_names[number]} for number in numbers]


def defaults(view: View) -> Iterable[Subject]:
    """Each life event that has a card."""
    return (Subject("life-event", event.id) for event in view.life_events.values() if event.card)


def _steps(*sizes: tuple[float, float]) -> tuple[Step, ...]:
    """Body sizes of front and back in points."""
    return tuple(Step({"front": f"{front:g}pt", "back": f"{back:g}pt"}, 2) for front, back in sizes)


DOCUMENT = Document(
    name="rights",
    about="life-event",
    ladders={
        "A4": _steps((11, 10), (10.5, 9.5), (10, 9), (9.5, 8.5), (9, 8), (8.5, 7.5), (8, 7)),
        "A4.both": _steps((9, 8), (8.5, 7.6), (8, 7.2), (7.5, 6.9), (7.2, 6.5), (7, 6.2)),
    },
    defaults=defaults,
    cut_to="card",
    facts=facts,
    title=lambda view, words, subject: words("print.rights.of", name=view.life_events[subject.of].name),
)
