"""A value is changed in a YAML file and everything else stays, to the byte."""

import difflib
from pathlib import Path
from typing import Any

import pytest
from tongchuang.editorial.rewrite import Unwritable, rewrite, rewrite_front_matter, written
from tongchuang.load import yaml
from tongchuang.project import Project

FILE = """\
# 这个文件由就业科维护
id: demo   # 编号
name: '演示'
codes: {scheme: "国家", value: "012"}  # 一行写完
levels: [centre, office]
keywords:
  # 先写最常说的
  - 老板不给钱
  - "讨薪"   # 常见
  - 欠薪

materials:
  - id: id-card
    name: 身份证
    required: true
  # 下面这份可以免
  - id: form
    name: 表格
    required: false
steps: []
note: |
  第一行
  第二行
# 结尾
"""


def data() -> Any:
    return yaml.parse("", FILE).data


def changed_lines(after: Any) -> list[str]:
    """The lines that differ, as a diff shows them."""
    new = rewrite(FILE, after)
    assert yaml.parse("", new).data == after
    lines = difflib.ndiff(FILE.splitlines(), new.splitlines())
    return [line for line in lines if line[:2] in ("- ", "+ ")]


def test_a_changed_value_keeps_its_quotes_and_the_comment_behind_it() -> None:
    after = {**data(), "name": "新名称"}
    assert changed_lines(after) == ["- name: '演示'", "+ name: '新名称'"]
    after = data()
    after["keywords"][1] = "要工钱"
    assert changed_lines(after) == ['-   - "讨薪"   # 常见', '+   - "要工钱"   # 常见']


def test_text_that_other_readers_would_take_for_something_else_is_quoted() -> None:
    for text in ("012", "12333", "2026-01-31", "yes", "null", "12:30", "a: b", "x #y", "- z", "1.10"):
        after = {**data(), "id": text}
        assert f'id: "{text}"   # 编号' in rewrite(FILE, after)


def test_a_value_in_a_one_line_mapping_changes_alone() -> None:
    after = data()
    after["codes"]["value"] = "034"
    assert rewrite(FILE, after) == FILE.replace('"012"', '"034"')


def test_entries_are_added_removed_and_moved_with_comments_left_in_place() -> None:
    after = data()
    after["keywords"] = ["讨薪", "欠薪", "老板不给钱", "拖欠工资"]
    new = rewrite(FILE, after)
    assert '  # 先写最常说的\n  - "讨薪"   # 常见\n  - 欠薪\n  - 老板不给钱\n  - 拖欠工资\n\nmaterials' in new
    after = data()
    after["materials"] = [{"id": "form", "name": "登记表", "required": False}]
    new = rewrite(FILE, after)
    assert "materials:\n  # 下面这份可以免\n  - id: form\n    name: 登记表\n    required: false\nsteps" in new


def test_keys_are_added_and_removed_where_they_belong() -> None:
    before = data()
    after = {"id": before["id"], "name": before["name"], "summary": "一句话", **before}
    del after["codes"]
    assert changed_lines(after) == ['- codes: {scheme: "国家", value: "012"}  # 一行写完', "+ summary: 一句话"]


def test_a_list_that_was_empty_is_filled_and_one_that_was_full_is_emptied() -> None:
    after = {**data(), "steps": [{"id": "ask", "text": "问" * 60}], "keywords": []}
    new = rewrite(FILE, after)
    assert "keywords: []\n" in new
    assert "steps:\n  - id: ask\n    text: 问问" in new


def test_text_of_several_lines_stays_readable() -> None:
    after = {**data(), "note": "第一行\n改过的第二行"}
    assert "note: |-\n  第一行\n  改过的第二行\n# 结尾\n" in rewrite(FILE, after)


def test_a_file_that_is_not_sound_is_left_alone() -> None:
    with pytest.raises(Unwritable):
        rewrite("a: &x 1\nb: *x\n", {"a": 1, "b": 2})


def test_front_matter_and_body_change_apart() -> None:
    text = "---\nof: r1  # 版本\ntitle: Old\n---\n\nBody --- text.\n"
    assert rewrite_front_matter(text, {"of": "r2", "title": "Old"}) == text.replace("r1", "r2")
    assert rewrite_front_matter(text, {"of": "r1", "title": "Old"}, "\nNew.\n") == text.replace("Body --- text", "New")


def test_every_content_file_survives_a_change_of_each_kind(project: Project) -> None:
    files = sorted(path for folder in (project.content, project.root / "tests/demo/content") for path in _yaml(folder))
    assert len(files) > 400
    for file in files[::7]:
        text = file.read_text(encoding="utf-8")
        before = yaml.parse("", text).data
        assert rewrite(text, before) == text
        if isinstance(before, dict):
            after = {**before, "added": [{"id": "x", "text": "新的：一句"}]}
            assert rewrite(text, after).startswith(text)
            _, *rest = before
            if rest:
                assert yaml.parse("", rewrite(text, {key: before[key] for key in rest})).data == {
                    key: before[key] for key in rest
                }
            assert yaml.parse("", written(before)).data == before


def _yaml(folder: Path) -> list[Path]:
    return list(folder.rglob("*.yaml"))
