"""Fingerprints of texts that the content must not copy: hashes of all their runs of 14 characters.

Only ideographs, letters and digits count, so that punctuation and line breaks hide nothing, and every number is the
same one character: a sentence with 三十 turned into 30 is still that sentence. With 48 bits, a million runs of our own
against 600,000 fingerprints give a false alarm once in 400 times.
"""

import lzma
import re
import struct
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import accumulate, pairwise
from pathlib import Path

RUN = 14
BITS = 48
FILE = Path(__file__).parent / "fingerprints.xz"

# Full-width letters and digits, and capitals, as plain ones: character for character, so that offsets hold.
_PLAIN = {wide: chr(wide - 0xFEE0).lower() for wide in range(0xFF01, 0xFF5F)}
_PLAIN |= {ord(capital): capital.lower() for capital in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_COUNTED = re.compile(r"((?:百分之)?[0-9〇零一二两三四五六七八九十百千万亿]+)|[^\W_]")
_NUMBER = "0"
# xz is told that numbers of eight bytes come, mostly the same in their upper half.
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9, "lc": 0, "lp": 3, "pb": 3}]


def normal(text: str) -> tuple[str, list[int]]:
    """The characters of a text that count, and where in it each stands."""
    found: list[str] = []
    at: list[int] = []
    for match in _COUNTED.finditer(text.translate(_PLAIN)):
        character = _NUMBER if match[1] else match[0]
        if character != _NUMBER or found[-1:] != [_NUMBER]:
            found.append(character)
            at.append(match.start())
    return "".join(found), at


def runs(characters: str) -> Iterator[str]:
    """Every run of the characters of a normal text, in order; none of a shorter one."""
    return (characters[start : start + RUN] for start in range(len(characters) - RUN + 1))


def fingerprint(run: str) -> int:
    """The first bits of the BLAKE2b hash of a run."""
    return int.from_bytes(blake2b(run.encode(), digest_size=BITS // 8).digest(), "big")


def pack(texts: Iterable[str]) -> bytes:
    """The fingerprints of texts as a file: sorted, the gaps between them as 64-bit numbers, compressed with xz."""
    found = sorted({fingerprint(run) for text in texts for run in runs(normal(text)[0])})
    gaps = [after - before for before, after in pairwise([0, *found])]
    return lzma.compress(struct.pack(f"<{len(gaps)}Q", *gaps), filters=_FILTERS)


def unpack(data: bytes) -> frozenset[int]:
    """The fingerprints in a file."""
    raw = lzma.decompress(data)
    return frozenset(accumulate(struct.unpack(f"<{len(raw) // 8}Q", raw)))
