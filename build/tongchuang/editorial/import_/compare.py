"""Characters in and out: what of the file's text is in the draft, what was left out, and what is in neither."""

from collections import Counter
from dataclasses import dataclass

from . import markdown
from .blocks import LeftOut, Read
from .characters import counted
from .draft import MARK, Draft


@dataclass(frozen=True, slots=True)
class Comparison:
    """Numbers of characters, spaces aside; ``lost`` and ``added`` are characters by how often each is."""

    source: int
    text: int
    fields: int
    left_out: int
    stops: int
    lost: Counter[str]
    added: Counter[str]


def compare(read: Read, draft: Draft, left_out: tuple[LeftOut, ...], stops: int) -> Comparison:
    """Compare the file's text, as got without the way that led to the draft, with all that the import kept of it."""
    source = counted(read.text)
    # What margins and comments hold is no part of the text, but may be of ``read.text``.
    margins = Counter[str]()
    for one in read.left_out:
        margins += counted(one.text)
    text = markdown.plain(draft.body)
    body = counted(text)
    title = str(draft.fields["title"])
    aside = Counter[str]()
    for one in left_out:
        aside += counted(one.text)
    kept = body + aside
    kept["。"] += stops
    kept -= counted("".join(f"［注{n}］注{n}：" for n in range(1, len(read.notes) + 1)))
    # The title of an order is that of the rules which it puts in force, and stands above them in the text: there is no
    # other in the file.
    above = counted("" if title.startswith(MARK) else title)
    fields = Counter[str]() if title in text and above - (source - kept) else above
    kept += fields
    lost = source - kept
    added = kept - source - margins
    return Comparison(source.total(), body.total(), fields.total(), aside.total(), stops, lost, added)
