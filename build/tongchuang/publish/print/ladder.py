"""Ladders of documents whose one text is to fill its sheet, however short or long it is."""

from math import sqrt

from .document import Step


def filling(most: float, least: float, sheets: int, gaps: tuple[float, float, float]) -> tuple[Step, ...]:
    """Steps from ``--body`` of ``most`` points down to ``least`` on one page, then on up to ``sheets`` pages, on each
    further one larger again.

    ``gaps`` are the widest, the usual and the narrowest ``--gap`` between items, in ems of the body: what is short
    stands large and far apart; first the gaps shrink, then gaps and letters together, and last the gaps again.
    """
    widest, usual, narrowest = gaps
    one = [
        *((most, gap) for gap in _shrinking(widest, usual, 0.9)),
        *((body, usual) for body in _shrinking(most, least, 0.975)),
        *((least, gap) for gap in _shrinking(usual, narrowest, 0.75)),
    ]
    # Letters that take about the room on n pages that the least take on one page fewer.
    more = [
        (n, body, (usual + narrowest) / 2)
        for n in range(2, sheets + 1)
        for body in _shrinking(least * sqrt(n / (n - 1)), least, 0.95)
    ]
    return tuple(_step(*step) for step in (*((1, *step) for step in one), *more))


def _shrinking(most: float, least: float, by: float) -> list[float]:
    found = [most]
    while found[-1] * by > least:
        found.append(found[-1] * by)
    return [*found, least]


def _step(sheets: int, body: float, gap: float) -> Step:
    name = f"{body:.1f} pt, gap {gap:.2g}, {sheets} sheet{'s' * (sheets > 1)}"
    return Step(name, {"body": f"{body:.2f}pt", "gap": f"{gap * body:.2f}pt"}, sheets)
