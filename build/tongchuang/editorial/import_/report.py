"""What an import found, what is to be checked, what was left out, and the characters compared: Markdown for the pull request."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ... import schemas
from ...model.finding import Bilingual
from . import Imported
from .sections import Heading

_SHOWN = ("title", "number", "issuers", "recipients", "rank", "region")
_MOST = 40


def report(imported: Imported, path: str, lang: str) -> str:
    """The report in one language; ``path`` is where the policy was written."""
    said = _Said(lang)
    lines = [f"# {said('导入', 'Import')}{said('：', ': ')}{path}", ""]
    lines += _found(imported, said)
    lines += _section(
        said("请核对，看过一条删一条标记", "To check; delete the mark of each once you have"),
        [doubt.words.in_language(lang) for doubt in imported.draft.doubts],
    )
    lines += _section(said("说明", "Remarks"), [remark.in_language(lang) for remark in imported.remarks])
    lines += _section(
        said("没有放进正文的文字", "Text that was left out"),
        [f"{one.why.in_language(lang)}{said('：', ': ')}{one.text}" for one in imported.left_out],
    )
    lines += _compared(imported, said)
    return "\n".join(lines).rstrip() + "\n"


class _Said:
    """Words in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, zh: str, en: str) -> str:
        return zh if self.lang.startswith("zh") else en


def _found(imported: Imported, said: _Said) -> Iterator[str]:
    """A table of what was found."""
    fields = imported.draft.fields
    properties = schemas.properties(schemas.schema("policy"))
    yield f"| {said('栏目', 'Field')} | {said('找到的', 'Found')} |"
    yield "| --- | --- |"
    for key in _SHOWN:
        yield _row(_title(properties[key], said), _shown(fields.get(key), said))
    days = schemas.properties(schemas.deref(properties["dates"]))
    for key in ("signed", "printed", "published", "effective", "amended", "expires"):
        if key in ("signed", "printed", "published", "effective") or key in fields.get("dates", {}):
            yield _row(_title(days[key], said), _shown(fields.get("dates", {}).get(key), said))
    headings = Counter(part.depth for part in imported.sections.parts if isinstance(part, Heading))
    levels = said("、", ", ").join(
        said(f"第{depth}级 {count} 个", f"level {depth}: {count}") for depth, count in sorted(headings.items())
    )
    yield _row(said("各级标题", "Headings"), levels or "–")
    if imported.sections.articles:
        yield _row(said("条", "Articles"), str(imported.sections.articles))
    if measures := fields.get("measures"):
        led = sum("lead" in measure for measure in measures)
        yield _row(
            said("措施", "Measures"),
            said(f"{len(measures)} 条，{led} 条有牵头部门", f"{len(measures)}, {led} of them with a lead department"),
        )
    yield ""


def _compared(imported: Imported, said: _Said) -> Iterator[str]:
    """Characters in and out, spaces and the rules of tables aside."""
    numbers = imported.comparison
    yield f"## {said('字数（不算空格）', 'Characters (spaces aside)')}"
    yield ""
    yield f"| {said('原文', 'File')} | {said('正文', 'Text')} | {said('标题栏', 'Title')} | {said('没有放进正文', 'Left out')} | {said('标题后省去的句号', '。 after headings')} | {said('少了', 'Lost')} | {said('多了', 'Added')} |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    counts = (
        numbers.source,
        numbers.text,
        numbers.fields,
        numbers.left_out,
        numbers.stops,
        numbers.lost.total(),
        numbers.added.total(),
    )
    yield f"| {' | '.join(map(str, counts))} |"
    yield ""
    if numbers.lost:
        yield said("少了的字，请对照原文找回：", "Characters that were lost; find them in the file: ") + _few(
            numbers.lost
        )
    if numbers.added:
        yield said(
            "多了的字（补上的编号、拟的标题等）：", "Characters that were added (numbers, a title made up): "
        ) + _few(numbers.added)


def _few(characters: Counter[str]) -> str:
    shown = " ".join(f"{char}×{count}" if count > 1 else char for char, count in sorted(characters.items())[:_MOST])
    return shown + (" …" if len(characters) > _MOST else "")


def _section(title: str, entries: list[str]) -> Iterator[str]:
    if entries:
        yield f"## {title}"
        yield ""
        yield from (f"- {' '.join(entry.split())}" for entry in entries)
        yield ""


def _row(name: str, value: str) -> str:
    return f"| {name} | {value.replace('|', '/')} |"


def _title(node: Mapping[str, Any], said: _Said) -> str:
    node = {**schemas.deref(node), **node}
    return said(str(node["title"]), str(node["x-en"]))


def _shown(value: Any, said: _Said) -> str:
    if not value:
        return said("没有找到", "not found")
    return said("；", "; ").join(value) if isinstance(value, list) else str(value)


def lost(imported: Imported) -> Bilingual | None:
    """That characters of the file are nowhere in what came of it, if any are."""
    count = imported.comparison.lost.total()
    if not count:
        return None
    return Bilingual(
        f"有 {count} 个字没有导入，请看报告最后一段，对照原文找回。",
        f"{count} characters were not imported. See the end of the report and find them in the file.",
    )
