"""Compared with an earlier revision, what changed must be recorded and what was published must stay."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from tongchuang import schemas
from tongchuang.catalogue.revisions import REVISED
from tongchuang.check import check
from tongchuang.load import Sources, load
from tongchuang.load.walk import LISTS
from tongchuang.project import Project

SHARED = Path(__file__).parent / "shared"
DAY = date(2026, 11, 21)
SERVICE = "services/wages/report-wages.yaml"
ENGLISH = "services/wages/report-wages.en.yaml"
POLICY = "policies/wage-rules/zh.md"
PLACE = "network/places/441602001.yaml"
R1 = '  - {id: r1, date: "2026-01-01", kind: functional, zh: 首次编写, en: First written}\n'
OPEN = 'code: "441602001"\nsource: 上城街道办\nconfirmed_on: "2026-05-01"\nphone: 0762-3123456\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SHARED, tmp_path, dirs_exist_ok=True)
    write(tmp_path, PLACE, OPEN)
    write(tmp_path, PLACE.replace(".yaml", ".en.yaml"), "source: The subdistrict\n")
    return tmp_path


@pytest.fixture
def base(root: Path) -> Sources:
    return load(Project(root))


def write(root: Path, path: str, text: str) -> None:
    (root / "content" / path).parent.mkdir(parents=True, exist_ok=True)
    (root / "content" / path).write_text(text, encoding="utf-8")


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / "content" / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new, 1))


def revise(root: Path, path: str, fields: str, kind: str = "functional", id_: str = "r2") -> None:
    entry = f'  - {{id: {id_}, date: "2026-11-01", kind: {kind}, fields: [{fields}], zh: 改了, en: Changed}}\n'
    edit(root, path, R1, R1 + entry)


# What follows from a change: what rests on a repealed policy, what was made of an older revision.
FOLLOWS = ("R118", "R203", "R305", "R402", "R501", "R502", "R503")


def found(root: Path, base: Sources) -> list[str]:
    return [f.code for f in check(load(Project(root)), DAY, base) if f.code not in FOLLOWS]


def test_nothing_changed_is_nothing_found(root: Path, base: Sources) -> None:
    assert found(root, base) == []


def test_comments_order_of_keys_and_quotes_are_no_change(root: Path, base: Sources) -> None:
    edit(root, SERVICE, "window: rights\n", "")
    edit(root, SERVICE, "id: report-wages\n", "# 维权\nid: report-wages\nwindow: 'rights'\n")
    edit(root, POLICY, "## 说的是什么", "\n## 说的是什么  ")
    assert found(root, base) == []


def test_one_finding_names_all_fields_and_gives_the_entry_to_add(root: Path, base: Sources) -> None:
    edit(root, SERVICE, "copies: 1", "copies: 2")
    edit(root, SERVICE, "count: 2", "count: 1")
    [finding] = check(load(Project(root)), DAY, base)
    assert (finding.code, finding.path) == ("R415", f"content/{SERVICE}")
    assert finding.remedy.en == (
        'Add at the end: - {id: r2, date: "2026-11-21", kind: functional, fields: [materials, visits], zh: …, en: …}'
    )


def test_the_entry_that_the_remedy_gives_is_accepted(root: Path, base: Sources) -> None:
    edit(root, SERVICE, "count: 2", "count: 1")
    [finding] = check(load(Project(root)), DAY, base)
    entry = finding.remedy.zh.partition("：")[2].replace("…", "改了")
    edit(root, SERVICE, R1, f"{R1}  {entry}\n")
    assert found(root, base) == []


def test_an_entry_that_names_only_some_of_the_fields_is_not_enough(root: Path, base: Sources) -> None:
    edit(root, SERVICE, "count: 2", "count: 1")
    edit(root, SERVICE, "window: rights", "window: social")
    revise(root, SERVICE, "visits")
    assert "R415" in found(root, base)


SUBSTANCE = {
    "time": ("value: 30, unit: working-days}", "value: 20, unit: working-days}"),
    "fee": ("free: true", 'free: false\n  basis: [{policy: wage-rules, article: "3"}]'),
    "materials": ("copies: 1", "copies: 2"),
    "steps": ("text: 带上材料来说清楚。", "text: 带上材料来。"),
    "levels": ("levels: [office]", "levels: [office, station]"),
    "audience": ("audience: [worker]", "audience: [worker, family]"),
    "questions": ("ask: 你签合同了吗？", "ask: 你有合同吗？"),
    "basis": ('article: "10"', 'article: "11"'),
    "result": ("name: 处理决定", "name: 决定书"),
    "visits": ("count: 2", "count: 1"),
    "remedies": ("text: 不服可以申请复议。", "text: 不服可以申请行政复议。"),
    "conditions": ("steps:\n", "conditions:\n  - {id: worked, text: 干过活}\nsteps:\n"),
    "withdrawn": ("review:\n  by", 'withdrawn: {date: "2026-10-01", why: 不办了}\nreview:\n  by'),
}


@pytest.mark.parametrize("field", SUBSTANCE)
def test_a_change_of_substance_must_be_functional(field: str, root: Path, base: Sources) -> None:
    edit(root, SERVICE, *SUBSTANCE[field])
    assert found(root, base) == ["R415"]
    revise(root, SERVICE, field, "editorial")
    assert found(root, base) == ["R416"]
    edit(root, SERVICE, "kind: editorial", "kind: functional")
    assert found(root, base) == []


WORDING = {
    "name": ("name: 拖欠工资投诉", "name: 拖欠工资的投诉"),
    "summary": ("老板不给工钱", "老板不发工钱"),
    "keywords": ("讨薪", "讨工钱"),
    "time": ("time:\n", "time:\n  note: 复杂的可以延长\n"),
    "materials": ("name: 身份证\n", "name: 身份证\n    note: 原件当场退还\n"),
    "faq": ("time:\n", "faq:\n  - {id: how, q: 怎么办, a: 来窗口}\ntime:\n"),
}


@pytest.mark.parametrize("field", WORDING)
def test_a_change_of_wording_may_be_editorial(field: str, root: Path, base: Sources) -> None:
    edit(root, SERVICE, *WORDING[field])
    assert found(root, base) == ["R415"]
    revise(root, SERVICE, field, "editorial")
    assert found(root, base) == []


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("text", "工资要**按月**发", "工资要按月发"),
        ("dates", 'effective: "2020-02-01"', 'effective: "2020-03-01"'),
        ("measures", "text: 工资按月发。", "text: 工资按周发。"),
        ("repealed", "kind: digest", 'repealed: {date: "2026-01-01"}\nkind: digest'),
    ],
)
def test_the_text_dates_measures_and_end_of_a_policy_are_substance(
    field: str, old: str, new: str, root: Path, base: Sources
) -> None:
    edit(root, POLICY, old, new)
    assert found(root, base) == ["R415"]
    revise(root, POLICY, field, "editorial")
    assert found(root, base) == ["R416"]
    edit(root, POLICY, "kind: editorial", "kind: functional")
    assert found(root, base) == []


def test_a_place_that_changes_its_telephone_starts_its_memory(root: Path, base: Sources) -> None:
    edit(root, PLACE, "0762-3123456", "0762-3654321")
    [finding] = check(load(Project(root)), DAY, base)
    assert finding.code == "R415"
    assert "revisions: - {id: r1," in finding.remedy.zh
    entry = '{id: r1, date: "2026-11-01", kind: functional, fields: [phone], zh: 换了电话, en: New number}'
    write(root, PLACE, OPEN.replace("3123456", "3654321") + f"revisions:\n  - {entry}\n")
    assert found(root, base) == []


def test_a_review_and_a_new_confirmation_are_no_change(root: Path, base: Sources) -> None:
    edit(root, SERVICE, 'next: "2026-12-31"', 'next: "2027-12-31"')
    edit(root, PLACE, "2026-05-01", "2026-11-01")
    assert found(root, base) == []


def test_a_translation_alone_needs_no_revision(root: Path, base: Sources) -> None:
    edit(root, ENGLISH, "name: Decision", "name: Written decision")
    assert found(root, base) == []


def test_a_new_record_needs_no_revision_but_its_first(root: Path, base: Sources) -> None:
    for path in (SERVICE, ENGLISH):
        text = (root / "content" / path).read_text(encoding="utf-8")
        text = text.replace("id: report-wages", "id: claim-wages")
        text = re.sub(r"keywords: .*", f"keywords: [{path} 甲, {path} 乙, {path} 丙]", text)
        write(root, path.replace("report-wages", "claim-wages"), text)
    assert found(root, base) == []


def test_a_file_that_moves_to_another_folder_is_the_same_record(root: Path, base: Sources) -> None:
    (root / "content" / "services" / "wages").rename(root / "content" / "services" / "pay")
    assert found(root, base) == ["R102"]


def test_several_new_entries_count_together(root: Path, base: Sources) -> None:
    edit(root, SERVICE, "count: 2", "count: 1")
    edit(root, SERVICE, "讨薪", "讨工钱")
    revise(root, SERVICE, "keywords", "editorial", "r3")
    revise(root, SERVICE, "visits")
    assert found(root, base) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (R1, R1.replace("首次编写", "第一次")),
        (R1, R1.replace("r1", "r0")),
        (R1, '  - {id: r0, date: "2025-01-01", kind: editorial, zh: 更早, en: Earlier}\n' + R1),
    ],
)
def test_an_earlier_revision_is_not_changed_removed_or_pushed_down(
    old: str, new: str, root: Path, base: Sources
) -> None:
    edit(root, SERVICE, old, new)
    assert found(root, base) == ["R419"]


def test_what_breaks_its_schema_now_is_only_that(root: Path, base: Sources) -> None:
    edit(root, SERVICE, "count: 2", "count: 20")
    assert found(root, base) == ["S114"]


def test_a_field_that_broke_todays_schema_at_the_base_is_still_compared(root: Path) -> None:
    edit(root, SERVICE, "count: 2", "count: 20")
    base = load(Project(root))
    edit(root, SERVICE, "count: 20", "count: 1")
    assert found(root, base) == ["R415"]


@pytest.mark.parametrize("path", [SERVICE, POLICY, PLACE])
def test_a_file_may_not_vanish(path: str, root: Path, base: Sources) -> None:
    (root / "content" / path).unlink()
    gone = [f for f in check(load(Project(root)), DAY, base) if f.code == "R108"]
    assert [(f.path, f.line, f.severity) for f in gone] == [(f"content/{path}", 1, "error")]


def test_a_file_that_was_broken_at_the_base_may_not_vanish_either(root: Path) -> None:
    write(root, PLACE, "- [\n")
    base = load(Project(root))
    (root / "content" / PLACE).unlink()
    assert "R108" in found(root, base)


def test_a_file_that_is_broken_now_has_not_vanished(root: Path, base: Sources) -> None:
    write(root, SERVICE, "- [\n")
    assert not {"R108", "R415"} & set(found(root, base))


@pytest.mark.parametrize("kind", sorted(LISTS))
def test_an_entry_of_any_list_may_not_vanish(kind: str, root: Path, base: Sources) -> None:
    [document] = (d for d in base.documents if d.kind == kind and d.lang is None)
    write(root, document.path.removeprefix("content/"), "[]\n")
    gone = [f for f in check(load(Project(root)), DAY, base) if f.code == "R109"]
    assert [(f.path, f.line) for f in gone] == [(document.path, 1)] * len(document.data)


def test_a_division_goes_only_by_being_listed_as_merged(root: Path, base: Sources) -> None:
    edit(root, "network/demo.csv", "441602001001,公园社区居委会,441602001\n", "441602001002,江滨社区居委会,441602001\n")
    edit(root, "network/demo.en.csv", "441602001001,Gongyuan", "441602001002,Jiangbin")
    [finding] = [f for f in check(load(Project(root)), DAY, base) if f.code == "R110"]
    assert finding.path == "content/network/demo.yaml"
    text = (root / "content/network/demo.yaml").read_text(encoding="utf-8")
    entry = '{id: "441602001001", name: 公园社区, parent: "441602001", date: "2026-10-01", why: 并入江滨社区'
    write(root, "network/demo.yaml", f'{text}merged:\n  - {entry}, replaced_by: "441602001002"}}\n')
    edit(root, "network/demo.en.yaml", "source:", 'merged: {"441602001001": {name: Gongyuan, why: Merged}}\nsource:')
    assert found(root, base) == []
    assert found(root, load(Project(root))) == []


def test_what_was_once_merged_stays_listed(root: Path) -> None:
    text = (root / "content/network/demo.yaml").read_text(encoding="utf-8")
    entry = '{id: "441602001009", name: 老街, parent: "441602001", date: "2026-10-01", why: 并了}'
    write(root, "network/demo.yaml", f"{text}merged:\n  - {entry}\n")
    base = load(Project(root))
    write(root, "network/demo.yaml", text)
    assert found(root, base) == ["R110"]


def test_what_is_named_in_merged_is_known_and_its_parent_follows_from_its_code(root: Path) -> None:
    text = (root / "content/network/demo.yaml").read_text(encoding="utf-8")
    entry = (
        '{id: "441602001009", name: 老街, parent: "441602", date: "2026-10-01", why: 并了, replaced_by: "441602001099"}'
    )
    write(root, "network/demo.yaml", f"{text}merged:\n  - {entry}\n")
    assert [f.code for f in check(load(Project(root)), DAY) if f.severity == "error"] == ["R701", "R104"]


def test_without_a_base_nothing_is_compared(root: Path) -> None:
    edit(root, SERVICE, "count: 2", "count: 1")
    assert [f.code for f in check(load(Project(root)), DAY)] == []


def test_every_kind_with_a_memory_of_change_is_compared_and_can_be_withdrawn() -> None:
    kinds = {file.stem for file in schemas.FOLDER.glob("*.json")}
    with_revisions = {kind for kind in kinds if "revisions" in schemas.properties(schemas.schema(kind))}
    assert with_revisions == set(REVISED)
    for kind in with_revisions | LISTS:
        assert "withdrawn" in schemas.properties(schemas.schema(kind)), kind


def test_an_entry_whose_id_is_broken_now_has_not_vanished(root: Path, base: Sources) -> None:
    edit(root, "glossary.yaml", "id: wage", "id: [wage]")
    assert not {"R109", "R415"} & set(found(root, base))


def test_an_earlier_revision_may_get_its_approval_later(root: Path, base: Sources) -> None:
    approval = 'approval: {posts: [分管局长], number: 审〔2026〕1号, date: "2026-02-01"}'
    edit(root, SERVICE, R1, R1.replace("en: First written}", f"en: First written, {approval}}}"))
    assert found(root, base) == []
    edit(root, SERVICE, "首次编写", "后来改写")
    assert found(root, base) == ["R419"]
