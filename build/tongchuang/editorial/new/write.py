"""The files of a new record: complete and valid, each field with a comment on what it is."""

import copy
import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from ... import schemas
from ...catalogue import Catalogue
from ...catalogue.workdays import months_after
from ...model.finding import Bilingual
from ..rewrite import written
from ..translate import Written
from .kinds import Form, Question, help_of

_POST = "内容编辑岗"
_REVIEWED_AFTER = 6  # months
# The key of a local version that no schema of a service has.
_BASE = Bilingual("照标准事项的哪个修订写的", "The revision of the standard item that it was written against")
_DRAFT = "【草稿】"
_HEADS = {
    "zh": "# 写着【草稿】的地方要补：把【草稿】连同后面的提示换成内容。还有标记就不会发布。\n",
    "en": "# Fill in what is marked 【草稿】 (draft): write over the mark and the hint. Nothing marked is ever published.\n",
}
_MORE = {"zh": "# 还可以写（用不上就不写）：\n", "en": "# What else may be written (leave out what you don't need):\n"}
_RULES = {
    "ease": Bilingual("只能对人更方便", "only to people's advantage"),
    "append": Bilingual("只能增加", "may be added to"),
}


def suggested(form: Form, answers: Mapping[str, Any]) -> str:
    """An id in pinyin of what the record is called, "" if nothing is known yet."""
    from pypinyin import lazy_pinyin

    name = str(answers.get(form.spelt or "", ""))
    syllables = re.findall(r"[a-z0-9]+", " ".join(lazy_pinyin(name, errors=lambda rest: rest.lower())))
    id_ = ""
    for syllable in syllables:
        if len(id_) + len(syllable) >= 40:
            break
        id_ = f"{id_}-{syllable}" if id_ else syllable
    return id_


def files(form: Form, answers: Mapping[str, Any], catalogue: Catalogue, day: date, lang: str) -> list[Written]:
    """The file, with comments in ``lang``; ``answers`` are by flag. Translations come later: ``translate`` lists them."""
    record = _record(form, answers, catalogue, day)
    named = {question.name: str(answers.get(question.flag, "")) for question in form.questions}
    path = form.path.format(**named)
    fields = "".join(_commented(form, record, lang)) + _further(form, record, lang)
    head = _HEADS[lang] if _DRAFT in f"{fields}{form.body}" else ""
    if form.body is not None:
        return [Written(path, f"---\n{head}{fields}---\n\n{form.body}\n", 0)]
    return [Written(path, head + fields, 0)]


def _record(form: Form, answers: Mapping[str, Any], catalogue: Catalogue, day: date) -> dict[str, Any]:
    """The record with the answers in their places, in the order of the schema."""
    record: dict[str, Any] = copy.deepcopy(dict(form.record))
    for question in form.questions:
        if question.flag in answers:
            _put(record, question.field, answers[question.flag])
    if form.kind == "local":
        record["base"] = catalogue.view("zh").services[record.pop("service")].revisions[-1].id
        del record["region"]
    else:
        first = {"id": "r1", "date": day.isoformat(), "kind": "functional", "zh": "首次编写", "en": "First written"}
        record["revisions"] = [first]
    if "review" in _schema(form)["required"]:
        due = months_after(day, _REVIEWED_AFTER).isoformat()
        record["review"] = {"by": _POST, "on": day.isoformat(), "next": due}
    if record.get("fee") == {"free": False}:
        record["fee"]["items"] = [{"id": "fee", "name": "【草稿】收什么费、多少钱"}]
    return {key: record[key] for key in _schema(form)["properties"] if key in record}


def _put(record: Any, field: tuple[str | int, ...], value: Any) -> None:
    for key, following in pairwise(field):
        if isinstance(key, int):
            if key == len(record):
                record.append({})
            record = record[key]
        else:
            record = record.setdefault(key, [] if isinstance(following, int) else {})
    record[field[-1]] = value


def _schema(form: Form) -> Mapping[str, Any]:
    return schemas.local_schema() if form.kind == "local" else schemas.schema(form.kind)


def _commented(form: Form, record: Mapping[str, Any], lang: str) -> Iterator[str]:
    """Each field of the record below a comment on what it is."""
    values = {
        question.field[0]: _values(question.choices, lang) for question in form.questions if _enumerated(question)
    }
    for key, value in record.items():
        yield f"# {_told(form, key, lang)}{values.get(key, '')}\n{written({key: value})}"


def _enumerated(question: Question) -> bool:
    return "enum" in question.node or "enum" in question.node.get("items", {})


def _values(choices: Mapping[str, Bilingual], lang: str) -> str:
    told = [f"{id_} {name.in_language(lang)}" for id_, name in choices.items() if name.zh]
    return Bilingual(f"（{'；'.join(told)}）", f" ({'; '.join(told)})").in_language(lang) if told else ""


def _further(form: Form, record: Mapping[str, Any], lang: str) -> str:
    """The fields that may be written too, as comments."""
    keys = [key for key in _schema(form)["properties"] if key not in (*record, "withdrawn")]
    if form.kind == "service":
        keys.remove("local_basis")
    parts = {key: _parts(form, key, lang) for key in keys}
    return _MORE[lang] + "".join(f"#   {key}: {_told(form, key, lang)}{parts[key]}\n" for key in keys)


def _told(form: Form, key: str, lang: str) -> str:
    """What a field is, in a line."""
    if key == "base":
        return _BASE.in_language(lang)
    node = _schema(form)["properties"][key]
    # Lists by id, as a local version has them, have no words of their own.
    node = node if "title" in node else schemas.schema("service")["properties"].get(key, node)
    title = Bilingual(node.get("title", key), node.get("x-en", key)).in_language(lang)
    help_ = help_of(node, key)
    return title + (Bilingual(f"：{help_.zh}", f": {help_.en}").in_language(lang) if help_ else "")


def _parts(form: Form, key: str, lang: str) -> str:
    """What of a field a local version may change, and how."""
    node = _schema(form)["properties"][key]
    if form.kind != "local" or key in ("delegated", "exceptions"):
        return ""
    names = list(schemas.properties(node) or schemas.properties(node.get("additionalProperties", {})))
    rule = _RULES.get(schemas.schema("service")["properties"][key].get("x-rule", ""))
    said = [Bilingual(f"可以写 {', '.join(names)}", f"may have {', '.join(names)}")] if names else []
    said += [rule] if rule else []
    told = Bilingual("；".join(one.zh for one in said), "; ".join(one.en for one in said))
    return Bilingual(f"（{told.zh}）", f" ({told.en})").in_language(lang) if said else ""
