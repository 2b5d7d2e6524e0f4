"""Word files (ECMA-376): numbers that Word sets by itself written out, text boxes put in line, then pandoc.

pandoc reads an automatic 一、 as "1." and loses it; here the number becomes text of the paragraph before pandoc sees
the file, from ``numbering.xml`` (ECMA-376-1, 17.9).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ...model.finding import Bilingual
from . import archive, pandoc
from .blocks import LeftOut, Read
from .numerals import in_format
from .refusal import Refused

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_N = {"w": _W, "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PARTS = (
    "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml",
    "word/comments.xml", "word/header*", "word/footer*",
)  # fmt: skip
# Styles whose paragraphs pandoc takes out of the text as metadata.
_METADATA = frozenset({"title", "subtitle", "author", "date", "abstract"})
_TYPES = b"""<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def read(raw: bytes) -> Read:
    """A Word file's blocks and text."""
    parts = archive.parts(raw, _PARTS)
    document = parts["word/document.xml"]
    if _STRICT in etree.tostring(document)[:2000]:
        raise Refused(
            "这是“Strict Open XML”格式的 .docx。请在 Word 里另存为普通的“Word 文档（.docx）”再导入。",
            "This .docx is Strict Open XML. Save it in Word as an ordinary Word document (.docx) and import that.",
        )
    for fallback in document.iterfind(".//mc:Fallback", _N):
        fallback.getparent().remove(fallback)
    remarks = list(_pictures(document))
    _unbox(document)
    numbered = _write_numbers(document, parts.get("word/styles.xml"), parts.get("word/numbering.xml"))
    text = "\n".join([_text(document), *(_text(parts[name]) for name in sorted(parts) if "notes" in name)])
    if numbered:
        remarks.append(
            Bilingual(
                f"Word 自动编号的 {numbered} 段，编号已写成文字。",
                f"The numbers of {numbered} paragraphs, which Word sets by itself, are now text.",
            )
        )
    blocks, notes = pandoc.read(_repacked(parts), "docx")
    return Read(blocks, text, notes, tuple(_left_out(parts)), tuple(remarks))


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _text(root: etree._Element) -> str:
    """All text but what was deleted in a tracked change."""
    return "\n".join("".join(run.text or "" for run in paragraph.iter(_w("t"))) for paragraph in root.iter(_w("p")))


def _pictures(document: etree._Element) -> Iterator[Bilingual]:
    count = sum(
        1 for picture in document.iter(_w("drawing"), _w("pict"), _w("object")) if picture.find(".//w:txbxContent", _N) is None
    )  # fmt: skip
    if count:
        yield Bilingual(
            f"原文有 {count} 张图片或印章，没有导入。图里有文字的，请打出来。",
            f"{count} pictures or seals were not imported. If they hold words, type them.",
        )


def _unbox(document: etree._Element) -> None:
    """Put the paragraphs of text boxes (a letterhead often is one) before the paragraph that holds them."""
    for box in document.findall(".//w:txbxContent", _N):
        host = next((parent for parent in box.iterancestors(_w("p"))), None)
        if host is None or host.getparent() is None:
            continue
        for paragraph in box.findall("./*"):
            host.addprevious(paragraph)
    for drawing in document.findall(".//w:drawing", _N) + document.findall(".//w:pict", _N):
        parent = drawing.getparent()
        if parent is not None:
            parent.remove(drawing)


def _left_out(parts: dict[str, etree._Element]) -> Iterator[LeftOut]:
    """Headers and footers, comments, and what tracked changes deleted."""
    margin = Bilingual("页眉、页脚", "header or footer")
    seen = set()
    for name, root in sorted(parts.items()):
        if name.startswith(("word/header", "word/footer")):
            text = _text(root).strip()
            if text and text not in seen:
                seen.add(text)
                yield LeftOut(text, margin)
    if "word/comments.xml" in parts and (text := _text(parts["word/comments.xml"]).strip()):
        yield LeftOut(text, Bilingual("批注", "comments"))
    deleted = "".join(run.text or "" for run in parts["word/document.xml"].iter(_w("delText")))
    if deleted.strip():
        yield LeftOut(deleted, Bilingual("修订中删去的文字", "deleted in a tracked change"))


def _repacked(parts: dict[str, etree._Element]) -> bytes:
    """A Word file of the parts that hold text, so that pandoc sees no other."""
    kept = {name: root for name, root in parts.items() if name.rpartition("/")[2].partition(".")[0] in _KINDS}
    relations = "".join(
        f'<Relationship Id="t{number}" Type="{_REL}/{_KINDS[name.rpartition("/")[2].partition(".")[0]]}" '
        f'Target="{name.removeprefix("word/")}"/>'
        for number, name in enumerate(sorted(kept))
        if name != "word/document.xml"
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    top = f'<Relationship Id="t" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    return archive.written(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'{head}<Relationships xmlns="{_PACKAGE}">{top}</Relationships>'.encode(),
            "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'.encode(),
            **{name: etree.tostring(root, xml_declaration=True, encoding="UTF-8") for name, root in kept.items()},
        }
    )


_KINDS = {"document": "officeDocument", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}


# Numbers


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a numbering: how its number is written."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    style: str | None = None
    legal: bool = False
    restarts: bool = True


@dataclass(slots=True)
class _Numbering:
    """The numberings of a file, and how far each has counted."""

    levels: dict[str, dict[int, _Level]]
    abstracts: dict[str, str]
    overrides: dict[tuple[str, int], int]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def next(self, num: str, depth: int) -> str:
        """Count on at ``depth`` (from 0) of numbering ``num``; the number as text."""
        abstract = self.abstracts.get(num)
        if abstract is None:
            return ""
        levels = self.levels.get(abstract, {})
        counters = self.counters.setdefault(abstract, {})
        override = self.overrides.get((num, depth))
        if override is not None and (num, depth) not in self.started:
            counters[depth] = override - 1
        self.started.add((num, depth))
        level = levels.get(depth, _Level())
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [key for key in counters if key > depth and levels.get(key, _Level()).restarts]:
            del counters[deeper]
        if level.form == "bullet":
            return "• "
        text = level.text
        for upper in range(depth + 1):
            found = levels.get(upper, _Level())
            number = counters.get(upper, found.start)
            text = text.replace(f"%{upper + 1}", in_format(number, "decimal" if level.legal else found.form))
        return text


def _write_numbers(document: etree._Element, styles: etree._Element | None, numbering: etree._Element | None) -> int:
    """Write the automatic number of each paragraph into it; returns how many there were."""
    by_style, parents, names = _styles(styles)
    counts = _numbering(numbering)
    written = 0
    for paragraph in document.iter(_w("p")):
        properties = paragraph.find("w:pPr", _N)
        style = _value(properties, "w:pStyle")
        found = _numbered(properties, style, by_style, parents, counts)
        if properties is not None:
            _drop(properties, "w:numPr")
            if style and names.get(style, style).lower() in _METADATA:
                _drop(properties, "w:pStyle")
        if found and any((run.text or "").strip() for run in paragraph.iter(_w("t"))):
            text = counts.next(*found)
            if text:
                paragraph.insert(0 if properties is None else 1, _run(text))
                written += not text.startswith("•")
    for properties in styles.iter(_w("pPr")) if styles is not None else ():
        _drop(properties, "w:numPr")
    return written


def _numbered(
    properties: etree._Element | None,
    style: str | None,
    by_style: dict[str, tuple[str | None, int | None]],
    parents: dict[str, str],
    counts: _Numbering,
) -> tuple[str, int] | None:
    """The numbering and depth of a paragraph: its own, else that of its style or the style it is based on."""
    own = properties.find("w:numPr", _N) if properties is not None else None
    num, depth = _number_of(own)
    seen: set[str] = set()
    at: str | None = style
    while at and at not in seen and (num is None or depth is None):
        seen.add(at)
        inherited, inner = by_style.get(at, (None, None))
        if num is None and inherited is not None:
            num = inherited
            levels = counts.levels.get(counts.abstracts.get(num, ""), {})
            inner = next((key for key, level in levels.items() if level.style == at), inner)
        depth = inner if depth is None else depth
        at = parents.get(at)
    return None if num in (None, "0") else (str(num), depth or 0)


def _styles(
    styles: etree._Element | None,
) -> tuple[dict[str, tuple[str | None, int | None]], dict[str, str], dict[str, str]]:
    """Numbering, parent and name of each paragraph style by its id."""
    by_style, parents, names = {}, {}, {}
    for style in styles.iterfind("w:style", _N) if styles is not None else ():
        id_ = style.get(_w("styleId"), "")
        by_style[id_] = _number_of(style.find("w:pPr/w:numPr", _N))
        if parent := _value(style, "w:basedOn"):
            parents[id_] = parent
        names[id_] = _value(style, "w:name") or id_
    return by_style, parents, names


def _numbering(root: etree._Element | None) -> _Numbering:
    levels: dict[str, dict[int, _Level]] = {}
    abstracts: dict[str, str] = {}
    overrides: dict[tuple[str, int], int] = {}
    if root is None:
        return _Numbering(levels, abstracts, overrides)
    definers: dict[str, str] = {}
    links: dict[str, str] = {}
    for abstract in root.iterfind("w:abstractNum", _N):
        id_ = abstract.get(_w("abstractNumId"), "")
        levels[id_] = {_int(level.get(_w("ilvl"))): _level(level) for level in abstract.iterfind("w:lvl", _N)}
        if style := _value(abstract, "w:styleLink"):
            definers[style] = id_
        if style := _value(abstract, "w:numStyleLink"):
            links[id_] = style
    for num in root.iterfind("w:num", _N):
        id_ = num.get(_w("numId"), "")
        abstract_id = _value(num, "w:abstractNumId") or ""
        abstracts[id_] = definers.get(links.get(abstract_id, ""), abstract_id)
        for override in num.iterfind("w:lvlOverride", _N):
            depth = _int(override.get(_w("ilvl")))
            if (start := _value(override, "w:startOverride")) is not None:
                overrides[id_, depth] = _int(start)
            if (level := override.find("w:lvl", _N)) is not None:
                # A numbering that writes its numbers another way counts on its own.
                own = f"{abstracts[id_]}/{id_}"
                levels[own] = {**levels.get(abstracts[id_], {}), depth: _level(level)}
                abstracts[id_] = own
    return _Numbering(levels, abstracts, overrides)


def _level(level: etree._Element) -> _Level:
    return _Level(
        _value(level, "w:numFmt") or "decimal",
        _value(level, "w:lvlText") or "",
        _int(_value(level, "w:start"), 1),
        _value(level, "w:pStyle"),
        level.find("w:isLgl", _N) is not None,
        _value(level, "w:lvlRestart") != "0",
    )


def _number_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    depth = _value(properties, "w:ilvl")
    return _value(properties, "w:numId"), None if depth is None else _int(depth)


def _value(element: etree._Element | None, path: str) -> str | None:
    found = element.find(path, _N) if element is not None else None
    return None if found is None else found.get(_w("val"))


def _int(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 6 else otherwise


def _drop(element: etree._Element, path: str) -> None:
    for found in element.findall(path, _N):
        element.remove(found)


def _run(text: str) -> etree._Element:
    run = etree.Element(_w("r"))
    inner = etree.SubElement(run, _w("t"))
    inner.text = text
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run
