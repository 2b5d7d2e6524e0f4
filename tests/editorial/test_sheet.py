"""Content goes to Excel and comes back; what an editor changed, and only that, changes in the files."""

import datetime
import io
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tongchuang.cli import main
from tongchuang.editorial import sheet
from tongchuang.editorial.sheet import cells
from tongchuang.editorial.sheet.labels import Labels, _values
from tongchuang.editorial.sheet.layout import NAMES, Column, Table, layout
from tongchuang.load import Sources, load
from tongchuang.project import Project

DAY = datetime.date(2026, 11, 21)
SERVICE = "residence-permit-apply"
PATH = f"content/services/residence-hukou/{SERVICE}.yaml"
Edit = Callable[[Any], None]


class OnDisk(dict[str, str]):
    """The text of content files, of the project and the model county."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self.roots = (project.root, project.root / "tests" / "demo")

    def __missing__(self, path: str) -> str:
        return next((root / path).read_text(encoding="utf-8") for root in self.roots if (root / path).exists())


@pytest.fixture(scope="module")
def county(project: Project) -> Sources:
    return load(Project(project.root, project.root / "tests" / "demo"))


@pytest.fixture(scope="module")
def small(sources: Sources) -> bytes:
    """A workbook of one service."""
    kept = tuple(d for d in sources.documents if d.kind != "service" or d.key == SERVICE)
    return sheet.export(Sources(kept), ["services"])


def edited(raw: bytes, edit: Edit) -> bytes:
    workbook = load_workbook(io.BytesIO(raw))
    edit(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def cell(workbook: Any, title: str, heading: str, row: int = 2) -> Any:
    """The cell of a row below a heading."""
    found = workbook[title]
    column = next(one.column for one in found[1] if one.value == heading)
    return found.cell(row, column)


def put(title: str, heading: str, value: Any, row: int = 2) -> Edit:
    def edit(workbook: Any) -> None:
        cell(workbook, title, heading, row).value = value

    return edit


@pytest.fixture(scope="module")
def brought(sources: Sources, project: Project, small: bytes) -> Callable[[Edit], sheet.Import]:
    """What importing the workbook of one service would do after an edit."""
    return lambda edit: sheet.import_(sources, OnDisk(project), edited(small, edit), DAY)


def test_a_round_trip_of_all_content_changes_nothing(county: Sources, project: Project) -> None:
    raw = sheet.export(county, sheet.names([]))
    found = sheet.import_(county, OnDisk(project), raw, DAY)
    assert (found.changed, found.problems, found.findings) == ((), (), ())


def test_a_workbook_that_another_program_saved_changes_nothing(brought: Callable[[Edit], sheet.Import]) -> None:
    assert brought(lambda workbook: None) == sheet.Import((), (), (), 0)


def test_the_same_content_gives_the_same_bytes(county: Sources) -> None:
    assert sheet.export(county, ["places", "local"]) == sheet.export(county, ["places", "local"])


def _columns() -> Iterator[tuple[Table, Column]]:
    for name in NAMES:
        for table in layout(name).all():
            for column in table.columns:
                yield table, column


def test_every_heading_is_its_own_and_every_value_of_a_list_has_a_name() -> None:
    for name in NAMES:
        for table in layout(name).all():
            headings = [heading.zh for heading in table.headings]
            assert len(set(headings)) == len(headings), table.title
            assert all(headings)
            assert len(table.title) <= 31
            assert not set(table.title) & set(r"[]:*?/\\")
    values = {value for _, column in _columns() for value in Labels({}).names(column)}
    assert values == set(_values())


def test_headings_are_the_fields_titles_with_notes_drop_downs_and_a_frozen_head(small: bytes) -> None:
    workbook = load_workbook(io.BytesIO(small))
    assert workbook.sheetnames[0] == "说明"
    assert workbook.sheetnames[-1] == "选项"
    services = workbook["服务事项"]
    assert services.freeze_panes == "C2"
    assert "不超过 150 字" in cell(workbook, "服务事项", "一句话说明", 1).comment.text
    lists = [rule for rule in services.data_validations.dataValidation if rule.type == "list"]
    category = cell(workbook, "服务事项", "类别")
    assert category.value == "residence-hukou · 户籍与居住登记"
    rule = next(rule for rule in lists if category.coordinate in rule.sqref)
    column = rule.formula1.split("$")[1]
    assert category.value in [one.value for one in workbook["选项"][column]]
    assert cell(workbook, "服务事项·申请材料", "必要性").value in ("是", "否")
    assert cell(workbook, "服务事项·申请材料", "材料名称").number_format == "@"


def test_a_changed_cell_changes_its_line_alone(brought: Callable[[Edit], sheet.Import], project: Project) -> None:
    found = brought(put("服务事项", "事项名称", "居住证申办 "))
    (one,) = found.changed
    before = OnDisk(project)[PATH].splitlines()
    after = one.text.splitlines()
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [("name: 居住证申领", "name: 居住证申办")]
    assert one.said[0].zh == "事项名称：居住证申领 → 居住证申办"


def test_rows_of_lists_are_added_deleted_and_put_in_another_order(
    brought: Callable[[Edit], sheet.Import], sources: Sources, project: Project
) -> None:
    questions = [entry["id"] for entry in sources.of("service")[SERVICE].data["faq"]]

    def edit(workbook: Any) -> None:
        faq = workbook["服务事项·常见问题"]
        faq.delete_rows(2)
        faq.append([SERVICE, "new-one", "能代办吗？", "能，带上委托书。", None])

    one, words = brought(edit).changed
    assert (words.path, words.said[0].en.split()[0]) == (PATH.replace(".yaml", ".en.yaml"), "words")
    assert f"\n  {questions[0]}:\n    q:" in OnDisk(project)[words.path]
    assert f"\n  {questions[0]}:\n    q:" not in words.text
    assert "  - {id: new-one, q: 能代办吗？, a: 能，带上委托书。}\n" in one.text
    assert f"id: {questions[0]}\n    q:" not in one.text
    assert [said.zh.split("：")[0] for said in one.said] == [f"常见问题·{questions[0]}", "常见问题·new-one"]


def test_what_is_not_in_the_workbook_is_left_as_it_is(brought: Callable[[Edit], sheet.Import]) -> None:
    def edit(workbook: Any) -> None:
        del workbook["服务事项·申请材料"]
        workbook["服务事项"].delete_cols(3)

    assert brought(edit) == sheet.Import((), (), (), 0)


def test_a_new_row_is_a_new_file_in_its_category(brought: Callable[[Edit], sheet.Import]) -> None:
    def edit(workbook: Any) -> None:
        for title in workbook.sheetnames[1:-1]:
            for row in list(workbook[title].iter_rows(min_row=2, values_only=True)):
                if row[0] and row[0].startswith(SERVICE):
                    workbook[title].append(["brand-new", *row[1:]])
        found = workbook["服务事项"]
        cell(workbook, "服务事项", "事项名称", found.max_row).value = "全新的事项"

    found = brought(edit)
    assert found.problems == ()
    assert [(one.path, one.new) for one in found.changed] == [("content/services/residence-hukou/brand-new.yaml", True)]
    assert found.changed[0].text.startswith("id: brand-new\nname: 全新的事项\n")


# What is wrong, the cell it is said at, and a word of it in each language.
WRONG: Mapping[str, tuple[Edit, str, str, str]] = {
    "a formula": (put("服务事项", "一句话说明", "=A1&B1"), "服务事项!D2", "公式", "formula"),
    "no date": (put("服务事项", "复核·复核日期", "下个月"), "服务事项!", "不是日期", "not a date"),
    "a day that isn't": (put("服务事项", "复核·复核日期", "2026-02-30"), "服务事项!", "没有", "no such day"),
    "a word for a number": (put("服务事项", "到办事现场次数·次数", "两次"), "服务事项!", "整数", "whole number"),
    "not in the list": (put("服务事项", "事项类型", "随便"), "服务事项!E2", "不能写", "can't stand here"),
    "neither yes nor no": (
        put("服务事项·申请材料", "必要性", "看情况"),
        "服务事项·申请材料!",
        "是还是否",
        "yes nor no",
    ),
    "text turned into a date": (
        put("服务事项·常见问题", "问", datetime.datetime(2026, 3, 2)),
        "服务事项·常见问题!C2",
        "Excel",
        "Excel",
    ),
    "a lost zero": (put("服务事项·办理渠道", "电话", 7623388888), "服务事项·办理渠道!", "可能丢了", "may be lost"),
    "an unknown heading": (put("服务事项", "事项名称", "事项名", 1), "服务事项!B1", "不认识", "not known"),
    "no id": (put("服务事项·常见问题", "常见问题·编号", None), "服务事项·常见问题!B2", "没有", "has no"),
    "the same id twice": (
        lambda book: put("服务事项·常见问题", "常见问题·编号", book["服务事项·常见问题"]["B3"].value)(book),
        "服务事项·常见问题!B3",
        "已经有了",
        "already",
    ),
    "a record without a row": (
        put("服务事项·常见问题", "事项编号", "no-such-service"),
        "服务事项·常见问题!A2",
        "没有行",
        "has no row",
    ),
    "merged cells": (lambda book: book["服务事项"].merge_cells("B2:C2"), "服务事项!B2", "合并", "merged"),
    "an unknown worksheet": (lambda book: book.create_sheet("我的草稿"), "我的草稿", "不认识", "not known"),
    "too long by the schema": (put("服务事项", "事项名称", "长" * 200), "服务事项!B2", "200 个字", "200 characters"),
    "a citation of nothing": (
        put("服务事项·常见问题", "依据", "no-such-law 1"),
        "服务事项·常见问题!E2",
        "no-such-law",
        "no-such-law",
    ),
    "a required cell emptied": (put("服务事项·申请材料", "材料名称", None), "服务事项·申请材料!", "缺少", "missing"),
    "an id renamed in another list": (
        put("服务事项", "类别", "no-such-category"),
        "服务事项!",
        "no-such-category",
        "no-such-category",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_said_at_its_cell_and_nothing_is_written(
    what: str, brought: Callable[[Edit], sheet.Import]
) -> None:
    edit, where, zh, en = WRONG[what]
    found = brought(edit)
    assert found.problems, found
    problem = found.problems[0]
    assert problem.where.startswith(where)
    assert zh in problem.message.zh
    assert en in problem.message.en
    assert problem.remedy.zh
    assert problem.remedy.en


def column(form: str, key: str = "x") -> Column:
    return next(one for _, one in _columns() if one.form == form and (key == "x" or one.keys[-1] == key))


@pytest.mark.parametrize(
    ("form", "key", "raw", "meant"),
    [
        ("text", "phone", 12333, "12333"),
        ("text", "phone", 12333.0, "12333"),
        ("text", "phone", 13800000000, "13800000000"),
        ("text", "name", " 名称\u3000\n", "名称"),
        ("text", "name", "两行_x000D_\n文字", "两行\n文字"),
        ("date", "x", datetime.datetime(2026, 1, 31), "2026-01-31"),
        ("date", "x", 46053, "2026-01-31"),
        ("date", "x", "2026年1月31日", "2026-01-31"),
        ("date", "x", "２０２６/1/31", "2026-01-31"),
        ("clock", "x", datetime.time(8, 30), "08:30"),
        ("clock", "x", 0.3541666666666667, "08:30"),
        ("clock", "x", "8：30", "08:30"),
        ("money", "x", 12.5, "12.50"),
        ("money", "x", 12, "12"),
        ("integer", "x", "１５", 15),
        ("integer", "x", 3.0, 3),
        ("boolean", "x", True, True),
        ("boolean", "x", "否", False),
        ("numbers", "x", "1、2，3", [1, 2, 3]),
        ("numbers", "x", 6, [6]),
        ("words", "x", "一\n\n 二 ", ["一", "二"]),
        ("map", "when", "permit：have、none", {"permit": ["have", "none"]}),
        (
            "basis",
            "x",
            "labour-law 14（6）· 劳动法\nlabour-law",
            [
                {"policy": "labour-law", "article": "14(6)"},
                {"policy": "labour-law"},
            ],
        ),
        ("enum", "unit", "工作日", "working-days"),
        ("ids", "audience", "worker · 务工人员\n家人", ["worker", "family"]),
    ],
)
def test_what_excel_and_people_make_of_a_value_is_understood(form: str, key: str, raw: Any, meant: Any) -> None:
    assert cells.meant(column(form, key), cells.normal(raw), Labels({})) == meant


@pytest.mark.parametrize(
    ("form", "key", "raw"),
    [
        ("text", "implementation_code", 990101),
        ("text", "value", 12),
        ("text", "phone", 7623388888),
        ("text", "name", 1234567890123456),
        ("text", "name", True),
        ("date", "x", 12),
        ("money", "x", 1.234),
        ("map", "has", "office-premises: 很多"),
    ],
)
def test_what_may_have_lost_something_is_never_guessed(form: str, key: str, raw: Any) -> None:
    assert isinstance(cells.meant(column(form, key), raw, Labels({})), cells.Doubt)


@pytest.mark.parametrize("text", ["=1+1", "+86 12345", "-无", "@甲"])
def test_text_that_begins_like_a_formula_is_written_as_text(text: str, small: bytes) -> None:
    from tongchuang.editorial.sheet.book import put as put_in

    one = Workbook().active.cell(1, 1)  # type: ignore[union-attr]
    put_in(one, text)
    assert (one.data_type, one.value, one.quotePrefix) == ("s", text, True)


@pytest.mark.parametrize(
    ("raw", "zh"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "另存为"),
        ("编号,名称\na,b\n".encode("gbk"), "另存为"),
        (b"", "另存为"),
        (b"PK\x05\x06" + bytes(18), "另存为"),
    ],
)
def test_another_kind_of_file_is_told_how_to_save_it(raw: bytes, zh: str, sources: Sources) -> None:
    with pytest.raises(sheet.NotABook) as told:
        sheet.import_(sources, {}, raw, DAY)
    assert zh in told.value.message.zh
    assert "xlsx" in told.value.message.en


def test_a_damaged_or_foreign_workbook_is_told_so(sources: Sources, small: bytes) -> None:
    damaged = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(small)) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<broken" if name.startswith("xl/worksheets/sheet2") else source.read(name))
    with pytest.raises(sheet.NotABook, match="damaged"):
        sheet.import_(sources, {}, damaged.getvalue(), DAY)
    foreign = io.BytesIO()
    Workbook().save(foreign)
    with pytest.raises(sheet.NotABook, match="none of the worksheets"):
        sheet.import_(sources, {}, foreign.getvalue(), DAY)


def test_hidden_rows_count_and_are_mentioned(brought: Callable[[Edit], sheet.Import]) -> None:
    def edit(workbook: Any) -> None:
        workbook["服务事项·常见问题"].row_dimensions[2].hidden = True
        cell(workbook, "服务事项·常见问题", "问").value = "藏起来的问题？"

    found = brought(edit)
    assert found.hidden == 1
    assert "藏起来的问题？" in found.changed[0].text


def test_the_command_writes_the_file_with_its_comments_or_only_says_what_it_would(
    project: Project, tmp_path: Path, small: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project.content, tmp_path / "content")
    file = tmp_path / PATH
    file.write_text("# 户籍科维护\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    book, arguments = tmp_path / "out.xlsx", ["--project", str(tmp_path), "--as-of", str(DAY), "--lang", "en"]
    assert main(["sheet", "export", "local", "--output", str(book), *arguments]) == 0
    assert load_workbook(book, read_only=True).sheetnames[:2] == ["说明", "地方版本"]
    before = file.read_bytes()
    book.write_bytes(edited(small, put("服务事项", "事项名称", "居住证申办")))
    assert main(["sheet", "import", str(book), "--dry-run", *arguments]) == 0
    assert file.read_bytes() == before
    assert main(["sheet", "import", str(book), *arguments]) == 0
    said = capsys.readouterr()
    assert "Name: 居住证申领 → 居住证申办" in said.out
    assert "1 file changed" in said.err
    assert file.read_bytes() == before.replace("name: 居住证申领\n".encode(), "name: 居住证申办\n".encode())
    book.write_bytes(edited(small, put("服务事项", "事项类型", "随便")))
    assert main(["sheet", "import", str(book), *arguments]) == 1
    assert "服务事项!E2" in capsys.readouterr().out
    assert main(["sheet", "export", "nothing", "--output", str(book), *arguments]) == 2
    assert main(["sheet", "export", "services", *arguments]) == 2
    assert main(["sheet", "import", str(tmp_path / "none.xlsx"), *arguments]) == 2
