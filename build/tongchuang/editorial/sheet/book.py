"""Writing the workbook: headings in the field's own words, drop-downs, notes, and cells that Excel leaves alone."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ...model.finding import Bilingual
from ...publish.workbook import packed, put
from .cells import NO, YES
from .labels import Labels, with_name
from .layout import Column, Table

GUIDE, CHOICES = "说明", "选项"
_ROOM = 500
_FONT = "微软雅黑"
_ID_WIDTH, _WIDE, _MIDDLE, _NARROW = 26, 46, 26, 16  # in characters, as Excel counts them
_RECORD_HEIGHT = 78  # points: five lines
_GUIDE = (
    ("这个表格怎么用", "How to use this workbook"),
    (
        "一行一条记录；清单（材料、步骤……）在后面的工作表里，靠编号对上。",
        "A row is a record. Lists (materials, steps …) have worksheets of their own and are matched by id.",
    ),
    (
        "改哪一格，就只改文件里的那一处。没动的，一个字也不变。",
        "Only what you change in a cell changes in the files.",
    ),
    (
        "“编号 · 名称”里点后面的名称只给人看，改它没有用。下拉框里有的请从下拉框选，都列在“选项”表里。",
        'In "id · name", the name behind the dot is for reading only. Choose from the drop-downs; all are on 选项.',
    ),
    (
        "一格里有几条的，一行一条（Excel 里按 Alt+Enter 换行）。依据写“政策编号 条”，例如 labour-law 50。",
        "Several values in a cell: one a line (Alt+Enter). A legal basis is the policy's id and the article.",
    ),
    (
        "清单里加一行就是加一条，删一行就是删一条，行的先后就是次序。记录的行删掉，那条记录原样不动。",
        "In a list, a new row adds an entry, a deleted row deletes it, the order counts. A record without its row is left "
        "as it is.",
    ),
    (
        "表头不要改；用不着的列和工作表可以整个删掉，删掉的不会动。不要合并单元格，不要写公式。",
        "Leave the headings; columns and worksheets that you don't need may be deleted. No merged cells, no formulas.",
    ),
    ("日期写 2026-01-31。电话、编码按文本填。", "Dates like 2026-01-31. Telephone numbers and codes are text."),
    (
        "有实质改动的，在“修订记录”表给那个编号加一行。",
        "For a change of substance, add a row for that id on the worksheet of revisions (修订记录).",
    ),
    (
        "改好了先试：tongchuang sheet import 文件.xlsx --dry-run，没有问题再去掉 --dry-run。",
        "Try it first: tongchuang sheet import FILE.xlsx --dry-run; if all is well, without --dry-run.",
    ),
)
Row = Sequence[str | int | None]


def book(tables: Iterable[tuple[Table, Sequence[Row]]], labels: Labels) -> bytes:
    """An XLSX file of worksheets with their rows (ids first, then columns)."""
    workbook = Workbook()
    guide = workbook.active
    assert isinstance(guide, Worksheet)
    guide.title = GUIDE
    _styles(workbook)
    _guide(guide)
    choices = _Choices(workbook.create_sheet(CHOICES), labels)
    for table, rows in tables:
        sheet = workbook.create_sheet(table.title, len(workbook.sheetnames) - 1)
        _head(sheet, table)
        _body(sheet, table, rows)
        _drop_downs(sheet, table, len(rows) + _ROOM, choices)
    return packed(workbook)


def _styles(workbook: Workbook) -> None:
    line = Side(style="thin", color="B7B7B7")
    border = Border(left=line, right=line, top=line, bottom=line)
    top = Alignment(wrap_text=True, vertical="top")
    text = Font(name=_FONT, size=10)
    workbook.add_named_style(NamedStyle("tc-text", font=text, alignment=top, number_format="@"))
    workbook.add_named_style(NamedStyle("tc-number", font=text, alignment=top, number_format="General"))
    workbook.add_named_style(
        NamedStyle("tc-id", font=Font(name=_FONT, size=9, color="555555"), alignment=top, number_format="@")
    )
    workbook.add_named_style(
        NamedStyle(
            "tc-head",
            font=Font(name=_FONT, size=10, bold=True),
            alignment=Alignment(wrap_text=True, vertical="center"),
            fill=PatternFill("solid", fgColor="E3ECF5"),
            border=border,
        )
    )


def _guide(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 72
    sheet.column_dimensions["B"].width = 72
    for number, (zh, en) in enumerate(_GUIDE, 1):
        for column, said in enumerate((zh, en), 1):
            cell = sheet.cell(number, column, said)
            cell.style = "tc-head" if number == 1 else "tc-text"


def _head(sheet: Worksheet, table: Table) -> None:
    for number, heading in enumerate(table.headings, 1):
        cell = sheet.cell(1, number, heading.zh)
        cell.style = "tc-head"
        column = table.columns[number - 1 - len(table.ids)] if number > len(table.ids) else None
        cell.comment = _note(heading, column)
        sheet.column_dimensions[get_column_letter(number)].width = _width(column)
    sheet.row_dimensions[1].height = 42
    named = not table.keys and table.columns[0].keys == ("name",)
    sheet.freeze_panes = sheet.cell(2, len(table.ids) + 1 + named)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.headings))}1"


def _note(heading: Bilingual, column: Column | None) -> Comment:
    said = [heading.en]
    if column is not None:
        said += [
            text for text in (column.help.zh, column.help.en, "必填 · required" if column.required else "") if text
        ]
    comment = Comment("\n".join(said), "同窗")
    comment.width, comment.height = 320, 60 + 18 * len(said) + len("".join(said)) // 2
    return comment


def _width(column: Column | None) -> int:
    if column is None:
        return _ID_WIDTH
    if column.form in ("date", "clock", "money", "integer", "boolean", "enum", "numbers"):
        return _NARROW
    if column.form == "text" and not column.node.get("x-text"):
        return _MIDDLE
    return _WIDE if column.form in ("text", "words", "basis") else _MIDDLE


def _body(sheet: Worksheet, table: Table, rows: Sequence[Row]) -> None:
    styles = ["tc-id"] * len(table.ids) + [
        "tc-number" if column.form == "integer" else "tc-text" for column in table.columns
    ]
    # A record has cells of thirty lines: as high as these, nobody could find the next one.
    height = None if table.keys else _RECORD_HEIGHT
    for number, row in enumerate(rows, 2):
        sheet.row_dimensions[number].height = height
        for place, (value, style) in enumerate(zip(row, styles, strict=True), 1):
            cell = sheet.cell(number, place)
            cell.style = style
            if value is not None:
                put(cell, value)


class _Choices:
    """The worksheet that drop-downs take their values from: a column for each list of ids."""

    def __init__(self, sheet: Worksheet, labels: Labels) -> None:
        self.sheet = sheet
        self.labels = labels
        self.ranges: dict[tuple[str, ...], str] = {}

    def of(self, column: Column) -> str | None:
        """The range of a column's values; None if it may hold anything."""
        if column.form == "boolean":
            return f'"{YES},{NO}"'
        names = self.labels.names(column)
        if not names:
            return None
        key = (column.refers or "", *names)
        if key not in self.ranges:
            place = len(self.ranges) + 1
            letter = get_column_letter(place)
            head = self.sheet.cell(1, place, column.title.zh)
            head.style = "tc-head"
            self.sheet.column_dimensions[letter].width = 40
            for number, (id_, name) in enumerate(names.items(), 2):
                cell = self.sheet.cell(number, place, with_name(id_, name))
                cell.style = "tc-text"
            self.sheet.freeze_panes = "A2"
            self.ranges[key] = f"'{CHOICES}'!${letter}$2:${letter}${len(names) + 1}"
        return self.ranges[key]


def _drop_downs(sheet: Worksheet, table: Table, last: int, choices: _Choices) -> None:
    for place, column in enumerate(table.columns, len(table.ids) + 1):
        values = choices.of(column)
        if values is None or column.form == "ids":
            continue
        # A bare id is right too, so Excel only warns.
        rule = DataValidation("list", formula1=values, allow_blank=True, errorStyle="warning", showErrorMessage=True)
        rule.errorTitle, rule.error = "不在选项里", "请从下拉框里选。"
        letter = get_column_letter(place)
        rule.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(rule)
