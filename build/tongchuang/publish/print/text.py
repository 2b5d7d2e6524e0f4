"""Words on a sheet: one text in each of the sheet's languages, as markup.

Runs in another script get their own ``lang``, so that each is shaped for its language; marks that meet in
Chinese are squeezed to half their width, as a printer would set them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

TAGS = {"zh": "zh-Hans"}
_CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+")
# A mark with its ink on the left, when another mark follows: the empty right half goes.
_MEETING = re.compile(r"[、，。；：！？）》」』”’](?=[、，。；：！？）》」』（《「『“‘])")

_HALF = Markup('<span class="half">{}</span>')
_TAGGED = Markup('<span lang="zh-Hans">{}</span>')


def tag(lang: str) -> str:
    """The BCP 47 tag of a content language."""
    return TAGS.get(lang, lang)


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in each language of a sheet, in the sheet's order."""

    parts: tuple[tuple[str, str], ...]

    def __html__(self) -> str:
        if len(self.parts) == 1:
            return marked(*self.parts[0])
        return Markup().join(
            Markup('<span class="words" lang="{}">{}</span>').format(tag(lang), marked(lang, words))
            for lang, words in self.parts
        )

    def __str__(self) -> str:
        return " ".join(words for _, words in self.parts)

    def __bool__(self) -> bool:
        return any(words for _, words in self.parts)

    def words(self, lang: str) -> str:
        """The words in ``lang``, or those of the only language there is."""
        return dict(self.parts).get(lang, self.parts[0][1])


def line(langs: Sequence[str], *runs: tuple[str, Text]) -> Markup:
    """Several texts as one paragraph for each language; each run is (class, text), empty ones are left out."""
    found = [
        Markup(" ").join(
            Markup('<span class="{}">{}</span>').format(name, marked(lang, text.words(lang)))
            for name, text in runs
            if text
        )
        for lang in langs
    ]
    if len(langs) == 1:
        return found[0]
    return Markup().join(
        Markup('<span class="words" lang="{}">{}</span>').format(tag(lang), one)
        for lang, one in zip(langs, found, strict=True)
    )


def marked(lang: str, words: str) -> Markup:
    """One language's words, escaped, with runs of Chinese in other languages tagged and marks squeezed."""
    pattern, span = (_MEETING, _HALF) if lang == "zh" else (_CHINESE, _TAGGED)
    if not pattern.search(words):
        return escape(words)
    found, at = Markup(), 0
    for match in pattern.finditer(words):
        found += escape(words[at : match.start()]) + span.format(match.group())
        at = match.end()
    return found + escape(words[at:])


def together(langs: Sequence[str], versions: Sequence[Any]) -> Any:
    """The same facts of several languages as one: each text becomes a ``Text``, the rest must be equal.

    Words that are the same in all languages (a telephone number) stand once.
    """
    first = versions[0]
    if isinstance(first, str):
        if all(version == first for version in versions):
            return Text(((langs[0], first),))
        return Text(tuple(zip(langs, versions, strict=True)))
    if isinstance(first, Mapping):
        return {key: together(langs, [version[key] for version in versions]) for key in first}
    if isinstance(first, (list, tuple)):
        return [together(langs, entries) for entries in zip(*versions, strict=True)]
    return first
