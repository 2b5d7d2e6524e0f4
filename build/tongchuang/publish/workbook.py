"""Excel workbooks (ECMA-376) as bytes: the same each time, and with no text that Excel would run."""

import io
import zipfile
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

# The same content gives the same bytes: a workbook tells no time.
_MOMENT = datetime(2000, 1, 1)
_ZIP_MOMENT = (2000, 1, 1, 0, 0, 0)
# A cell that begins like this would be run as a formula.
_FORMULA = ("=", "+", "-", "@")


def put(cell: Any, value: str | int) -> None:
    """Write a value; text that looks like a formula stays text, also when somebody edits it in Excel."""
    cell.value = value
    if isinstance(value, str) and value.startswith(_FORMULA):
        cell.data_type = "s"
        cell.quotePrefix = True


def packed(workbook: Workbook) -> bytes:
    """The file: the writer's own date and those of the archive are fixed."""
    workbook.properties.creator = "同窗"
    workbook.properties.created = workbook.properties.modified = _MOMENT
    loose = io.BytesIO()
    ExcelWriter(workbook, zipfile.ZipFile(loose, "w")).save()
    result = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _ZIP_MOMENT), source.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()
