"""Blank ledgers, to be kept at the window and never published filled: as a table, and as a workbook that helps to fill in.

The workbook has the blank ledger, whose cells take what their column is for, a filled sample, and how to fill it in.
"""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ...catalogue import View
from ...catalogue.ledgers import SHARED
from ...model.paper import Column, Ledger
from ..words import Words, words
from ..workbook import packed, put
from .table import Table

TICK = "√"
_ROWS = 200
_FONT = "微软雅黑"
_LINE = Side(style="thin", color="808080")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="E3ECF5")
_WRAPPED = Alignment(wrap_text=True, vertical="center")
# How wide a column of a kind is, in characters as Excel counts them, and how its cells are shown.
_WIDTHS = {"text": 24, "number": 9, "date": 13, "choice": 16, "tick": 9, "signature": 14}
_SHOWN = {"tc-text": "@", "tc-number": "0", "tc-date": "yyyy-mm-dd"}


def in_use(view: View) -> Iterator[Ledger]:
    """Each ledger that is kept; the shared fields are none."""
    for ledger in view.ledgers.values():
        if ledger.id != SHARED and not ledger.withdrawn:
            yield ledger


def tables(view: View) -> Iterator[Table]:
    """A table with a heading and no row for each ledger."""
    for ledger in in_use(view):
        yield Table(f"ledgers/{ledger.id}", tuple(column.label for column in ledger.columns), ())


def book(ledger: Ledger, lang: str) -> bytes:
    """The workbook of a ledger as XLSX; the same bytes each time."""
    w = words(lang)
    workbook = Workbook()
    for name, shown in _SHOWN.items():
        style = NamedStyle(name, Font(name=_FONT, size=11), border=_BORDER, alignment=_WRAPPED, number_format=shown)
        workbook.add_named_style(style)
    blank = workbook.active
    assert isinstance(blank, Worksheet)
    blank.title = w("export.ledger.blank")
    sample, how = (workbook.create_sheet(w(f"export.ledger.{name}")) for name in ("sample", "how"))
    _head(blank, ledger.columns, 1)
    _explain(how, ledger, w)
    _take_only(blank, ledger.columns, how.title, w)
    blank.freeze_panes = "A2"
    blank.print_title_rows = "1:1"
    put(sample.cell(1, 1), w("export.ledger.made_up"))
    sample.cell(1, 1).font = Font(name=_FONT, size=12, bold=True)
    _head(sample, ledger.columns, 2)
    for place, column in enumerate(ledger.columns, 1):
        cell = sample.cell(3, place)
        put(cell, _example(column))
        cell.style = _style(column)
    for sheet in (blank, sample, how):
        _lay_out(sheet, ledger, w)
    return packed(workbook)


def _head(sheet: Worksheet, columns: Sequence[Column], row: int) -> None:
    for place, column in enumerate(columns, 1):
        cell = sheet.cell(row, place)
        put(cell, column.label)
        cell.font, cell.fill = Font(name=_FONT, size=11, bold=True), _HEAD
        cell.border, cell.alignment = _BORDER, _WRAPPED
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[column.kind]
    sheet.row_dimensions[row].height = 48


def _style(column: Column) -> str:
    name = f"tc-{column.kind}"
    return name if name in _SHOWN else "tc-text"


def _explain(sheet: Worksheet, ledger: Ledger, w: Words) -> None:
    """How each column is filled in, an option of a choice a row: drop-downs take them from here."""
    said = [[w(f"export.ledger.{name}") for name in ("column", "filled", "help", "options")]]
    for column in ledger.columns:
        options = [option.label for option in column.options] or [""]
        must = w("export.ledger.required") if column.required else ""
        said.append([column.label + must, w(f"export.ledger.kind.{column.kind}"), column.help or "", options[0]])
        said += [["", "", "", option] for option in options[1:]]
    said += [["", "", "", ""], *([text, "", "", ""] for text in (w("export.ledger.private"), ledger.keep or ""))]
    for number, row in enumerate(said, 1):
        for place, text in enumerate(row, 1):
            cell = sheet.cell(number, place)
            put(cell, text)
            cell.font = Font(name=_FONT, size=11, bold=number == 1 or text == w("export.ledger.private"))
            cell.alignment = _WRAPPED if number < len(said) - 2 else Alignment(vertical="center")
    for letter, width in zip("ABCD", (26, 32, 52, 30), strict=True):
        sheet.column_dimensions[letter].width = width


def _take_only(sheet: Worksheet, columns: Sequence[Column], options_on: str, w: Words) -> None:
    """What the cells of each column take, what Excel says to anything else, and how they look."""
    at = 2
    for place, column in enumerate(columns, 1):
        last = at + max(len(column.options), 1) - 1
        if rule := _rule(column, f"'{options_on}'!$D${at}:$D${last}"):
            rule.errorTitle, rule.error = column.label[:30], w(f"export.ledger.wrong.{column.kind}")
            letter = get_column_letter(place)
            rule.add(f"{letter}2:{letter}{_ROWS + 1}")
            sheet.add_data_validation(rule)
        at = last + 1
        style = _style(column)
        for row in range(2, _ROWS + 2):
            sheet.cell(row, place).style = style


def _rule(column: Column, options: str) -> DataValidation | None:
    shared = {"allow_blank": True, "showErrorMessage": True}
    match column.kind:
        case "choice":
            return DataValidation("list", formula1=options, **shared)
        case "tick":
            return DataValidation("list", formula1=f'"{TICK}"', **shared)
        case "date":
            return DataValidation("date", operator="greaterThanOrEqual", formula1="DATE(2000,1,1)", **shared)
        case "number":
            return DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", **shared)
    return None


def _example(column: Column) -> str:
    if column.kind == "choice":
        return column.options[0].label
    return TICK if column.kind == "tick" else column.example or ""


def _lay_out(sheet: Worksheet, ledger: Ledger, w: Words) -> None:
    """Printed, it is A4 lying down, as wide as the page, with its name above."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.center.text = ledger.name.replace("&", "&&")
    sheet.oddFooter.center.text = w("export.ledger.private").replace("&", "&&")
