"""Text of a PDF, read in a process of its own with limits; a scan has none."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from ...model.finding import Bilingual
from . import pdf_lines
from .blocks import LeftOut, Paragraph, Read
from .characters import punctuated
from .numbering import numbered
from .pdf_lines import MOST_PAGES, SECONDS, Line
from .plain import run_on
from .refusal import Refused

# Fewer characters than this a page, on average: pages are pictures.
_FEWEST = 15
_PAGE_NUMBER = re.compile(r"^[-—–\s]*\d{1,4}[-—–\s]*$|^第\s*\d+\s*页(\s*[,，/]?\s*共\s*\d+\s*页)?$")


def read(raw: bytes) -> Read:
    """The paragraphs of a PDF; Refused if it is encrypted, scanned, damaged or too large."""
    answer = _answer(raw)
    if "refused" in answer:
        raise _refused(answer["refused"])
    pages, lines = answer["pages"], [Line(*line) for line in answer["lines"]]
    if sum(len(line.text) for line in lines) < _FEWEST * pages:
        raise _refused("scanned")
    margins = [line.text for line in lines if _PAGE_NUMBER.match(line.text.strip())]
    kept = [line for line in lines if not _PAGE_NUMBER.match(line.text.strip())]
    left_out = (LeftOut(" ".join(margins), Bilingual("页码", "page numbers")),) if margins else ()
    return Read(
        tuple(Paragraph(text) for text in paragraphs(kept)), "\n".join(line.text for line in lines), (), left_out
    )


def paragraphs(lines: list[Line]) -> list[str]:
    """Lines joined to paragraphs: a line that reaches the right margin goes on in one that starts at the left."""
    if not lines:
        return []
    left = min(at for at, count in Counter(round(line.left) for line in lines).items() if count > 1 or len(lines) < 4)
    right = max(line.right for line in lines)
    found: list[str] = []
    indents = sum(line.size < line.left - left < 2.6 * line.size for line in lines) > 2
    goes_on = ended = False
    for line in lines:
        em = line.size or 12
        new = ended and numbered(punctuated(line.text.strip()))
        if goes_on and line.left < left + em and not new:
            found[-1] = run_on(found[-1], line.text.strip())
        else:
            found.append(line.text.strip())
        # A number or a mark that may not start a line goes to the next whole, so a full line may stop short.
        ended = line.text.rstrip().endswith(("。", "：", ":", "；"))
        goes_on = line.right > right - (1.5 if ended and not indents else 6) * em and line.left < left + 2.6 * em
    return found


def _answer(raw: bytes) -> dict[str, Any]:
    """What the other process says of the file."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONWARNINGS": "ignore"}
    command = [sys.executable, "-m", pdf_lines.__name__]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=SECONDS, check=False, env=environment)  # noqa: S603
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"refused": "slow"}
    except ValueError:
        return {"refused": "damaged"}
    return dict(answer)


def _refused(why: str) -> Refused:
    match why:
        case "encrypted":
            return Refused(
                "PDF 加了密码。请用密码打开，把正文复制到新文件，存为 .docx 或 .txt，再导入。",
                "The PDF is protected by a password. Open it with the password, copy its text to a new file, save it as "
                ".docx or .txt and import that.",
            )
        case "scanned":
            return Refused(
                "PDF 是扫描的图片，没有文字。请找可以复制文字的电子版；没有的话，用文字识别软件识别、校对后存为 .docx，再导入。",
                "The PDF is scanned: pictures without text. Find an edition whose text can be copied; failing that, run "
                "it through text recognition, proofread it, save it as .docx and import that.",
            )
        case "slow":
            return Refused(
                "PDF 太复杂，超出了时间的限度。请把正文复制到新文件，存为 .docx 再导入。",
                "The PDF is too complex and took too long. Copy its text to a new file, save it as .docx and import that.",
            )
        case "long":
            return Refused(
                f"PDF 超过 {MOST_PAGES} 页。请把要导入的文件单独另存，再导入。",
                f"The PDF has over {MOST_PAGES} pages. Save the document that you need by itself and import that.",
            )
        case _:
            return Refused(
                "PDF 坏了，读不了。请重新下载，或把正文复制到新文件，存为 .docx 再导入。",
                "The PDF is damaged. Download it again, or copy its text to a new file, save it as .docx and import "
                "that.",
            )
