"""OpenDocument text (ISO/IEC 26300): the numbers of its lists written out, then pandoc."""

from lxml import etree

from ...model.finding import Bilingual
from . import archive, pandoc
from .blocks import Read
from .numerals import chinese, in_format

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_N = {
    "text": _TEXT,
    "style": _STYLE,
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
}
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = f'<o:document-styles xmlns:o="{_N["office"]}"/>'.encode()
_MIME = b"application/vnd.oasis.opendocument.text"
_MANIFEST = b"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""


def read(raw: bytes) -> Read:
    """An OpenDocument file's blocks and text."""
    parts = archive.parts(raw, ("content.xml", "styles.xml"))
    content = parts["content.xml"]
    remarks = []
    if count := sum(1 for _ in content.iter(f"{{{_N['draw']}}}image")):
        remarks.append(
            Bilingual(f"原文有 {count} 张图片，没有导入。", f"{count} pictures of the file were not imported.")
        )
    written = _write_numbers(parts)
    if written:
        remarks.append(
            Bilingual(
                f"自动编号的 {written} 段，编号已写成文字。",
                f"The numbers of {written} paragraphs, set automatically, are now text.",
            )
        )
    text = "\n".join("".join(paragraph.itertext()) for paragraph in content.iter(_t("p"), _t("h")))
    members = {"mimetype": _MIME, "META-INF/manifest.xml": _MANIFEST, "styles.xml": _STYLES}
    for name, root in parts.items():
        members[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    blocks, notes = pandoc.read(archive.written(members), "odt")
    return Read(blocks, text, notes, (), tuple(remarks))


def _t(name: str) -> str:
    return f"{{{_TEXT}}}{name}"


def _write_numbers(parts: dict[str, etree._Element]) -> int:
    """Number the items of each list whose style numbers them, and take them out of their lists."""
    styles = {style.get(f"{{{_STYLE}}}name"): style for root in parts.values() for style in root.iter(_t("list-style"))}
    body = parts["content.xml"]
    counters: dict[str, list[int]] = {}
    written = 0
    for top in [found for found in body.iter(_t("list")) if not any(True for _ in found.iterancestors(_t("list")))]:
        name = top.get(_t("style-name"), "")
        counts = counters.setdefault(name, [])
        if top.get(_t("continue-numbering")) != "true" and top.get(_t("continue-list")) is None:
            counts.clear()
        written += _list(top, styles.get(name), counts, 0)
        for paragraph in list(top.iter(_t("p"), _t("h"))):
            top.addprevious(paragraph)
        top.getparent().remove(top)
    return written


def _list(list_: etree._Element, style: etree._Element | None, counts: list[int], depth: int) -> int:
    written = 0
    for item in list_:
        first = True
        for child in item:
            if child.tag == _t("list"):
                written += _list(child, style, counts, depth + 1)
            elif first and item.tag == _t("list-item"):
                first = False
                del counts[depth + 1 :]
                counts += [0] * (depth + 1 - len(counts))
                counts[depth] = counts[depth] + 1 if counts[depth] else _int(_level(style, depth), "start-value")
                number = _number(style, counts, depth)
                child.text = number + (child.text or "")
                written += bool(number) and not number.startswith("•")
    return written


def _level(style: etree._Element | None, depth: int) -> etree._Element | None:
    if style is None:
        return None
    return next((level for level in style if level.get(_t("level")) == str(depth + 1)), None)


def _int(level: etree._Element | None, name: str) -> int:
    """A whole number that a level gives, 1 where it gives none."""
    text = level.get(_t(name), "") if level is not None else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 1


def _number(style: etree._Element | None, counts: list[int], depth: int) -> str:
    level = _level(style, depth)
    if level is None or level.tag != _t("list-level-style-number"):
        return "• "
    form = level.get(f"{{{_STYLE}}}num-format", "")
    if not form:
        return ""
    shown = _int(level, "display-levels")
    numbers = (
        chinese(count) if "一" in form else in_format(count, _FORMS.get(form, "decimal"))
        for count in counts[depth + 1 - shown : depth + 1]
    )
    prefix, suffix = (level.get(f"{{{_STYLE}}}num-{side}", "") for side in ("prefix", "suffix"))
    return f"{prefix}{'.'.join(numbers)}{suffix}"
