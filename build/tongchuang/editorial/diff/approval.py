"""The report as an approval sheet (审批单) in Word, to be printed on A4 and signed: through pandoc, which reads no file
and no network of its own, from the report as HTML."""

import io
import re
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from ...publish import pandoc
from .report import Report
from .written import written

# A4 with margins of 25 mm and 20 mm, in twentieths of a point.
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1417" w:left="1134" '
    'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)
# Fonts that every Word and WPS in China has, black, in sizes of forms (half points), and tables with lines.
_FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_SIZES = {"56": "36", "40": "28", "32": "24", "24": "21"}


def approval(report: Report, lang: str) -> bytes:
    """The sheet in one language as a Word file; the same report makes the same bytes. pandoc.Failed or Stopped if it can't be written."""
    html = written(report, "approval.html", lang)
    day = datetime.fromisoformat(report.as_of).replace(tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.docx"
        model.write_bytes(_model(pandoc.run(b"", "--print-default-data-file=reference.docx")))
        arguments = ("--from=html", "--to=docx", f"--reference-doc={model}", "--output=-")
        return pandoc.run(html.encode(), *arguments, epoch=int(day.timestamp()))


def _model(reference: bytes) -> bytes:
    """The model document of pandoc with our page, fonts, sizes and lines."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(reference)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                text = re.sub(r"<w:sectPr>.*</w:sectPr>", _PAGE, text.decode(), flags=re.DOTALL).encode()
            elif name == "word/styles.xml":
                text = _styles(text.decode()).encode()
            new.writestr(zipfile.ZipInfo(name), text)
    return made.getvalue()


def _styles(styles: str) -> str:
    styles = re.sub(r"<w:rFonts\b[^>]*/>", _FONTS, styles)
    styles = re.sub(r"<w:color\b[^>]*/>", '<w:color w:val="000000"/>', styles)
    for size, ours in _SIZES.items():
        styles = re.sub(rf'<w:(sz|szCs) w:val="{size}" ?/>', rf'<w:\1 w:val="{ours}"/>', styles)
    indent = '<w:tblInd w:w="0" w:type="dxa" />'
    return styles.replace(indent, f"{indent}<w:tblBorders>{_LINES}</w:tblBorders>")
