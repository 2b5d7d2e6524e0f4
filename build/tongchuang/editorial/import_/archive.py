"""Documents that are ZIP archives (docx, odt): opened with limits, and only the parts that are asked for."""

import io
import stat
import zipfile
import zlib
from typing import Literal

from lxml import etree

from .refusal import Refused

MOST_FILES = 5_000
MOST_BYTES = 300_000_000
MOST_BYTES_OF_A_PART = 40_000_000
# Text packs to a tenth, seldom to a fiftieth; what packs better was made to fill memory.
MOST_PACKED = 300
_SMALL = 1_000_000
_DAMAGED = (
    "文件坏了，打不开。请用 Word 或 WPS 打开看看，另存一份再导入。",
    "The file is damaged. See whether Word or WPS opens it, save a copy and import that.",
)
_BOMB = (
    "文件里有大得不正常的部分，为了安全没有打开。请把文字复制到新文件，存为 .docx 再导入。",
    "A part of the file is abnormally large; for safety it was not opened. Copy the text to a new file, save it as "
    ".docx and import that.",
)
_UNSAFE = (
    "文件里有不安全的内容（路径或实体），没有打开。请把文字复制到新文件，存为 .docx 再导入。",
    "The file holds something unsafe (a path or an entity) and was not opened. Copy the text to a new file, save it "
    "as .docx and import that.",
)
_LOCKED = (
    "文件加了密码。请用密码打开，去掉密码，另存后再导入。",
    "The file is protected by a password. Open it, take the password off, save it and import that.",
)


def recognise(raw: bytes) -> Literal["docx", "odt"]:
    """Which of the two it is; Refused for any other archive, and for one that isn't safe to open."""
    with _opened(raw) as archive:
        names = set(archive.namelist())
        if "OFD.xml" in names:
            raise Refused(
                "这是 OFD 版式文件，读不了。请用 OFD 阅读软件另存为 Word（.docx）或复制文字存为 .txt，再导入。",
                "This is an OFD file. Save it as Word (.docx) in an OFD reader, or copy its text to a .txt file, and "
                "import that.",
            )
        if "word/document.xml" in names:
            return "docx"
        if "content.xml" in names and b"opendocument.text" in _part(archive, "mimetype"):
            if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
                raise Refused(*_LOCKED)
            return "odt"
        if any(name.startswith("xl/") for name in names):
            raise Refused(
                "这是 Excel 表格，不是文件正文。请把正文存为 .docx，再导入。",
                "This is an Excel workbook, not the text of a document. Save the text as .docx and import that.",
            )
        raise Refused(
            "这是压缩包或别的格式，不是 Word 文件。请解压，选里面的 .docx 导入。",
            "This is an archive or another format, not a Word file. Unpack it and import the .docx in it.",
        )


def parts(raw: bytes, wanted: tuple[str, ...]) -> dict[str, etree._Element]:
    """The XML parts whose names are in ``wanted`` or begin with one of them that ends in ``*``; Refused if unsafe."""
    prefixes = tuple(name[:-1] for name in wanted if name.endswith("*"))
    with _opened(raw) as archive:
        names = [
            name
            for name in archive.namelist()
            if name in wanted or (prefixes and name.startswith(prefixes) and name.endswith(".xml"))
        ]
        return {name: _xml(_part(archive, name)) for name in names}


def written(members: dict[str, bytes]) -> bytes:
    """An archive of these members, in order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return stream.getvalue()


def _opened(raw: bytes) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Refused(*_DAMAGED) from None
    entries = archive.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Refused(*_BOMB)
    for entry in entries:
        name = entry.filename
        if name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/"):
            raise Refused(*_UNSAFE)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise Refused(*_UNSAFE)
        if entry.file_size > _SMALL and entry.file_size > MOST_PACKED * max(entry.compress_size, 1):
            raise Refused(*_BOMB)
        if entry.flag_bits & 1:
            raise Refused(*_LOCKED)
    return archive


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one member, none if there is no such."""
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return b""
    if entry.file_size > MOST_BYTES_OF_A_PART:
        raise Refused(*_BOMB)
    try:
        with archive.open(entry) as stream:
            # The size in the directory may be a lie.
            data = stream.read(MOST_BYTES_OF_A_PART + 1)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, zlib.error):
        raise Refused(*_DAMAGED) from None
    if len(data) > MOST_BYTES_OF_A_PART:
        raise Refused(*_BOMB)
    return data


def _xml(data: bytes) -> etree._Element:
    """The root of an XML part. Office formats have no document types, so one is there to do harm (ECMA-376-2, 8.1.4)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise Refused(*(_UNSAFE if b"<!DOCTYPE" in data or b"<!ENTITY" in data else _DAMAGED)) from None
    if root.getroottree().docinfo.doctype:
        raise Refused(*_UNSAFE)
    return root
