"""Services that send people to an office, or for a paper, which has another name today."""

import re
from collections.abc import Iterator, Mapping

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..values import texts

EXPLANATION = Explanation(
    "R903",
    "advice",
    Bilingual("用了旧名称", "An outdated name"),
    Bilingual(
        "部门表里写着这个名字是“以前叫”，或者词语表里写着它是旧词。照旧名字去找，窗口的牌子对不上。"
        "要说明以前怎么叫，同一句里写上“以前”。群众的叫法放进 keywords，搜索认得。",
        "The table of departments lists this as a former name, or the glossary as an obsolete word; people would look "
        'for a sign that is no longer there. To explain what it used to be called, say "formerly" or "used to" in the '
        "same sentence. What people call it goes into keywords, where search finds it.",
    ),
)
_SENTENCE = re.compile(r"[^。！？；.!?;\n]+")
_EXPLAINED = re.compile(r"以前|过去|原来|原先|旧|老名|former|used to|old name|once called|no longer", re.IGNORECASE)
# What people say, and what only editors read.
_SPOKEN = frozenset({"keywords", "revisions", "review", "q"})


def find(content: Content) -> Iterator[Finding]:
    """The words of services and local versions, against the names of their language."""
    for lang in (None, *content.sources.languages[1:]):
        outdated = _outdated(content, lang)
        if not outdated:
            continue
        pattern = re.compile("|".join(map(re.escape, sorted(outdated, key=len, reverse=True))), re.IGNORECASE)
        for record in (*content.records("service", lang), *content.records("local", lang)):
            yield from _judge(record, pattern, outdated)


def _judge(record: Record, pattern: re.Pattern[str], outdated: Mapping[str, str]) -> Iterator[Finding]:
    for pointer, text in texts(record.data):
        # First what tells most texts apart at once.
        if not pattern.search(text) or _SPOKEN.intersection(map(str, pointer)):
            continue
        for sentence in _SENTENCE.findall(text):
            found = pattern.search(sentence)
            if found and not _EXPLAINED.search(sentence):
                today = outdated[found[0].lower()]
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(f"“{found[0]}”是旧名称。", f'"{found[0]}" is an outdated name.'),
                    Bilingual(f"现在：{today}", f"Today: {today}"),
                )
                break


def _outdated(content: Content, lang: str | None) -> dict[str, str]:
    """Each outdated name in lower case, with what holds today: the department, or the meaning of the obsolete word."""
    old = {record.data.get("id") for record in content.records("term") if record.data.get("obsolete")}
    names: dict[str, str] = {}
    for record in content.records("department", lang):
        for name in record.data.get("former", ()):
            names[name.lower()] = record.data.get("name", "")
    for record in content.records("term", lang):
        if (record.data.get("id") if lang is None else record.above[0]) in old and "name" in record.data:
            names[record.data["name"].lower()] = record.data.get("meaning", "")
    return names
