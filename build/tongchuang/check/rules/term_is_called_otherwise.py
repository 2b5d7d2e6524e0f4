"""Names of things whose translation isn't the glossary's."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..values import along

EXPLANATION = Explanation(
    "R904",
    "advice",
    Bilingual("译名和词语表不一致", "A term translated otherwise than in the glossary"),
    Bilingual(
        "事项、材料和结果的名字里有词语表（glossary）里的词，译文却用了别的说法。"
        "同一样东西到处叫同一个名字，读的人才认得出来。词语表里也可以给它加一个“也叫”。",
        "The name of a service, paper or result contains a word of the glossary, but the translation says it "
        "otherwise. One thing needs one name everywhere to be recognised. You may also add an alias to the glossary.",
    ),
)
_PARENTHESES = re.compile(r"\s*\(([^)]*)\)")


def find(content: Content) -> Iterator[Finding]:
    """Names in every translation of the services."""
    for lang in content.sources.languages[1:]:
        terms = _terms(content, lang)
        bases = {record.document.key: record.data for record in content.records("service")}
        for record in content.records("service", lang):
            yield from _judge(record, bases.get(record.document.key, {}), terms)


def _judge(record: Record, base: Mapping[str, Any], terms: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    for pointer, name, translated in _names(base, record.data):
        rest = name
        for term, forms in terms.items():
            if term not in rest:
                continue
            rest = rest.replace(term, "")
            if not any(form in translated.lower() for form in forms):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(f"“{term}”在这里译成了“{translated}”。", f'"{term}" is "{translated}" here.'),
                    Bilingual(f"词语表里是“{forms[0]}”。", f'The glossary says "{forms[0]}".'),
                )
                break


def _names(base: Mapping[str, Any], words: Mapping[str, Any]) -> Iterator[tuple[Pointer, str, str]]:
    """Each name in the base that the translation has too."""
    for way in ("name", "result.name"):
        translations = dict(along(way, words))
        for pointer, name in along(way, base):
            if pointer in translations:
                yield pointer, name, translations[pointer]
    for entry in base.get("materials", ()):
        translated = words.get("materials", {}).get(entry["id"], {}).get("name")
        if translated:
            yield ("materials", entry["id"], "name"), entry["name"], translated


def _terms(content: Content, lang: str) -> dict[str, tuple[str, ...]]:
    """Each Chinese term, the longest first, with its translations in lower case, with and without parentheses."""
    words = {record.above[0]: record.data for record in content.records("term", lang)}
    found: dict[str, tuple[str, ...]] = {}
    for record in content.records("term"):
        translation = words.get(record.data.get("id", ""), {})
        if "name" in record.data and "name" in translation and not record.data.get("obsolete"):
            names = (translation["name"], *translation.get("aliases", ()))
            inner = [form for name in names for form in (_PARENTHESES.sub("", name), *_PARENTHESES.findall(name))]
            found[record.data["name"]] = tuple(map(str.lower, inner))
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))
