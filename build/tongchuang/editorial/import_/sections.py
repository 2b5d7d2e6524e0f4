"""From the pieces of a document to sections: which paragraphs are headings, and the measures with who does them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model.finding import Bilingual
from .blocks import Table
from .characters import half_open, unknown
from .departments import bracket, duty
from .document import Doubt, Piece
from .numbering import ORDER, Kind, Numbered, numbered

# The longest first sentence that is the name of its section, by the kind of number.
_LONGEST: Mapping[Kind, int] = {
    "book": 60,
    "chapter": 60,
    "section": 60,
    "part": 60,
    "item": 60,
    "point": 48,
    "sub": 26,
}
_LAWS: frozenset[Kind] = frozenset({"book", "chapter", "section"})
_ALIKE: tuple[Kind, ...] = ("point", "sub")
_FIRST = re.compile(r"^(?P<title>[^。；：]{1,60}?)。(?P<rest>.+)$", re.DOTALL)
_CLAUSE = re.compile(r"[^，。；：（]{2,60}")
DEEPEST = 4
_MOST = 2_900


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text; ``depth`` from 1."""

    depth: int
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``strong`` is the number of an article, set apart."""

    text: str
    strong: str = ""


Part = Heading | Text | Table


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the document that has measures."""

    id: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with the departments that the document names for it."""

    id: str
    chapter: str | None
    number: str
    title: str
    text: str
    lead: tuple[str, ...]
    supporting: tuple[str, ...]


@dataclass(slots=True)
class Sections:
    """The text in parts, its measures, its number of articles, what is doubtful, and 。 that headings lost."""

    parts: list[Part] = field(default_factory=list)
    chapters: tuple[Chapter, ...] = ()
    measures: tuple[Measure, ...] = ()
    articles: int = 0
    doubts: list[Doubt] = field(default_factory=list)
    stops: int = 0


def sections_of(pieces: list[Piece], known: Mapping[str, str]) -> Sections:
    """The sections of a document."""
    found = Sections()
    law = sum(bool(one and one.kind == "article") for one in map(numbered, (piece.text for piece in pieces))) >= 3
    titles = _titles(pieces, law)
    walk = _Walk(found)
    for piece, title in zip(pieces, titles, strict=True):
        walk.piece(piece, title)
    walk.finish()
    _measures(found, known)
    return found


@dataclass(slots=True)
class _Walk:
    """Goes through the pieces; remembers the kinds of number it is in, how far each has counted in its part, and at all."""

    found: Sections
    stack: list[Kind] = field(default_factory=list)
    last: dict[Kind, int] = field(default_factory=dict)
    ever: dict[Kind, int] = field(default_factory=dict)
    shift: int = 0
    listing: bool = False
    restored: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    def piece(self, piece: Piece, title: "_Title | None") -> None:
        parts = self.found.parts
        if isinstance(piece.block, Table):
            parts.append(piece.block)
            return
        text = piece.text
        if piece.role == "annex":
            self.stack, self.last, self.ever, self.shift = [], {}, {}, 1
            parts.append(Heading(1, "", text))
            return
        one = numbered(text) if piece.role == "text" else None
        # The list of annexes (附件说明, GB/T 9704-2012, 7.3.4) has numbers of its own.
        self.listing = bool(re.match(r"附\s*件?：", text)) or (self.listing and one is not None and one.kind == "point")
        if self.listing:
            one = None
        if one and one.restored and one.value not in (1, self.last.get("point", 0) + 1):
            one = None
        if one is None:
            level = piece.block.level
            if level and piece.role == "text" and len(text) < 60 and "。" not in text:
                parts.append(Heading(min(level + self.shift, DEEPEST), "", text))
            else:
                parts.append(Text(text))
            return
        self._numbered(one, title)

    def finish(self) -> None:
        """Say which numbers were mended and which jump."""
        if self.restored:
            shown = "、".join(self.restored[:8]) + ("等" if len(self.restored) > 8 else "")
            self._doubt(
                f"有 {len(self.restored)} 处序号后面的点丢了，已补上：{shown}。",
                f"{len(self.restored)} numbers had lost the point after them; it was put back: {shown}.",
            )
        self._spoilt()
        if self.gaps:
            shown = "；".join(self.gaps[:8])
            self._doubt(
                f"序号不连续：{shown}。请看看是原文如此，还是漏了。",
                f"Numbers that do not follow on: {shown}. See whether the original is so or something is missing.",
            )

    def _spoilt(self) -> None:
        """Say where characters were lost before the file came here."""
        texts = [part.text for part in self.found.parts if isinstance(part, Text)]
        if broken := [words for text in texts for words in half_open(text)]:
            shown = "；".join(broken[:6])
            self._doubt(
                f"正文里有 {len(broken)} 处发文字号丢了括号或字：{shown}。请照原件补上。",
                f"{len(broken)} document numbers in the text have lost a bracket or characters: {shown}. Mend them.",
            )
        if strange := unknown("".join(texts)):
            codes = "、".join(f"U+{ord(char):04X}" for char in strange[:6])
            self._doubt(
                f"正文里有别人电脑上造的字或丢了的字（{codes}），请照原件改。",
                f"The text has characters of the author's own font, or lost ones ({codes}). Correct them.",
            )

    def _doubt(self, zh: str, en: str) -> None:
        self.found.doubts.append(Doubt(None, Bilingual(zh, en)))

    def _numbered(self, one: Numbered, found: "_Title | None") -> None:
        parts = self.found.parts
        depth = self._enter(one)
        if one.restored:
            self.restored.append(one.number + one.rest[:8])
        if one.kind == "article":
            self.found.articles += 1
            parts.append(Text(one.rest, one.number))
            return
        if found is None or depth > DEEPEST:
            parts.append(Text(one.number + one.rest))
            return
        title, rest, stop = found
        self.found.stops += stop
        # Titles of two characters are set wide: 总　则.
        title = title.replace(" ", "") if one.kind in _LAWS else title
        parts.append(Heading(depth, one.number, title))
        if rest:
            parts.append(Text(rest))

    def _enter(self, one: Numbered) -> int:
        """Go to the level of a number; returns its depth, and notes a number that doesn't follow on."""
        kind = one.kind
        if kind in self.stack:
            del self.stack[self.stack.index(kind) + 1 :]
        else:
            while self.stack and ORDER.index(self.stack[-1]) > ORDER.index(kind):
                self.stack.pop()
            self.stack.append(kind)
        before = self.last.get(kind, 0)
        # Points may count on through the parts of a document too.
        if one.value not in (1, before + 1, self.ever.get(kind, 0) + 1):
            self.gaps.append(
                f"{one.number}{one.rest[:10]}" + (f"（前一个是第 {before}）" if before else "（前面没有）")
            )
        self.last[kind] = self.ever[kind] = one.value
        for deeper in ORDER[ORDER.index(kind) + 1 :]:
            # Items may count on through the parts of a document, and articles through its chapters.
            if deeper not in ("item", "article", "section") or kind in ("book",):
                self.last.pop(deeper, None)
        return len(self.stack) + self.shift


# Title, what follows it in its paragraph, and whether 。 stood between.
_Title = tuple[str, str, bool]


def _titles(pieces: list[Piece], law: bool) -> list[_Title | None]:
    """The title of each numbered piece that has one. Points below one heading all have one, or none."""
    numbers = [numbered(piece.text) if piece.role == "text" else None for piece in pieces]
    following = [*pieces[1:], None]
    titles = [_title(one, after, law) if one else None for one, after in zip(numbers, following, strict=True)]
    for kind in _ALIKE:
        wider = ORDER[: ORDER.index(kind)]
        group: list[int] = []
        for at in range(len(pieces) + 1):
            one = numbers[at] if at < len(pieces) else None
            if at == len(pieces) or (one and one.kind in wider) or pieces[at].role == "annex":
                if any(titles[of] is None for of in group):
                    titles = [None if of in group else title for of, title in enumerate(titles)]
                group = []
            elif one and one.kind == kind and not one.restored:
                group.append(at)
    return titles


def _title(one: Numbered, following: Piece | None, law: bool) -> _Title | None:
    """The title of a numbered paragraph if it has one."""
    if law and one.kind not in _LAWS:
        return None
    longest = _LONGEST.get(one.kind, 0)
    text = one.rest
    if run_in := _FIRST.match(text):
        title, rest = run_in["title"], run_in["rest"]
        sentence = one.kind in _ALIKE and bracket(rest) is not None and rest.startswith("（")
        return (title, rest, True) if len(title) <= longest and one.kind != "sub" and not sentence else None
    bare = text.removesuffix("。")
    if not bare or len(bare) > longest or re.search(r"[。；：]", bare) or text.endswith(("；", "：")):
        return None
    if one.kind in ("part", "chapter", "section", "book"):
        return bare, "", bare != text
    after = numbered(following.text) if following and following.role == "text" else None
    alone = following is None or following.role != "text"
    sibling = after is not None and ORDER.index(after.kind) <= ORDER.index(one.kind) and not after.restored
    if one.kind in _ALIKE and (alone or sibling):
        return None
    return bare, "", bare != text


def _measures(found: Sections, known: Mapping[str, str]) -> None:
    """Measures with who does them, if the document says so for some: each heading of the level that says it most."""
    spans = list(_spans(found.parts))
    levels = [heading.depth for heading, own in spans if _who(own)]
    if not levels:
        return
    level = max(set(levels), key=lambda depth: (levels.count(depth), depth))
    chapters: list[Chapter] = []
    measures: list[Measure] = []
    above: Heading | None = None
    for heading, own in spans:
        if heading.depth < level:
            # An annex is no part of the document that measures stand in.
            above = heading if heading.number else None
            continue
        if heading.depth != level or ((who := _who(own)) is None and not own):
            continue
        if above and level > 1 and (not chapters or chapters[-1].title != above.title):
            chapters.append(Chapter(f"c-{len(chapters) + 1}", above.number.rstrip("、."), above.title))
        measures.append(
            _measure(found, heading, own, who, f"m{len(measures) + 1}", chapters[-1].id if chapters else None, known)
        )
    found.measures = tuple(measures)
    if all(measure.chapter for measure in measures):
        found.chapters = tuple(chapters)


def _spans(parts: list[Part]) -> Iterator[tuple[Heading, list[str]]]:
    """Each heading with the paragraphs up to the next of the same or a higher level; and each numbered paragraph that
    says who does it, below all headings, under its first words."""
    for at, part in enumerate(parts):
        if isinstance(part, Text) and (one := numbered(part.text)) and bracket(part.text):
            if name := _CLAUSE.match(one.rest):
                yield Heading(DEEPEST + 1, one.number, name[0]), [one.rest]
        elif isinstance(part, Heading):
            own = []
            for after in parts[at + 1 :]:
                if isinstance(after, Heading) and after.depth <= part.depth:
                    break
                if isinstance(after, Text):
                    own.append(after.text)
                elif isinstance(after, Heading):
                    own.append(f"{after.number}{after.title}。")
            yield part, own


def _who(own: list[str]) -> str | None:
    """The words that say who does it, at the end of a measure (the last one's may be followed by the signature)."""
    return next((words for text in own if (words := bracket(text))), None)


def _measure(
    found: Sections,
    heading: Heading,
    own: list[str],
    who: str | None,
    id_: str,
    chapter: str | None,
    known: Mapping[str, str],
) -> Measure:
    end = next((at for at, text in enumerate(own) if bracket(text)), len(own) - 1)
    text = "".join(own[: end + 1])
    lead: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    name = heading.number + heading.title
    if who is None:
        found.doubts.append(
            Doubt("measures", Bilingual(f"“{name}”没有写由谁负责。", f'"{name}" does not say who does it.'))
        )
    else:
        text = text.removesuffix("。").removesuffix(f"（{who}）").removesuffix(who) or heading.title
        said = duty(who, known)
        lead, supporting = said.lead, said.supporting
        if said.unknown:
            names = "、".join(said.unknown)
            found.doubts.append(
                Doubt(
                    "measures",
                    Bilingual(
                        f"“{name}”里的“{names}”不在部门表里，没有列入。",
                        f'"{name}" names {names}, which the list of departments does not have; left out.',
                    ),
                )
            )
    return Measure(id_, chapter, heading.number.rstrip("、."), heading.title, text[:_MOST], lead, supporting)
