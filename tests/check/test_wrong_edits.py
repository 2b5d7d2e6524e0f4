"""A wrong edit of each of some fifty kinds: one finding, at its line, in Chinese and in English, from the command.

Each edit spoils one file of a small hub in one way, as people without programming do. ``line`` is where it is, if that
is not the first line that differs; ``code`` is what it is called. Edits of ``COMPARED`` are seen against a Git base.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tongchuang.cli import main

SHARED = Path(__file__).parent / "shared" / "content"
SERVICE, ENGLISH = "services/wages/report-wages.yaml", "services/wages/report-wages.en.yaml"
LOCAL, PLACE = "local/441602/report-wages.yaml", "network/places/441602001.yaml"
POLICY, HUB, HOTLINES, TABLE = "policies/wage-rules/zh.md", "hub.yaml", "hotlines.yaml", "network/demo.csv"
ADDED = {
    LOCAL: "base: r1\ntime:\n  promised: {value: 20, unit: working-days}\nmaterials:\n  id-card: {copies: 0}\nvisits:\n  count: 1\n",
    PLACE: 'code: "441602001"\nsource: 上城街道办\nconfirmed_on: "2026-05-01"\naddress: 上城路1号\nphone: "0762-3123456"\n'
    'hours:\n  weekly:\n    - {days: [1, 2, 3], opens: "08:30", closes: "12:00"}\n  note: 赶集日不休\n'
    "windows: [rights]\nlanguages: [普通话, 客家话]\n"
    'revisions:\n  - {id: r1, date: "2026-05-01", kind: functional, zh: 首次编写, en: First written}\n',
    PLACE.replace(".yaml", ".en.yaml"): "source: The subdistrict\naddress: 1 Shangcheng Road\n"
    "hours: {note: Open at noon on market days}\nlanguages: [Mandarin, Hakka]\n",
}


@dataclass(frozen=True)
class Wrong:
    """A kind of slip, the file that it is made in, and what stands where before and after."""

    kind: str
    path: str
    old: str
    new: str
    code: str
    line: int | None = None


def e(kind: str, path: str, old: str, new: str, code: str, line: int | None = None) -> Wrong:
    return Wrong(kind, path, old, new, code, line)


EDITS = [
    e("a key that does not exist", PLACE, "phone:", "colour: 红\nphone:", "S101"),
    e("a misspelt key", SERVICE, "result:", "reslut:", "S101"),
    e("a key in Chinese", PLACE, "address:", "地址:", "S101"),
    e("a date with slashes", POLICY, '"2020-01-01"', '"2020/1/1"', "S110"),
    e("a day that the calendar lacks", SERVICE, '"2026-12-31"', '"2026-02-30"', "S110"),
    e("a date as Excel counts", PLACE, '"2026-05-01"\naddress', "46143\naddress", "S110"),
    e("a wrong unit", LOCAL, "unit: working-days", "unit: days", "S108"),
    e("half-width marks in Chinese", SERVICE, "老板不给工钱，可以", "老板不给工钱,可以", "R901"),
    e("full-width digits", PLACE, '"0762-3123456"', '"０７６２-3123456"', "S109"),
    e("a full-width colon", SERVICE, "summary: ", "summary：", "L301"),
    e("a full-width colon in braces", SERVICE, "{id: signed", "{id：signed", "S101"),
    e("full-width commas in a list", PLACE, "普通话, 客家话", "普通话，客家话", "L301"),
    e("a Chinese comma in a list", SERVICE, "[老板不给钱, 讨薪, 欠薪]", "[老板不给钱、讨薪、欠薪]", "L301"),
    e("no space after the colon", HUB, "tagline: ", "tagline:", "L301"),
    e("no colon", HOTLINES, "  name: 人社热线", "  name 人社热线", "L301"),
    e("no space after the dash", SERVICE, "  - id: come", "  -id: come", "L301"),
    e("a bullet for a dash", SERVICE, "  - {policy: wage-rules, article: \"10\"}", "  • 工资规定第十条", "L301"),
    e("a tab", LOCAL, "  promised", "\tpromised", "L311"),
    e("a quote that never ends", PLACE, '"0762-3123456"', '"0762-3123456', "L301"),
    e("a quote that never starts", SERVICE, "name: 处理决定", 'name: 处理决定"', "L301"),
    e("a bracket that never ends", SERVICE, "[unpaid]", "[unpaid", "L301"),
    e("a brace that never ends", LOCAL, "working-days}", "working-days", "L301"),
    e("indented too far", SERVICE, "  count: 2", "   count: 2\n  reason: 两次", "L301"),
    e("indented too little", PLACE, "  note: 赶集", "note: 赶集", "S101"),
    e("slid out of its key", LOCAL, "  count: 1", "count: 1", "S101"),
    e("slid into the key above", SERVICE, "result:\n  name", "  result:\n    name", "S101"),
    e("a colon within text", SERVICE, "name: 拖欠", "name: 投诉: 拖欠", "L301"),
    e("a duplicate key", POLICY, "rank:", "title: 又一个\nrank:", "L302"),
    e("a duplicate id", SERVICE, "- id: contract-paper", "- id: id-card", "R103"),
    e("a duplicate code", TABLE, "441602001001,", "441602001,上城街道,441602\n441602001001,", "R103"),
    e("an unknown category", SERVICE, "category: wages", "category: wage", "R104"),
    e("an unknown window", SERVICE, "window: rights", "window: right", "R104"),
    e("an unknown department", POLICY, "[labour-inspection]", "[labour]", "R104"),
    e("an unknown policy", SERVICE, 'wage-rules, article: "12"', 'wage-rule, article: "12"', "R104"),
    e("an unknown service", POLICY, "[report-wages]", "[report-wage]", "R104"),
    e("an unknown division", HUB, '"441602"', '"441603"', "R104"),
    e("an unknown life event", SERVICE, "[unpaid]", "[unpayed]", "R104"),
    e("an unknown hotline", "departments.yaml", '"12333"', '"12334"', "R104"),
    e("an unknown network", HUB, "network: demo", "network: demos", "R104"),
    e("an unknown answer", SERVICE, "contract: [signed]", "contract: [yes]", "R105"),
    e("English in the Chinese file", SERVICE, "带上材料来说清楚。", "Bring your papers.", "R505"),
    e("Chinese in the English file", ENGLISH, "Bring your papers and tell us.", "带上材料来说清楚。", "R505"),
    e("Chinese in the English table", "network/demo.en.csv", "Shangcheng", "上城街道", "R505"),
    e("curly quotes", PLACE, '"0762-3123456"', "“0762-3123456”", "S109"),
    e("a space that does not break", SERVICE, "老板不给工钱", "老板\xa0不给工钱", "L203"),
    e("a zero-width space", POLICY, "保障工资", "保障\u200b工资", "L203"),
    e("a soft hyphen", ENGLISH, "unpaid wages\n", "unpaid\xad wages\n", "L203"),
    e("a vertical tab", HUB, "哪个窗口", "哪个\x0b窗口", "L203"),
    e("a character of private use", TABLE, "上城", "上\ue004城", "L203"),
    e("a wide space in the indent", PLACE, "  weekly", "　weekly", "L203"),
    e("an emoji", SERVICE, "带上材料", "带上材料😀", "L203"),
    e("a letter that was lost", HOTLINES, "人社", "人\ufffd", "L203"),
    e("marks of a conflict", SERVICE, "visits:", "<<<<<<< HEAD\nvisits:\n=======\nvisit:\n>>>>>>> other\nx:", "L205"),
    e("a phone that is a number", HOTLINES, '"12333"', "12333", "S105"),
    e("a number in e-notation", SERVICE, "count: 2", "count: 2e0", "S106"),
    e("a number with a leading zero", SERVICE, "copies: 1", "copies: 01", "S106"),
    e("yes for true", SERVICE, "free: true", "free: yes", "S106"),
    e("a list for keys", SERVICE, "  name: 处理决定", "  - name: 处理决定", "S106", 41),
    e("keys for a list", SERVICE, "  - id: window\n    kind: window\n    text", "  window:\n    kind: window\n    text", "S106", 43),
    e("nothing after the key", SERVICE, "window: rights", "window:", "S107"),
    e("an id that is not the file's name", POLICY, "id: wage-rules", "id: wage-rule", "R101"),
    e("HTML", SERVICE, "到维权窗口。", "到<b>维权窗口</b>。", "R601"),
    e("marks of a template", SERVICE, "到维权窗口。", "到{{ window }}。", "R608"),
    e("text that is too long", SERVICE, "name: 拖欠工资投诉", f"name: {'拖欠工资' * 30}", "S111"),
    e("one more paper at a place", LOCAL, "visits:", "  bank-card: {copies: 1}\nvisits:", "R201"),
    e("slower at a place", LOCAL, "value: 20", "value: 40", "R202"),
    e("the statutory time changed at a place", LOCAL, "visits:", "conditions: []\nvisits:", "S102"),
    e("a legal time without its basis", SERVICE, ', basis: [{policy: wage-rules, article: "12"}]}', "}", "R302"),
    e("a translation of an unknown revision", ENGLISH, "of: r1", "of: r9", "R402"),
    e("a local version of an unknown revision", LOCAL, "base: r1", "base: r9", "R402"),
    e("front matter that never ends", POLICY, '"2026-12-31"\n---', '"2026-12-31"', "L402", 1),
    e("front matter that never starts", POLICY, "---\nid", "id", "L401"),
    e("a link that runs a script", POLICY, "https://example.gov.cn/a", "javascript:alert(1)", "R602"),
    e("a picture on somebody's disk", POLICY, "[发布网站](https://example.gov.cn/a)", "![图](C:/图.png)", "R603"),
    e("somebody's mobile number", SERVICE, "到维权窗口。", "打13800138000。", "R606"),
    e("somebody's identity number", PLACE, "上城路1号", "上城路1号（44160219900101123X）", "R606"),
    e("a column too many", TABLE, "上城街道,441602", "上城街道,441602,", "L502"),
    e("full-width commas in a table", TABLE, "441602001,上城街道,441602", "441602001，上城街道，441602", "L502"),
    e("a code that Excel shortened", TABLE, "441602001001,", "4.41602E+11,", "S109"),
    e("a quote in a table", TABLE, "公园社区", '"公园社区', "L503"),
    e("a heading changed in a table", TABLE, "code,name,parent", "代码,名称,上级", "S116"),
]  # fmt: skip

BYTES: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "a byte order mark": (SERVICE, lambda raw: b"\xef\xbb\xbf" + raw, "L202"),
    "GBK": (SERVICE, lambda raw: raw.decode().encode("gb18030"), "L201"),
    "UTF-16": (POLICY, lambda raw: raw.decode().encode("utf-16"), "L201"),
    "UTF-16 without a mark": (HUB, lambda raw: raw.decode().encode("utf-16-le"), "L201"),
    "Windows line ends": (PLACE, lambda raw: raw.replace(b"\n", b"\r\n"), "L207"),
    "old Mac line ends": (TABLE, lambda raw: raw.replace(b"\n", b"\r"), "L207"),
    "an empty file": (HOTLINES, lambda raw: b"", "L310"),
    "a Word file named YAML": (LOCAL, lambda raw: b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), "L206"),
    "a PDF": (POLICY, lambda raw: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "L206"),
    "a web page": (SERVICE, lambda raw: b"<!DOCTYPE html>\n<html lang=zh>", "L206"),
    "a table with semicolons": (TABLE, lambda raw: raw.replace(b",", b";"), "L501"),
}
# A file with a wrong name, and the line of text that says what it should be.
NAMES = {
    SERVICE: SERVICE.replace(".yaml", ".yml"),
    POLICY: POLICY.replace(".md", ".txt"),
    HUB: "hub.yaml.txt",
    LOCAL: LOCAL.replace(".yaml", ".docx"),
    HOTLINES: "hotlines(1).yaml",
}
COMPARED = [
    e("a revision forgotten", SERVICE, "count: 2", "count: 1", "R415", 54),
    e("an earlier revision rewritten", SERVICE, "zh: 首次编写", "zh: 头一次写", "R419"),
]  # fmt: skip


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hub")
    shutil.copytree(SHARED, root / "content")
    for path, text in ADDED.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def copy(hub: Path, tmp_path: Path) -> Path:
    shutil.copytree(hub, tmp_path / "hub")
    return tmp_path / "hub"


def found(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, int, str]]:
    """Path, line and code of each finding, the same in both languages, each saying what to do in that language."""
    capsys.readouterr()
    said: dict[str, list[tuple[str, int, str]]] = {}
    for lang in ("zh", "en"):
        status = main(["check", "--project", str(root), "--as-of", "2026-11-21", "--lang", lang, *arguments])
        out = capsys.readouterr().out
        heads = re.findall(r"^content/(\S+?):(\d+):\d+: ([A-Z]\d+) \[(\S+)\] (.*)$", out, re.MULTILINE)
        remedies = re.findall(r"^    → (.+)$", out, re.MULTILINE)
        assert len(remedies) == len(heads)
        assert status == int(any(severity in ("错误", "error") for *_, severity, _ in heads))
        for words in [message for *_, message in heads] + remedies:
            plain = re.sub(r"“.*?”|\".*?\"|[：:] .*|content/\S+|Write .*", "", words)
            assert not plain or bool(re.search("[一-鿿]", plain)) == (lang == "zh"), words
        said[lang] = [(path, int(line), code) for path, line, code, *_ in heads]
    assert said["zh"] == said["en"]
    return said["zh"]


def spoil(root: Path, wrong: Wrong) -> int:
    """Make the edit; the line where it is."""
    file = root / "content" / wrong.path
    text = file.read_text(encoding="utf-8")
    assert wrong.old in text, wrong.kind
    changed = text.replace(wrong.old, wrong.new, 1)
    file.write_text(changed, encoding="utf-8", newline="")
    pairs = zip(text.split("\n"), changed.split("\n"), strict=False)
    return wrong.line or next(number for number, (old, new) in enumerate(pairs, 1) if old != new)


def test_the_hub_has_nothing_to_find(hub: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(hub, capsys) == []


@pytest.mark.parametrize("wrong", EDITS, ids=lambda wrong: wrong.kind)
def test_a_wrong_edit_is_one_finding_at_its_line(wrong: Wrong, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = spoil(copy, wrong)
    assert found(copy, capsys) == [(wrong.path, line, wrong.code)]


@pytest.mark.parametrize("kind", BYTES)
def test_a_file_saved_wrongly_is_one_finding(kind: str, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, change, code = BYTES[kind]
    file = copy / "content" / path
    file.write_bytes(change(file.read_bytes()))
    [(where, line, what)] = found(copy, capsys)
    assert (where, what) == (path, code)
    assert line == (2 if kind == "GBK" else 1)


@pytest.mark.parametrize("path", NAMES)
def test_a_file_named_wrongly_is_one_finding_with_its_name(
    path: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "content" / path).rename(copy / "content" / NAMES[path])
    assert found(copy, capsys) == [(NAMES[path], 1, "L102")]


@pytest.mark.parametrize("wrong", COMPARED, ids=lambda wrong: wrong.kind)
def test_a_change_that_is_not_said_is_one_finding(
    wrong: Wrong, copy: Path, commit: Callable[[Path], str], capsys: pytest.CaptureFixture[str]
) -> None:
    commit(copy)
    line = spoil(copy, wrong)
    assert found(copy, capsys, "--base", "HEAD") == [(wrong.path, line, wrong.code)]


def test_a_change_of_substance_called_wording_is_one_finding(
    copy: Path, commit: Callable[[Path], str], capsys: pytest.CaptureFixture[str]
) -> None:
    commit(copy)
    entry = '{id: r2, date: "2026-11-01", kind: editorial, fields: [visits], zh: 改, en: X}'
    spoil(copy, e("", SERVICE, "count: 2", "count: 3", ""))
    spoil(copy, e("", SERVICE, "First written}\n", f"First written}}\n  - {entry}\n", ""))
    (copy / "content" / ENGLISH).write_text(
        (copy / "content" / ENGLISH).read_text(encoding="utf-8").replace("of: r1", "of: r2"), encoding="utf-8"
    )
    (copy / "content" / LOCAL).write_text(ADDED[LOCAL].replace("base: r1", "base: r2"), encoding="utf-8")
    assert found(copy, capsys, "--base", "HEAD") == [(SERVICE, 56, "R416")]


@pytest.mark.parametrize(
    ("path", "code"), [(SERVICE, "R108"), (POLICY, "R108"), (PLACE, "R108")], ids=["service", "policy", "place"]
)
def test_what_was_published_and_is_deleted_is_one_finding_whatever_named_it(
    path: str, code: str, copy: Path, commit: Callable[[Path], str], capsys: pytest.CaptureFixture[str]
) -> None:
    commit(copy)
    (copy / "content" / path).unlink()
    assert found(copy, capsys, "--base", "HEAD") == [(path, 1, code)]


def test_an_entry_deleted_from_a_list_is_one_finding(
    copy: Path, commit: Callable[[Path], str], capsys: pytest.CaptureFixture[str]
) -> None:
    commit(copy)
    (copy / "content" / "windows.yaml").write_text(
        "- {id: other, name: 别的窗口, summary: 别的事。}\n", encoding="utf-8"
    )
    (copy / "content" / "windows.en.yaml").write_text(
        "other: {name: Other, summary: Other things.}\n", encoding="utf-8"
    )
    assert found(copy, capsys, "--base", "HEAD") == [("windows.yaml", 1, "R109")]


def test_what_is_withdrawn_and_still_named_is_one_finding(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = copy / "content" / "hotlines.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "  department:", '  withdrawn: {date: "2026-10-01", why: 停用}\n  department:'
    )
    file.write_text(text, encoding="utf-8")
    (copy / "content" / "hotlines.en.yaml").write_text(
        "hr: {name: HR line, summary: Wages., withdrawn: {why: Closed}}\n", encoding="utf-8"
    )
    codes = found(copy, capsys)
    assert {code for _, _, code in codes} == {"R118"}


def test_a_draft_is_one_finding_for_a_release_and_none_before(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = spoil(copy, e("", SERVICE, "到维权窗口。", "到维权窗口。【草稿：等通知】", ""))
    assert found(copy, capsys) == []
    assert found(copy, capsys, "--for-release") == [(SERVICE, line, "R607")]
