"""The shapes of ladder that several documents have."""

from math import sqrt

from .document import Step


def sizes(length: str, *points: float, pages: int = 1) -> tuple[Step, ...]:
    """Steps that set one length, such as ``body``, to each of these sizes in points."""
    return tuple(Step({length: f"{size:g}pt"}, pages) for size in points)


def rows(*steps: tuple[int, float, float]) -> tuple[Step, ...]:
    """Steps of a table: how many pages there may be, its ``--body`` in points, and in ems of it ``--row``, the space
    above and below a row."""
    return tuple(Step({"body": f"{body:g}pt", "row": f"{row * body:.2f}pt"}, pages) for pages, body, row in steps)


def filling(most: float, least: float, sheets: int, gaps: tuple[float, float, float]) -> tuple[Step, ...]:
    """Steps of one text that is to fill its sheet, however short or long it is: from ``--body`` of ``most`` points
    down to ``least`` on one page, then on up to ``sheets`` pages, on each further one larger again.

    ``gaps`` are the widest, the usual and the narrowest ``--gap`` between items, in ems of the body: what is short
    stands large and far apart; first the gaps shrink, then gaps and letters together, and last the gaps again.
    """
    widest, usual, narrowest = gaps
    one = [
        *((most, gap) for gap in shrinking(widest, usual, 0.9)),
        *((body, usual) for body in shrinking(most, least, 0.975)),
        *((least, gap) for gap in shrinking(usual, narrowest, 0.75)),
    ]
    # Letters that take about the room on n pages that the least take on one page fewer.
    more = [
        (n, body, (usual + narrowest) / 2)
        for n in range(2, sheets + 1)
        for body in shrinking(least * sqrt(n / (n - 1)), least, 0.95)
    ]
    return tuple(_step(*step) for step in (*((1, *step) for step in one), *more))


def shrinking(most: float, least: float, by: float) -> list[float]:
    """From ``most`` by a factor down to ``least``."""
    found = [most]
    while found[-1] * by > least:
        found.append(found[-1] * by)
    return [*found, least]


def _step(sheets: int, body: float, gap: float) -> Step:
    return Step({"body": f"{body:.2f}pt", "gap": f"{gap * body:.2f}pt"}, sheets)
