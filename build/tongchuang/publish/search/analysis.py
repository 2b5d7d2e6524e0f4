"""The one analysis: from text to terms, the same when indexing, on the hub and (``reader.js``) on a phone.

A term is a two-character gram of a run of Chinese (``老板``), a gram with a gap for one other character
(``居_证``), a single character (``老``), or the stem of a Latin word (``wage``). Only the standard library,
so that reading an index needs nothing else.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import pairwise

# Longer queries are cut here, in code points; the search field allows as many.
LONGEST = 100
# Longer texts are no names; longer lines are not typed as they stand, in letters or in Chinese characters.
LONGEST_WHOLE = 24
SHORT, TITLE_HAN, SHORT_HAN, PHRASE_HAN = 24, 16, 8, 5
# Longer texts are not told by their sound as a whole, and in longer queries no wrong character is looked for: they say
# enough besides. In Chinese characters.
LONGEST_HEARD, LONGEST_SLIPPED = 8, 12
_MARKS = re.compile("[\u0300-\u036f'’‘ʼ`]")
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_HAN}]+|[a-z0-9]+")
# Pronouns, particles and question words of spoken Chinese. They say nothing of what is wanted, so a run is cut
# at them: 我的居住证怎么办 is 居住证 and 办.
FILLERS = "我你您他她它俺咱们的了吗呢吧啊呀嘛啦哦呗么怎咋啥什哪这那"
_BETWEEN = re.compile(f"[^{FILLERS}]+")
_RETROFLEX = re.compile("([zcs])h")
_NASAL = re.compile("ng+")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


def normalise(text: str) -> str:
    """``text`` in compatibility form (NFKD), lower case, without accents and apostrophes."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text).lower())


def runs(text: str) -> list[str]:
    """The runs of Chinese characters and the Latin words of normalised text, in order."""
    return _RUN.findall(text)


def is_han(run: str) -> bool:
    """Whether a run is Chinese, not a Latin word."""
    return run[0] > "z"


def pieces(runs: Iterable[str]) -> list[str]:
    """The runs, those of Chinese cut at ``FILLERS``."""
    return [piece for run in runs for piece in (_BETWEEN.findall(run) if is_han(run) else (run,))]


def singles(run: str) -> Iterator[str]:
    """Each character of a run."""
    return iter(run)


def pairs(run: str) -> Iterator[str]:
    """Each two neighbours of a run."""
    return (run[i : i + 2] for i in range(len(run) - 1))


def gaps(run: str) -> Iterator[str]:
    """Each two characters with one other between them: 居住证 has 居_证."""
    return (f"{run[i]}_{run[i + 2]}" for i in range(len(run) - 2))


def stem(word: str) -> str:
    """A Latin word without the commonest English endings, so that injured and injuries meet in ``injur``."""
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending, shortest in (("ing", 6), ("ed", 5), ("ment", 8)):
        if word.endswith(ending) and len(word) >= shortest:
            word = word[: -len(ending)]
            break
    if len(word) > 4 and word.endswith(("e", "y")):
        word = word[:-1]
    return _DOUBLED.sub(r"\1", word)


def one_slip_apart(typed: str, word: str) -> bool:
    """Whether one letter too many, too few, wrong or swapped with its neighbour makes ``word`` of ``typed``."""
    start = 0
    while start < min(len(typed), len(word)) and typed[start] == word[start]:
        start += 1
    typed, word = typed[start:], word[start:]
    while typed and word and typed[-1] == word[-1]:
        typed, word = typed[:-1], word[:-1]
    return max(len(typed), len(word)) <= 1 or (len(typed) == 2 and typed == word[::-1])


def whole(text: str) -> str:
    """One term for all of a normalised text, so that a name typed in full finds its own record first."""
    return "=" + " ".join(piece if is_han(piece) else stem(piece) for piece in pieces(runs(text)))


def wholes(text: str) -> Iterator[str]:
    """Each line of normalised text as one term, if it is no longer than what people type."""
    return (whole(line) for line in text.split("\n") if len(line) <= LONGEST_WHOLE and pieces(runs(line)))


def short_lines(text: str, han: int = SHORT_HAN) -> Iterator[str]:
    """The lines of normalised text that people type as they stand, of at most ``han`` Chinese characters."""
    return (line for line in text.split("\n") if len(line) <= (SHORT if line < "\u3007" else han))


def phrases(text: str) -> Iterator[str]:
    """Each line of normalised text that is little more than a word as one term."""
    return wholes("\n".join(short_lines(text, PHRASE_HAN)))


def terms(text: str, of_run: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """``of_run`` of every piece of the Chinese runs of normalised text."""
    return (term for piece in pieces(runs(text)) if is_han(piece) for term in of_run(piece))


def short_terms(text: str, of_run: Callable[[str], Iterable[str]], han: int = SHORT_HAN) -> Iterator[str]:
    """``of_run`` of the Chinese of short lines alone."""
    return terms("\n".join(short_lines(text, han)), of_run)


def words(text: str) -> Iterator[str]:
    """The stems of the Latin words of normalised text."""
    return (stem(run) for run in runs(text) if not is_han(run))


def neighbours(stems: Iterable[str]) -> Iterator[str]:
    """Each two stems that follow each other, as one term: ``trad_union``."""
    return (f"{first}_{second}" for first, second in pairwise(stems))


def word_pairs(text: str, without: Container[str]) -> Iterator[str]:
    """The neighbours on each line of normalised text, as if the words of ``without`` were not there."""
    for line in text.split("\n"):
        yield from neighbours(stem for stem in words(line) if stem not in without)


def plain(sound: str) -> str:
    """Pinyin as accents and keyboards make it: zh, ch, sh and -ng lose a letter, ü is written v or u."""
    return _RETROFLEX.sub(r"\1", sound).replace("ng", "n").replace("v", "u")


def heard(sound: str) -> str:
    """One term for a whole text in pinyin written together, whether ``plain`` before or not."""
    return "=" + _NASAL.sub("n", plain(sound))
