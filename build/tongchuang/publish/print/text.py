"""Words on a sheet: one text in each of the sheet's languages, as markup.

Runs in another script get their own ``lang``, so that each is shaped for its language. In Chinese, marks that meet
are squeezed to half their width, and no line ends between a number and what it counts, as a printer would set them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

TAGS = {"zh": "zh-Hans"}
_CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]+")
# A mark with its ink on the left, when another mark follows: the empty right half goes. And a number with what it
# counts (第43条, 15个工作日, 50%): a line may end before any ideograph.
_SET = re.compile(
    r"(?P<half>[、，。；：！？）》」』”’](?=[、，。；：！？）》」』（《「『“‘]))"
    r"|(?P<counted>第?\d[\d.]*(?:个?工作日|个?月|小时|分钟|万?元|[%％条款项章节号张页份次人日天年岁周]))"
)


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
        return _stacked(*zip(*((lang, marked(lang, words)) for lang, words in self.parts), strict=True))

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
        " ".join(f'<span class="{name}">{marked(lang, text.words(lang))}</span>' for name, text in runs if text)
        for lang in langs
    ]
    return Markup(found[0]) if len(langs) == 1 else _stacked(langs, found)  # noqa: S704  escaped by marked


def _stacked(langs: Sequence[str], found: Sequence[str]) -> Markup:
    """Escaped words of several languages, one below the other."""
    both = zip(langs, found, strict=True)
    return Markup("".join(f'<span class="words" lang="{tag(lang)}">{words}</span>' for lang, words in both))  # noqa: S704


def marked(lang: str, words: str) -> Markup:
    """One language's words, escaped; in Chinese marks squeezed and numbers kept whole, else runs of Chinese tagged."""
    escaped = str(escape(words))
    if lang != "zh":
        return Markup(_CHINESE.sub(r'<span lang="zh-Hans">\g<0></span>', escaped))  # noqa: S704
    return Markup(_SET.sub(lambda found: f'<span class="{found.lastgroup}">{found.group()}</span>', escaped))  # noqa: S704


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
