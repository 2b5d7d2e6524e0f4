"""What kind of file it is, by its first bytes: names lie (.doc is often HTML, .wps often the old Word format)."""

import re
from typing import Literal

from . import archive
from .refusal import Refused

Format = Literal["docx", "odt", "html", "pdf", "text"]

MOST_BYTES = 50_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB, 2.2
_HTML = re.compile(rb"<(!doctype\s+html|html|head|meta|body|div|p|table)\b", re.IGNORECASE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_SAVE = "请用 Word 或 WPS 打开，另存为 .docx，再导入。"
_SAVE_EN = "Open it in Word or WPS, save it as .docx and import that."


def recognise(raw: bytes, name: str) -> Format:
    """The format of a file; Refused, with the remedy, for one that can't be read."""
    if not raw.strip():
        raise Refused("文件是空的。请检查是不是选错了文件。", "The file is empty. Check that it is the right one.")
    if len(raw) > MOST_BYTES:
        raise Refused(
            f"文件超过 {MOST_BYTES // 1_000_000} MB。请删去图片，另存为 .docx，再导入。",
            f"The file is over {MOST_BYTES // 1_000_000} MB. Take the pictures out, save it as .docx and import that.",
        )
    if raw.startswith(_OLE):
        raise _compound(raw, name)
    if raw.startswith(b"PK"):
        return archive.recognise(raw)
    if b"%PDF-" in raw[:1024]:
        return "pdf"
    return _text(raw)


def _compound(raw: bytes, name: str) -> Refused:
    """Why a compound file (the format of Word before 2007) is refused; its streams are named in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return Refused(
            "文件加了密码。请用密码打开，去掉密码（文件—信息—保护文档），另存后再导入。",
            "The file is protected by a password. Open it with the password, take the password off (File, Info, "
            "Protect Document), save it and import that.",
        )
    ending = name.rpartition(".")[2].lower()
    if "Workbook".encode("utf-16-le") in raw or ending in ("xls", "et"):
        return _not_a_document("Excel 表格", "an Excel workbook")
    what = f".{ending}" if ending in ("wps", "dps", "ppt") else ".doc"
    return Refused(f"这是旧格式（{what}），读不了。{_SAVE}", f"This is the old {what} format. {_SAVE_EN}")


def _not_a_document(zh: str, en: str) -> Refused:
    return Refused(
        f"这是{zh}，不是文件正文。请把正文存为 .docx，再导入。",
        f"This is {en}, not the text of a document. Save the text as .docx and import that.",
    )


def _text(raw: bytes) -> Format:
    start = raw[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if raw.startswith(_PICTURES):
        raise Refused(
            "这是图片，没有文字。请找可以复制文字的电子版；没有的话，用文字识别软件识别、校对后存为 .docx。",
            "This is a picture without text. Find an edition whose text can be copied; failing that, run it through "
            "text recognition, proofread it and save it as .docx.",
        )
    if start.startswith(b"{\\rtf"):
        raise Refused(f"这是 RTF 格式。{_SAVE}", f"This is RTF. {_SAVE_EN}")
    if start.lower().startswith((b"mime-version:", b"from:")):
        raise Refused(f"这是单个文件网页（.mht）。{_SAVE}", f"This is a web archive (.mht). {_SAVE_EN}")
    if _HTML.search(start):
        return "html"
    if b"\x00" in start and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(f"认不出这是什么文件。{_SAVE}", f"It can't be told what file this is. {_SAVE_EN}")
    return "text"
