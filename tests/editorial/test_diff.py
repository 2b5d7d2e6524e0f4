"""What a change means to the public: each value before and after, its reach, paper, translations, dates."""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import jsonschema_rs
import pypandoc
import pytest
from tongchuang import schemas
from tongchuang.editorial.diff import Report, Unreadable, Version, compare
from tongchuang.editorial.diff.approval import approval
from tongchuang.editorial.diff.as_json import as_json
from tongchuang.editorial.diff.markdown import markdown
from tongchuang.editorial.diff.wording import LANGUAGES, wording
from tongchuang.load import load
from tongchuang.project import Project

SHARED = Path(__file__).parents[1] / "check" / "shared" / "content"
DAY = date(2026, 11, 21)
SERVICE = "services/wages/report-wages.yaml"
ENGLISH = "services/wages/report-wages.en.yaml"
POLICY = "policies/wage-rules/zh.md"
R1 = '  - {id: r1, date: "2026-01-01", kind: functional, zh: 首次编写, en: First written}\n'
REVISED = '  - {{id: r2, date: "2027-01-01", kind: {kind}, fields: [{fields}], zh: 改了, en: Changed}}\n'
# The number for anything, which the board of doors leads to.
ANYTHING = {
    "departments.yaml": "- {id: peoples-government, name: 人民政府, summary: 什么都可以问。}\n",
    "departments.en.yaml": "peoples-government: {name: The government, summary: Ask anything.}\n",
    "hotlines.yaml": '- {id: anything, number: "12345", name: 政务热线, summary: 什么都可以问。, department: peoples-government}\n',
    "hotlines.en.yaml": "anything: {name: Government hotline, summary: Ask anything.}\n",
}


class Desk:
    """A small project as it was and as it is."""

    def __init__(self, root: Path) -> None:
        self.before, self.after = root / "before", root / "after"
        for folder in (self.before, self.after):
            shutil.copytree(SHARED, folder / "content")
            for path, entry in ANYTHING.items():
                with (folder / "content" / path).open("a", encoding="utf-8") as file:
                    file.write(entry)

    def write(self, path: str, text: str, before: bool = False) -> None:
        file = (self.before if before else self.after) / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str, before: bool = False) -> None:
        text = ((self.before if before else self.after) / "content" / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1), before)

    def revise(self, path: str, fields: str, kind: str = "functional") -> None:
        self.edit(path, R1, R1 + REVISED.format(kind=kind, fields=fields))

    def report(self) -> Report:
        before, after = (Version.of(load(Project(root)), DAY) for root in (self.before, self.after))
        return compare(before, after, "origin/main", "0" * 40)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def quicker(desk: Desk) -> Report:
    """The promised time of the one service goes from 30 to 10 working days on 1 January."""
    desk.edit(SERVICE, "promised: {value: 30", "promised: {value: 10")
    desk.revise(SERVICE, "time")
    return desk.report()


def test_a_change_is_told_before_and_after_in_both_languages(quicker: Report) -> None:
    (change,) = quicker.functional
    (field,) = change.substance
    assert field.path == "time.promised"
    assert field.title.zh.startswith("办结时限 · ")
    assert field.before
    assert field.after
    assert (field.before.zh, field.after.zh) == ("30个工作日", "10个工作日")
    assert (field.before.en, field.after.en) == ("30 working days", "10 working days")
    assert (change.name.zh, change.name.en) == ("拖欠工资投诉", "Report unpaid wages")
    assert change.starts == "2027-01-01"


def test_a_change_reaches_the_windows_that_offer_the_service(quicker: Report) -> None:
    view = Version.of(load(Project(SHARED.parent)), DAY).catalogue.view("zh")
    offering = [p for p in view.places.values() if any(s.id == "report-wages" for s in view.services_at(p))]
    assert 0 < len(offering) < len(view.places)
    assert quicker.functional[0].windows == len(offering)
    assert quicker.functional[0].substance[0].windows == len(offering)


def test_sheets_that_show_the_change_are_to_be_replaced(quicker: Report) -> None:
    replaced = {(sheets.document, sheets.windows) for sheets in quicker.sheets}
    assert ("board", 1) in replaced
    assert ("notice", 0) in replaced
    assert all(sheets.action == "replace" for sheets in quicker.sheets)
    assert quicker.walls.windows >= 1


def test_a_translation_that_did_not_follow_is_out_of_date(quicker: Report) -> None:
    (stale,) = quicker.stale
    assert (stale.lang, stale.id, [title.zh for title in stale.fields]) == ("en", "report-wages", ["办结时限"])


def test_a_translation_that_followed_is_told_apart_and_not_out_of_date(desk: Desk) -> None:
    desk.edit(SERVICE, "name: 劳动合同", "name: 书面劳动合同")
    desk.revise(SERVICE, "materials")
    desk.edit(ENGLISH, "of: r1", "of: r2")
    desk.edit(ENGLISH, "name: Labour contract", "name: Written labour contract")
    report = desk.report()
    assert report.stale == ()
    (translated,) = report.translated
    assert [(f.title.zh, f.after and f.after.en) for f in translated.fields] == [
        ("译自哪次修订", "r2"),
        ("申请材料 · 书面劳动合同 · 材料名称", "Written labour contract"),
    ]
    (field,) = report.functional[0].substance
    assert field.title.en == "Materials · Written labour contract · Name"
    assert field.before
    assert field.after
    assert (field.before.en, field.after.en) == ("Labour contract", "Written labour contract")


def test_words_that_were_not_translated_are_said_in_chinese_and_marked(desk: Desk) -> None:
    desk.edit(SERVICE, "name: 劳动合同", "name: 书面劳动合同")
    desk.revise(SERVICE, "materials")
    (field,) = desk.report().functional[0].substance
    assert field.after
    assert field.after.en == "书面劳动合同 (not translated yet)"


def test_wording_stands_apart_from_substance(desk: Desk) -> None:
    desk.edit(SERVICE, "summary: 老板不给工钱，可以到这里投诉。", "summary: 工钱没给，到这里投诉。")
    desk.revise(SERVICE, "summary", "editorial")
    report = desk.report()
    assert report.functional == ()
    assert [field.path for change in report.editorial for field in change.wording] == ["summary"]


def test_of_a_list_only_what_came_and_went_is_told(desk: Desk) -> None:
    desk.edit(SERVICE, "keywords: [老板不给钱, 讨薪, 欠薪]", "keywords: [老板不给钱, 欠薪, 白干]")
    desk.revise(SERVICE, "keywords", "editorial")
    (field,) = desk.report().editorial[0].wording
    assert field.before
    assert field.after
    assert (field.before.zh, field.after.zh) == ("讨薪", "白干")


def test_an_entry_that_is_new_or_gone_is_told_whole(desk: Desk) -> None:
    desk.edit(
        SERVICE,
        "  - id: contract-paper\n    name: 劳动合同\n    required: false\n    when:\n      contract: [signed]\n",
        "",
    )
    desk.revise(SERVICE, "materials")
    (field,) = desk.report().functional[0].substance
    assert field.path == "materials.contract-paper"
    assert field.after is None
    assert field.before
    assert field.before.zh.startswith("劳动合同；必要性：否")
    assert field.before.en.startswith("Labour contract; Needed: no")


def test_of_a_policy_the_lines_that_changed_are_told(desk: Desk) -> None:
    text = (desk.after / "content" / POLICY).read_text(encoding="utf-8")
    first = next(line for line in text.split("---\n", 2)[2].splitlines() if line.strip() and not line.startswith("#"))
    desk.edit(POLICY, first, first + "新的一句。")
    report = desk.report()
    (field,) = (f for change in report.changes if change.kind == "policy" for f in change.substance)
    assert field.before
    assert field.after
    assert (field.path, field.before.zh, field.after.zh) == ("text", first, first + "新的一句。")


def test_a_new_local_version_is_a_local_difference_at_its_windows(desk: Desk) -> None:
    desk.write("local/441602/report-wages.yaml", "base: r1\ntime:\n  promised: {value: 5, unit: working-days}\n")
    report = desk.report()
    assert report.functional == ()
    (change,) = report.local
    assert (change.what, change.region, change.windows) == ("added", "441602", 1)
    assert change.region_name
    assert change.region_name.zh.endswith("源城区")


def test_a_local_version_keeps_its_windows_out_of_the_reach_of_what_it_sets_itself(desk: Desk) -> None:
    for before in (True, False):
        desk.write(
            "local/441602/report-wages.yaml", "base: r1\ntime:\n  promised: {value: 5, unit: working-days}\n", before
        )
    desk.edit(SERVICE, "promised: {value: 30", "promised: {value: 10")
    desk.revise(SERVICE, "time")
    (change,) = desk.report().functional
    assert change.substance[0].windows == 0


def test_a_withdrawal_starts_on_its_day(desk: Desk) -> None:
    desk.edit(SERVICE, "review:\n  by", 'withdrawn: {date: "2026-12-01", why: 并入别的事项}\nreview:\n  by')
    desk.revise(SERVICE, "withdrawn")
    report = desk.report()
    assert [(c.what, c.starts) for c in report.functional] == [("withdrawn", "2026-12-01")]
    assert [(d.day, d.event) for d in report.days] == [("2026-12-01", "ends")]


def test_very_many_records_that_go_at_once_are_flagged(desk: Desk) -> None:
    for number in range(12):
        text = (SHARED / SERVICE).read_text(encoding="utf-8").replace("id: report-wages", f"id: wages-{number}")
        desk.write(f"services/wages/wages-{number}.yaml", text, before=True)
    report = desk.report()
    assert [(loss.kind_name.zh, loss.gone, loss.of) for loss in report.losses] == [("服务事项", 12, 13)]
    assert "一次少了很多" in markdown(report, ["zh"])


def test_one_record_that_goes_is_no_loss(desk: Desk) -> None:
    text = (SHARED / SERVICE).read_text(encoding="utf-8").replace("id: report-wages", "id: wages-1")
    desk.write("services/wages/wages-1.yaml", text, before=True)
    report = desk.report()
    assert [change.what for change in report.functional] == ["removed"]
    assert report.losses == ()


def test_nothing_changed_is_said_in_so_many_words(desk: Desk) -> None:
    report = desk.report()
    assert report.nothing
    said = markdown(report, ["zh", "en"])
    assert "没有改动" in said
    assert "Nothing changed" in said


def test_a_base_that_cannot_be_understood_is_refused(desk: Desk) -> None:
    desk.write(SERVICE, "id: [report-wages\n", before=True)
    with pytest.raises(Unreadable) as refused:
        desk.report()
    assert f"content/{SERVICE}:" in refused.value.message.zh


def test_a_base_that_lacks_what_is_required_is_refused(desk: Desk) -> None:
    desk.edit(SERVICE, "window: rights\n", "", before=True)
    with pytest.raises(Unreadable):
        desk.report()


def test_a_base_that_only_breaks_a_younger_rule_is_compared_and_said_to_have_errors(desk: Desk) -> None:
    desk.edit(SERVICE, "value: 30, unit: working-days", "value: 90, unit: working-days", before=True)
    report = desk.report()
    assert report.base_errors == 1
    assert len(report.functional) == 1
    assert "1 个错误" in markdown(report, ["zh"])


def test_every_kind_of_change_is_as_the_schema_of_the_report_says(desk: Desk) -> None:
    desk.edit(SERVICE, "promised: {value: 30", "promised: {value: 10")
    desk.revise(SERVICE, "time")
    desk.edit("network/demo.csv", "上城街道", "新上城街道")
    desk.edit("hotlines.yaml", "name: ", "name: 新")
    desk.write("local/441602/report-wages.yaml", "base: r1\ntime:\n  promised: {value: 5, unit: working-days}\n")
    desk.edit("glossary.en.yaml", "name: ", "name: New ")
    data = json.loads(as_json(desk.report()))
    schema = json.loads((schemas.FOLDER / "output" / "diff.json").read_text(encoding="utf-8"))
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.validator_for(schema, validate_formats=True)
    assert list(validator.iter_errors(data)) == []
    assert {change["kind"] for change in data["changes"]} == {"service", "local", "region", "hotline"}
    assert data["translated"]
    assert not validator.is_valid({**data, "walls": None})


def test_content_can_neither_write_markup_nor_call_people(desk: Desk) -> None:
    evil = "<script>x</script> [x](http://e) @boss | `a` **b**"
    desk.edit(SERVICE, "name: 处理决定", f"name: '{evil}'")
    desk.revise(SERVICE, "result")
    report = desk.report()
    said = markdown(report, ["zh"])
    assert "<script" not in said
    assert "@boss" not in said
    assert "[x](" not in said
    row = next(line for line in said.splitlines() if "script" in line)
    assert len(re.findall(r"(?<!\\)\|", row)) == 5
    assert evil in pypandoc.convert_text(
        approval(report, "zh"), "plain", "docx", extra_args=["--wrap=none", "--columns=400"]
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_approval_sheet_is_a4_with_the_change_and_blanks_to_sign(quicker: Report, lang: str) -> None:
    made = approval(quicker, lang)
    assert made == approval(quicker, lang)
    with zipfile.ZipFile(io.BytesIO(made)) as document:
        assert document.testzip() is None
        body = document.read("word/document.xml").decode()
        assert re.search(r'w:h="16838" w:w="11906"|w:w="11906" w:h="16838"', body)
        links = document.read("word/_rels/document.xml.rels").decode()
        assert 'TargetMode="External"' not in links
        assert "<w:tblBorders>" in document.read("word/styles.xml").decode()
    said = pypandoc.convert_text(made, "plain", "docx", extra_args=["--columns=200"])
    wanted = (
        ["拟稿", "审核", "签发", "30个工作日", "10个工作日"]
        if lang == "zh"
        else ["Drafted", "Reviewed", "Issued", "10 working"]
    )
    for words in wanted:
        assert words in said, said


def test_a_new_local_version_is_told_beside_the_standard_under_its_names(desk: Desk) -> None:
    desk.write(
        "local/441602/report-wages.yaml",
        "base: r1\ntime:\n  promised: {value: 5, unit: working-days}\nmaterials:\n  id-card: {waived: true}\n",
    )
    told = {field.path: field for field in desk.report().local[0].substance}
    promised, waived = told["time.promised"], told["materials.id-card.waived"]
    assert promised.before
    assert promised.after
    assert (promised.before.zh, promised.after.zh) == ("30个工作日", "5个工作日")
    assert waived.before is None
    assert waived.title.zh.startswith("申请材料 · 身份证 · ")
    assert waived.title.en.startswith("Materials · Identity card · ")


def test_of_a_new_record_all_that_it_says_is_told_but_of_a_long_text_its_length(desk: Desk) -> None:
    for lang in ("zh", "en"):
        text = (SHARED / f"policies/wage-rules/{lang}.md").read_text(encoding="utf-8")
        desk.write(f"policies/new-rules/{lang}.md", text.replace("id: wage-rules", "id: new-rules"))
    (change,) = desk.report().functional
    assert (change.what, change.windows) == ("added", None)
    told = {field.path: field.after for field in (*change.substance, *change.wording)}
    assert {"title", "dates", "text"} <= set(told)
    assert told["text"]
    assert re.fullmatch(r"[\d,]+ 字，全文见文件", told["text"].zh)
    assert not {"id", "revisions", "review"} & set(told)


def test_a_renamed_division_is_no_mere_wording_and_its_signs_are_replaced(desk: Desk) -> None:
    desk.edit("network/demo.csv", "上城街道", "新上城街道")
    desk.edit("network/demo.en.csv", "441602001,", "441602001,New ")
    report = desk.report()
    assert [(change.kind, change.id, change.windows) for change in report.functional] == [("region", "441602001", 2)]
    assert ("replace", "sign") in {(sheets.action, sheets.document) for sheets in report.sheets}
    assert report.stale == ()


def test_places_that_go_take_their_sheets_along(desk: Desk) -> None:
    for name in ("demo.csv", "demo.en.csv"):
        text = (desk.after / "content" / "network" / name).read_text(encoding="utf-8")
        kept = [line for line in text.splitlines(keepends=True) if not line.startswith("441602001001,")]
        desk.write(f"network/{name}", "".join(kept))
    report = desk.report()
    assert ("remove", "board", 1) in {(sheets.action, sheets.document, sheets.windows) for sheets in report.sheets}


def test_a_local_version_counts_the_windows_of_its_region_alone(desk: Desk) -> None:
    desk.write("local/441602001001/report-wages.yaml", "base: r1\ntime:\n  promised: {value: 5, unit: working-days}\n")
    desk.edit(SERVICE, "promised: {value: 30", "promised: {value: 10")
    desk.revise(SERVICE, "time")
    report = desk.report()
    assert [change.windows for change in (*report.functional, *report.local)] == [1, 0]


def test_the_report_has_the_same_words_in_both_languages() -> None:
    chinese, english = (set(_keys(wording(lang).table)) for lang in LANGUAGES)
    assert chinese == english


def _keys(table: Mapping[str, object], above: str = "") -> Iterator[str]:
    for key, value in table.items():
        yield f"{above}{key}"
        if isinstance(value, Mapping):
            yield from _keys(value, f"{above}{key}.")


def test_the_approval_of_a_revision_is_told(desk: Desk) -> None:
    desk.edit(SERVICE, "promised: {value: 30", "promised: {value: 10")
    desk.revise(SERVICE, "time")
    desk.edit(
        SERVICE,
        "zh: 改了, en: Changed}",
        'zh: 改了, en: Changed,\n     approval: {posts: [法规科], number: 审3号, date: "2026-12-01"}}',
    )
    said = markdown(desk.report(), LANGUAGES)
    assert "批准：法规科，审3号，2026年12月1日" in said
    assert "Approved: 法规科, 审3号, 1 December 2026" in said
