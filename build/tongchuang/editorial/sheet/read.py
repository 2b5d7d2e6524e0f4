"""Reading a workbook that an editor sent back: cells by worksheet, heading and row, and what can't be read in it."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ...model.finding import Bilingual, Failure
from .book import CHOICES, GUIDE
from .cells import normal
from .layout import Table

MOST_UNPACKED = 200_000_000
MOST_ROWS = 100_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class NotABook(Failure):
    """The file is no workbook that can be read; ``message`` says what it is and what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one cell; ``column`` is a letter, empty for a whole row, ``row`` is 0 for a whole worksheet."""

    sheet: str
    row: int
    column: str
    message: Bilingual
    remedy: Bilingual

    @property
    def where(self) -> str:
        """The cell as Excel names it: ``申请材料!C12``."""
        return f"{self.sheet}!{self.column}{self.row}" if self.row else self.sheet


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: cells by heading, empty ones left out."""

    number: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """One worksheet: the letter of each known heading, and the rows."""

    title: str
    letters: Mapping[str, str]
    rows: tuple[Row, ...]
    hidden: int


def read(raw: bytes, tables: Mapping[str, Table]) -> tuple[dict[str, Read], list[Problem]]:
    """The worksheets of a file by title, as far as ``tables`` knows them. NotABook if it is none of ours."""
    workbook = _opened(raw)
    found: dict[str, Read] = {}
    problems: list[Problem] = []
    for sheet in workbook.worksheets:
        title = sheet.title.strip()
        if title in (GUIDE, CHOICES):
            continue
        if title not in tables:
            problems.append(_unknown_sheet(title, list(tables)))
            continue
        found[title] = _read(sheet, tables[title], problems)
    if not found:
        raise NotABook(
            Bilingual(
                "这个文件里没有 tongchuang sheet export 导出的工作表。请先导出，在导出的文件里改。",
                "This file has none of the worksheets that tongchuang sheet export writes. Export one and edit that.",
            )
        )
    return found, problems


def _opened(raw: bytes) -> Any:
    if raw.startswith(_OLD_OFFICE):
        raise NotABook(
            Bilingual(
                "这是旧的 .xls 文件，或者加了密码。请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”，不设密码。",
                "This is an old .xls file, or it has a password. Open it in Excel or WPS and save it as an Excel workbook "
                "(.xlsx) without a password.",
            )
        )
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        raise NotABook(
            Bilingual(
                "这不是 .xlsx 文件（可能是 .csv 或别的格式）。请另存为“Excel 工作簿（.xlsx）”；只存成 .csv 会丢掉其他工作表。",
                "This is no .xlsx file (a .csv, perhaps). Save it as an Excel workbook (.xlsx); a .csv loses the other "
                "worksheets.",
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            if "xl/workbook.xml" not in archive.namelist():
                raise NotABook(
                    Bilingual(
                        "这不是 Excel 工作簿。请另存为“Excel 工作簿（.xlsx）”。",
                        "This is no Excel workbook. Save it as an Excel workbook (.xlsx).",
                    )
                )
        if size > MOST_UNPACKED:
            raise NotABook(
                Bilingual(
                    "这个工作簿太大了。请只留下要改的工作表和行。",
                    "This workbook is too large. Keep only the worksheets and rows to change.",
                )
            )
        with warnings.catch_warnings():
            # What WPS and newer Excel add (extensions, themes) is not read, and no concern of the editor's.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(raw), keep_links=False)
    except NotABook:
        raise
    except Exception as problem:  # whatever a damaged file makes the reader stumble over
        raise NotABook(
            Bilingual(
                "这个文件损坏了，读不出来。请用 Excel 或 WPS 打开，重新保存。",
                "This file is damaged and can't be read. Open it in Excel or WPS and save it again.",
            )
        ) from problem


def _unknown_sheet(title: str, known: list[str]) -> Problem:
    near = get_close_matches(title, known, n=1)
    return Problem(
        title,
        0,
        "",
        Bilingual(f"不认识“{title}”这个工作表。", f'The worksheet "{title}" is not known.'),
        Bilingual(
            f"请把名称改回“{near[0]}”。" if near else "请删掉这个工作表，或另存到别的文件里。",
            f'Name it "{near[0]}" again.' if near else "Delete it, or keep it in another file.",
        ),
    )


def _read(sheet: Worksheet, table: Table, problems: list[Problem]) -> Read:
    title = sheet.title.strip()
    problems.extend(_merged(sheet, title))
    if sheet.max_row > MOST_ROWS:
        problems.append(_too_long(title, sheet.max_row))
        return Read(title, {}, (), 0)
    letters = _letters(sheet, table, problems)
    rows = []
    by_letter = {letter: heading for heading, letter in letters.items()}
    for number, cells in enumerate(sheet.iter_rows(min_row=2, max_row=sheet.max_row), 2):
        row = {}
        for cell in cells:
            heading = by_letter.get(get_column_letter(cell.column))
            value = normal(cell.value)
            if heading is None or value is None:
                continue
            if cell.data_type in ("f", "e"):
                problems.append(_computed(title, number, by_letter, heading, cell.data_type == "e"))
            else:
                row[heading] = value
        if row:
            rows.append(Row(number, row))
    hidden = sum(sheet.row_dimensions[row.number].hidden for row in rows if row.number in sheet.row_dimensions)
    return Read(title, letters, tuple(rows), hidden)


def _too_long(title: str, rows: int) -> Problem:
    return Problem(
        title,
        0,
        "",
        Bilingual(f"“{title}”有 {rows} 行，太多了。", f'"{title}" has {rows} rows, too many.'),
        Bilingual(
            "多半是空行：选中最后一条下面的所有行，右键删除，再保存。",
            "Mostly empty ones: select all rows below the last entry, delete them, and save.",
        ),
    )


def _computed(title: str, number: int, by_letter: Mapping[str, str], heading: str, error: bool) -> Problem:
    letter = next(letter for letter, known in by_letter.items() if known == heading)
    if error:
        message = Bilingual("这个单元格里是 Excel 的错误值。", "This cell holds an error of Excel's.")
    else:
        message = Bilingual(
            "这个单元格里是公式。公式不会导入。", "This cell holds a formula. Formulas are not imported."
        )
    return Problem(
        title,
        number,
        letter,
        message,
        Bilingual(
            "请写上结果：复制，再“选择性粘贴 → 数值”。", "Put its result there: copy, then Paste Special, Values."
        ),
    )


def _merged(sheet: Worksheet, title: str) -> Iterator[Problem]:
    for area in sheet.merged_cells.ranges:
        yield Problem(
            title,
            area.min_row,
            get_column_letter(area.min_col),
            Bilingual(f"{area.coord} 合并了单元格。", f"The cells {area.coord} are merged."),
            Bilingual("请取消合并，在每一行里写上内容。", "Unmerge them and fill in each row."),
        )


def _letters(sheet: Worksheet, table: Table, problems: list[Problem]) -> dict[str, str]:
    """The letter of each known heading; a heading that isn't known, is there twice or is an id and missing."""
    title = sheet.title.strip()
    known = [heading.zh for heading in table.headings]
    letters: dict[str, str] = {}
    for cell in next(sheet.iter_rows(min_row=1, max_row=1), ()):
        heading = "".join(str(normal(cell.value) or "").split("\n"))
        letter = get_column_letter(cell.column)
        if not heading:
            continue
        if heading not in known or heading in letters:
            problems.append(_heading(title, letter, heading, known, twice=heading in letters))
        else:
            letters[heading] = letter
    for id_ in table.ids:
        if id_.zh not in letters:
            problems.append(
                Problem(
                    title,
                    1,
                    "",
                    Bilingual(f"少了“{id_.zh}”这一列。", f'The column "{id_.zh}" is missing.'),
                    Bilingual(
                        "没有它，不知道每行说的是哪一条。请从导出的文件里补上。",
                        "Without it, nobody knows what a row is about. Take it from the exported file.",
                    ),
                )
            )
    return letters


def _heading(title: str, letter: str, heading: str, known: list[str], twice: bool) -> Problem:
    near = get_close_matches(heading, known, n=1)
    if twice:
        message = Bilingual(f"“{heading}”这一列有两个。", f'There are two columns "{heading}".')
        remedy = Bilingual("请删掉一个。", "Delete one of them.")
    else:
        message = Bilingual(f"不认识“{heading}”这个表头。", f'The heading "{heading}" is not known.')
        remedy = Bilingual(
            f"是不是“{near[0]}”？" if near else "请改回导出时的表头，或删掉这一列。",
            f'Did you mean "{near[0]}"?' if near else "Give it the heading it had when exported, or delete the column.",
        )
    return Problem(title, 1, letter, message, remedy)
