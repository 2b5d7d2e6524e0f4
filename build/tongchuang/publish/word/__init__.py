"""Word files (ECMA-376) with the page, fonts and sizes of official documents (GB/T 9704-2012): through pandoc.

Margins of 37, 35, 28 and 26 mm; the title in 方正小标宋简体 of 22 pt, text in 仿宋_GB2312 of 16 pt on lines of 28 pt, first
headings in 黑体; the page number at the foot. Where these fonts are missing, the file names free ones in their stead.
Never a red head, never a seal: those belong to whoever issues a document.
"""

import io
import re
import tempfile
import zipfile
from pathlib import Path

from .. import pandoc

_PARTS = Path(__file__).parent
_FOOTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
_FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
# In twentieths of a point: A4, and the margins of GB/T 9704, 5.2.1.
_PAGE = (
    '<w:sectPr><w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'w:type="default" r:id="rId90"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" '
    'w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>'
)


def written(html: str, lang: str, epoch: int) -> bytes:
    """A page of HTML as a Word file; ``epoch`` (seconds since 1970) is the time that it bears.

    ``custom-style`` names the style of a ``div``. The same arguments give the same bytes. pandoc.Failed or Stopped if it
    can't be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.docx"
        model.write_bytes(_model(pandoc.run(b"", "--print-default-data-file=reference.docx"), lang))
        asked = ("--from=html", "--to=docx", "--syntax-highlighting=none", f"--reference-doc={model}", "--output=-")
        return _with_whole_rows(pandoc.run(html.encode(), *asked, epoch=epoch))


def _with_whole_rows(file: bytes) -> bytes:
    """A Word file in which no row of a table is parted by the end of a page.

    LibreOffice takes that from each row only, not from the style of the table; pandoc writes it nowhere.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "word/document.xml":
                whole = r"<w:tr><w:trPr><w:cantSplit/>\1</w:trPr>"
                data = re.sub(r"<w:tr>(?:<w:trPr>(.*?)</w:trPr>)?", whole, data.decode()).encode()
            new.writestr(info, data)
    return made.getvalue()


def _model(reference: bytes, lang: str) -> bytes:
    """The model document of pandoc with our page, styles, fonts and foot."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(reference)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name).decode() for name in old.namelist()}
        parts["word/document.xml"] = re.sub(
            r"<w:sectPr>.*</w:sectPr>", _PAGE, parts["word/document.xml"], flags=re.DOTALL
        )
        relation = f'<Relationship Type="{_FOOTER}" Id="rId90" Target="footer1.xml"/></Relationships>'
        links = "word/_rels/document.xml.rels"
        parts[links] = parts[links].replace("</Relationships>", relation)
        kind = f'<Override PartName="/word/footer1.xml" ContentType="{_FOOTER_TYPE}"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", kind)
        for name in ("styles", "fontTable", "footer1"):
            parts[f"word/{name}.xml"] = (_PARTS / f"{name}.xml").read_text(encoding="utf-8")
        if lang != "zh":
            # Only Chinese wants its quotation marks and dashes as wide as its characters.
            parts["word/styles.xml"] = parts["word/styles.xml"].replace(' w:hint="eastAsia"', "")
        for name, text in parts.items():
            new.writestr(zipfile.ZipInfo(name), text)
    return made.getvalue()
