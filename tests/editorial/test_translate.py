"""Translations: what is missing, what has fallen behind with the Chinese of then, accepting, and PO out and in."""

import datetime
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polib
import pytest
from tongchuang.cli import main
from tongchuang.editorial import translate
from tongchuang.editorial.translate import Task
from tongchuang.load import Document, Sources
from tongchuang.load.documents import parse
from tongchuang.load.walk import classify
from tongchuang.project import Project

DAY = datetime.date(2026, 11, 21)
SERVICE, POLICY = "residence-permit-apply", "wage-deposit-rules"
ZH = f"content/services/residence-hukou/{SERVICE}.yaml"
EN = f"content/services/residence-hukou/{SERVICE}.en.yaml"
NOTE = "签注不要钱，领证不要钱。"
REVISION = {
    "id": "r2",
    "date": "2026-11-21",
    "kind": "functional",
    "fields": ["fee"],
    "zh": "收费说明改了",
    "en": "The fee note changed",
}


def never(document: Document) -> list[Document]:
    return []


@pytest.fixture
def texts(project: Project) -> dict[str, str]:
    class OnDisk(dict[str, str]):
        def __missing__(self, path: str) -> str:
            return (project.root / path).read_text(encoding="utf-8")

    return OnDisk()


@pytest.fixture
def later(sources: Sources) -> Sources:
    """The content after the note on the fee of one service was revised."""

    def revised(document: Document) -> Document:
        if document.path != ZH:
            return document
        data = document.data
        fee = {**data["fee"], "note": NOTE}
        return replace(document, data={**data, "fee": fee, "revisions": [*data["revisions"], REVISION]})

    return replace(sources, documents=tuple(map(revised, sources.documents)))


def task(sources: Sources, key: str = SERVICE, lang: str = "en", earlier: translate.Earlier = never) -> Task:
    return next(
        one
        for one in translate.tasks(sources, lang, earlier)
        if one.original.key == key and one.original.kind != "local"
    )


def after(path: str, text: str) -> Any:
    place = classify(path)
    assert place
    document, findings = parse(place, text.encode())
    assert document
    assert not findings
    return document


def test_the_content_is_translated_whole(sources: Sources) -> None:
    found = list(translate.tasks(sources, "en", never))
    assert len(found) > 300
    assert {unit.status for one in found for unit in one.units} == {"current"}


def test_every_piece_of_words_is_a_unit_and_has_its_place_in_the_translation(sources: Sources) -> None:
    ways = {".".join(unit.way) for unit in task(sources).units}
    assert {"name", "keywords", "fee.note", "review.unconfirmed"} <= ways
    assert any(way.startswith("materials.") and way.endswith(".name") for way in ways)
    assert ("text",) in [unit.way for unit in task(sources, POLICY).units]


def test_what_changed_since_it_was_translated_is_stale_with_the_chinese_of_then(
    sources: Sources, later: Sources
) -> None:
    (unit,) = task(later).open
    assert (unit.way, unit.status, unit.before, unit.zh) == (("fee", "note"), "stale", None, NOTE)
    original = sources.of("service")[SERVICE]
    (unit,) = task(later, earlier=lambda document: [document, original]).open
    assert unit.before == original.data["fee"]["note"]


def test_what_is_called_revised_but_reads_as_it_did_is_not_stale(sources: Sources, later: Sources) -> None:
    original = sources.of("service")[SERVICE]
    same = {**original.data, "revisions": [*original.data["revisions"], REVISION]}
    documents = tuple(replace(one, data=same) if one.path == ZH else one for one in sources.documents)
    assert task(Sources(documents), earlier=lambda document: [original]).open == ()


def test_accepting_sets_the_revision_and_nothing_else(later: Sources, texts: dict[str, str]) -> None:
    written = translate.accepted(task(later), texts)
    assert written
    assert written.text == texts[EN].replace("of: r1\n", "of: r2\n", 1)
    assert translate.errors(later, [written], DAY) == ()


def test_what_names_no_revision_or_has_no_translation_cant_be_accepted(
    sources: Sources, later: Sources, texts: dict[str, str]
) -> None:
    with pytest.raises(translate.Unacceptable, match="never falls behind"):
        translate.accepted(task(sources, "windows"), texts)
    with pytest.raises(translate.Unacceptable, match="no translation yet"):
        translate.accepted(task(later, lang="vi"), texts)
    assert translate.accepted(task(sources), texts) is None


def test_a_po_file_goes_out_and_comes_back(sources: Sources, later: Sources, texts: dict[str, str]) -> None:
    original = sources.of("service")[SERVICE]
    one = task(later, earlier=lambda document: [original])
    po = polib.pofile(translate.exported([one], "en"))
    (entry,) = po
    assert (entry.msgctxt, entry.msgid, entry.fuzzy) == (f"{ZH}#fee.note", NOTE, True)
    assert entry.previous_msgid == original.data["fee"]["note"]
    assert translate.imported(str(po), [one]) == ({}, ())  # still fuzzy: nobody has looked at it
    entry.msgstr, entry.flags = 'Endorsement and permit are free: "0 yuan".', []
    found, skipped = translate.imported(str(po), [one])
    assert skipped == ()
    written = translate.filled(one, found[ZH], texts)
    assert written
    data = after(EN, written.text).data
    assert (data["of"], data["fee"]["note"]) == ("r2", entry.msgstr)
    changed = [line for line in written.text.splitlines() if line not in texts[EN].splitlines()]
    assert len(changed) == 2
    assert translate.errors(later, [written], DAY) == ()


def test_a_translation_done_in_part_stays_out_of_date(later: Sources, texts: dict[str, str]) -> None:
    both = tuple(
        replace(one, data={**one.data, "name": "居住证怎么领", "revisions": [*one.data["revisions"][:-1], two]})
        if one.path == ZH
        else one
        for one in later.documents
        for two in [{**REVISION, "fields": ["fee", "name"]}]
    )
    one = task(Sources(both))
    assert {unit.way for unit in one.open} == {("fee", "note"), ("name",)}
    written = translate.filled(one, {("name",): "Getting a residence permit"}, texts)
    assert written
    assert after(EN, written.text).data["of"] == "r1"
    written = translate.filled(one, {unit.way: unit.words for unit in one.open if unit.words}, texts)
    assert written
    assert after(EN, written.text).data["of"] == "r2"


def test_a_new_language_starts_as_a_file_in_the_originals_order(sources: Sources, texts: dict[str, str]) -> None:
    one = task(sources, lang="vi")
    po = polib.pofile(translate.exported([one], "vi"))
    assert len(po) == len(one.units)
    for entry in po:
        entry.msgstr = "\n".join(f"Lời {line}" for line in entry.msgid.split("\n"))
    found, _ = translate.imported(str(po), [one])
    written = translate.filled(one, found[ZH], texts)
    assert written
    assert written.path == EN.replace(".en.", ".vi.")
    data = after(written.path, written.text).data
    english = after(EN, texts[EN]).data
    assert data["of"] == "r1"
    assert list(data) == list(english)
    assert all(word.startswith("Lời ") for word in data["keywords"])


def test_the_text_of_a_policy_is_translated_with_its_front_matter(sources: Sources, texts: dict[str, str]) -> None:
    path = f"content/policies/{POLICY}/en.md"
    one = task(sources, POLICY)
    written = translate.filled(one, {("text",): "A new text.", ("title",): "A new title"}, texts)
    assert written
    document = after(path, written.text)
    assert (document.data["title"], document.body) == ("A new title", "\nA new text.\n")
    assert written.text.startswith("---\nof: r1\ntitle: A new title\n")


def test_what_no_longer_fits_the_chinese_is_said_and_left_out(later: Sources) -> None:
    one = task(later)
    po = polib.pofile(translate.exported([one], "en"))
    po[0].flags, po[0].msgstr = [], "Free"
    po[0].msgid = "旧的中文"
    po.append(polib.POEntry(msgctxt="content/gone.yaml#name", msgid="没有了", msgstr="Gone"))
    found, skipped = translate.imported(str(po), [one])
    assert found == {}
    assert [one.message.en.split()[2] for one in skipped] == ["has", "has"]
    assert all(entry.remedy.zh for entry in skipped)


@pytest.mark.parametrize("text", ["", "编号,名称", 'msgid "没有结尾\nmsgstr'])
def test_what_is_no_po_file_is_told_so(text: str) -> None:
    with pytest.raises(translate.NotPo):
        translate.imported(text, [])


def test_the_command_finds_the_chinese_of_then_in_git_and_brings_the_translation_up_to_date(
    project: Project, tmp_path: Path, commit: Callable[[Path], str], capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project.content, tmp_path / "content")
    commit(tmp_path)
    file = tmp_path / ZH
    text = file.read_text(encoding="utf-8")
    note = next(line for line in text[text.index("\nfee:") :].splitlines() if line.startswith("  note: "))
    revision = '  - {id: r2, date: "2026-11-21", kind: functional, fields: [fee], zh: 改了, en: Changed}\n'
    text = text.replace(note, f"  note: {NOTE}").replace("\nreview:", f"\n{revision}review:")
    file.write_text(text, encoding="utf-8")
    arguments = ["--project", str(tmp_path), "--as-of", str(DAY), "--lang", "en"]
    assert main(["translate", SERVICE, *arguments]) == 0
    said = capsys.readouterr()
    assert f"Chinese now: {NOTE}" in said.out
    assert f"Chinese then: {note.removeprefix('  note: ')}" in said.out
    assert "0 missing, 1 out of date" in said.err
    assert main(["translate", "--accept", SERVICE, *arguments]) == 0
    assert (tmp_path / EN).read_text(encoding="utf-8").startswith("of: r2\n")
    assert main(["translate", "--accept", "no-such-id", *arguments]) == 2
    assert "no-such-id" in capsys.readouterr().err
