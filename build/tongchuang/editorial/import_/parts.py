"""The parts of an official document (GB/T 9704-2012, 7): head, title, recipients, text, signature, date, imprint."""

from .blocks import Block, LeftOut
from .body import take_apart
from .bounds import end_of, start_of, without_contents
from .claims import find_dates, find_issuers, find_title
from .document import PAGE, Parts, words
from .head import head_of


def parts_of(blocks: tuple[Block, ...]) -> Parts:
    """Take a document apart. Refused if it says that it is classified."""
    found = Parts()
    blocks = without_contents(found, blocks)
    start = start_of(blocks)
    end = end_of(blocks, start)
    found.left_out += [LeftOut(words(block), PAGE) for block in blocks[end:]]
    head = head_of(found, blocks[:start])
    body = list(blocks[start:end])
    take_apart(found, body)
    find_title(found, head)
    find_issuers(found, head)
    find_dates(found, head)
    return found
