"""Who is responsible for a measure, from the brackets at its end: （市人社局会同市财政局、教育局负责）."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_DUTY = re.compile(r"负责(?!人)|牵头|配合|责任单位|责任部门|会同|落实|实施|参与|分工")
_LABEL = re.compile(r"(?:主要)?(?P<role>牵头|责任|配合|参与|主办|协办|协助|主责)(?:单位|部门|领导)?[：:]")
_WITH = re.compile(r"(?:牵头，|牵头、|牵头；|牵头会同|牵头(?=[市省县区各])|会同|牵头$|牵头负责，)")
_LAST = re.compile(
    r"(?:等)?(?:有关)?(?:部门|单位)?(?:按照?(?:各自)?职责(?:分工)?|分别|分工|共同|具体|各自|依职责)*(?:负责(?:落实|实施)?|配合(?:落实|实施)?|参与|参加|落实|实施|牵头(?:负责)?|办理)?。?$"
)
# By when, after who: （市人社局负责，2025年底前完成）.
_WHEN = re.compile(
    r"[，,；;](?:[^，,；;]*(?:底前|月前|年前|日前|前完成|年内|持续推进|长期坚持|常年实施|按季|每年)[^，,；;]*)+$"
)
_EVERYBODY = re.compile(
    r"^(?:国务院)?[省市县区]?(?:直)?各?(?:级)?(?:有关|相关)?(?:部门|单位)(?:和单位)?$|^各$|^国务院各$"
)
_MEMBERS = re.compile(r"(?:其他|其它|各|有关)?成员(?:单位)?$")
_SPLIT = re.compile(r"[、，,；;/\s]+|(?<=[局委厅办部会院行])(?:及|和|与|以及)|^(?:及|和|与)")
_INNER = re.compile(r"（[^（）]*）")
_PLACE = re.compile(
    r"^(?:各)?(?:有关)?(?:县（市、区）|县（市）区|县\(市\)区|[\u4e00-\u9fff]{2,3}?(?:自治区|省|市|州|县|区)|省|市|县|区|州)+(?=[\u4e00-\u9fff]{2})"
)
_BRANCH = ("行", "局", "中心", "院", "会")
_SUFFIXES = ("局", "委", "厅", "办", "部门", "委员会", "机构")
_OFFICE = re.compile(r"(?<=..)(?:委员会|总局|部|厅|局|委|办公室|办)$")


@dataclass(frozen=True, slots=True)
class Duty:
    """Ids of lead and supporting departments, and the names that no department goes by."""

    lead: tuple[str, ...]
    supporting: tuple[str, ...]
    unknown: tuple[str, ...]


def bracket(text: str) -> str | None:
    """What stands in the brackets at the end of a paragraph, or in a paragraph of its own, if it names who does it."""
    line = text.rstrip("。； ")
    if _LABEL.match(line.strip("（")) and not line.endswith("）"):
        return line.strip("（") if len(line) < 400 else None
    if not line.endswith("）"):
        return None
    depth = 0
    for at in range(len(line) - 1, -1, -1):
        depth += (line[at] == "）") - (line[at] == "（")
        if depth == 0:
            inner = line[at + 1 : -1]
            return inner if _DUTY.search(inner) and len(inner) < 400 else None
    return None


def duty(words: str, known: Mapping[str, str]) -> Duty:
    """Lead and supporting departments of ``words``; ``known`` gives the id of each name that a department goes by."""
    words = _WHEN.sub("", re.sub(r"（以下简称[^（）]*）", "", words))
    lead, supporting = _roles(words)
    leads, lost = _resolved(lead, known)
    others, more_lost = _resolved(supporting, known)
    return Duty(leads, tuple(id_ for id_ in others if id_ not in leads), (*lost, *more_lost))


def _roles(words: str) -> tuple[str, str]:
    labels = list(_LABEL.finditer(words))
    if labels:
        ends = [*(label.start() for label in labels[1:]), len(words)]
        lead, supporting = "", ""
        heads = any(label["role"] in ("牵头", "主办", "主责") for label in labels)
        for label, end in zip(labels, ends, strict=True):
            names = words[label.end() : end].strip("，；。、 ")
            if label["role"] in ("牵头", "主办", "主责") or (label["role"] == "责任" and not heads):
                lead += f"、{names}"
            else:
                supporting += f"、{names}"
        return lead, supporting
    parts = _WITH.split(words, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _resolved(words: str, known: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found: dict[str, None] = {}
    lost: list[str] = []
    whole = _LAST.sub("", words.strip())
    place = _PLACE.match(whole)
    for name in _split(whole):
        # The other members of a leading group are whom that group can name.
        name = _MEMBERS.sub("", _LAST.sub("", name).strip("。；，、 "))
        if not name or _EVERYBODY.match(name):
            continue
        id_ = _id(name, known, place[0] if place else "")
        if id_:
            found.setdefault(id_)
        else:
            lost.append(name)
    return tuple(found), tuple(lost)


def _split(words: str) -> list[str]:
    """Names parted by 、 and the like, but not within brackets: 县（市、区）政府."""
    hidden = _INNER.sub(lambda inner: re.sub("[、，]", "\0", inner[0]), words)
    return [name.replace("\0", "、") for name in _SPLIT.split(hidden) if name]


def _id(name: str, known: Mapping[str, str], place: str) -> str | None:
    bare = _INNER.sub("", name)
    short = _PLACE.sub("", name).removeprefix("国家").removeprefix("国务院")
    for candidate in (name, bare, short, _INNER.sub("", short), place + bare):
        if candidate in known:
            return known[candidate]
    stem = _INNER.sub("", short)
    # The same department of another tier: 人力资源社会保障部, 厅 and 局.
    bases = (stem, _OFFICE.sub("", stem))
    if found := next((known[base + end] for base in bases for end in _SUFFIXES if base + end in known), None):
        return found
    # A branch with the name of its place: 人民银行吉林中心支行.
    return next(
        (id_ for full, id_ in known.items() if len(full) > 3 and stem.startswith(full) and stem.endswith(_BRANCH)), None
    )
