"""The file of an imported policy: front matter with its doubts beside the fields, then the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from ...model.finding import Bilingual
from . import markdown
from .document import Doubt, Parts, dates_in_order
from .known import Known
from .sections import Sections

_NATION = re.compile(
    r"^(?:中共中央|国务院|中华人民共和国|全国|最高人民|人力资源(?:和)?社会保障部|国家|民政部|财政部|教育部|公安部|司法部)"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:自治区|省|市|自治州|自治县|县|区|镇|乡)")
_PARTY = re.compile(r"^中共|党委|^中国共产党|(?:省|市|县|区|州)委(?:办公[厅室])?$")
_POST = "内容编辑岗"
# Content with this mark can be worked on but not published (rule R607).
MARK = "【草稿】"
ORDER = (
    "id", "title", "number", "issuers", "recipients", "rank", "region", "dates", "kind", "source", "articles", "chapters",
    "measures", "revisions", "review",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A policy's fields, the text of its file, and what the editor has to look at."""

    fields: Mapping[str, Any]
    text: str
    body: str
    doubts: tuple[Doubt, ...]


def draft_of(
    parts: Parts,
    sections: Sections,
    notes: tuple[str, ...],
    known: Known,
    day: date,
    id_: str | None,
    region: str | None,
) -> Draft:
    """The draft of a policy; fields that the document doesn't give are left out, and said to be."""
    doubts = [*parts.doubts, *sections.doubts]
    fields: dict[str, Any] = {
        "id": id_ or _id(parts, doubts),
        "title": parts.title or f"{MARK}标题",
        "number": parts.number,
        "issuers": list(parts.issuers) or [f"{MARK}发文机关"],
        "recipients": list(parts.recipients),
        "rank": _rank(parts, doubts),
        "region": region or _region(parts, known, doubts),
        "dates": dates_in_order(parts.dates),
        "kind": "full",
        "source": _source(parts, doubts),
        "articles": {"count": sections.articles} if sections.articles else None,
        "chapters": [{"id": c.id, **_some(number=c.number), "title": c.title} for c in sections.chapters],
        "measures": [
            {
                "id": m.id,
                **_some(chapter=m.chapter if sections.chapters else None, number=m.number),
                "title": m.title,
                "text": m.text,
                **_some(lead=list(m.lead), supporting=list(m.supporting)),
            }
            for m in sections.measures
        ],
        "revisions": [
            {"id": "r1", "date": day.isoformat(), "kind": "functional", "zh": "首次导入", "en": "First imported"}
        ],
        "review": {
            "by": _POST,
            "on": day.isoformat(),
            "next": _half_a_year_after(day).isoformat(),
            "unconfirmed": [f"{MARK}{doubt.words.zh}"[:300] for doubt in doubts if doubt.field != "id"],
        },
    }
    fields = {key: fields[key] for key in ORDER if fields[key] not in (None, [], {}, "")}
    body = markdown.written(sections.parts, notes)
    return Draft(fields, f"---\n{_front(fields, doubts)}---\n\n{body}", body, tuple(doubts))


def _some(**entries: Any) -> dict[str, Any]:
    return {key: entry for key, entry in entries.items() if entry}


def _front(fields: Mapping[str, Any], doubts: list[Doubt]) -> str:
    """The fields as YAML, each with its doubts as comments above it."""
    lines = []
    for key in ORDER:
        lines += [f"# 请核对：{doubt.words.zh}\n" for doubt in doubts if doubt.field == key]
        if key in fields:
            lines.append(
                yaml.dump({key: fields[key]}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
            )
    return "".join(lines)


class _Dumper(yaml.SafeDumper):
    """Lists set in under their key, dates and numbers in double quotes, as the content has them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Never without an indent."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    number = bool(re.fullmatch(r"[\d.:+-]+|true|false|null|~", text, re.IGNORECASE))
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"' if number else None)


_Dumper.add_representer(str, _text)
# The loader takes on and yes for text, as YAML 1.2 does.
_Dumper.yaml_implicit_resolvers = {
    first: found for first, found in yaml.SafeDumper.yaml_implicit_resolvers.items() if first not in "yYnNoO"
}


def _id(parts: Parts, doubts: list[Doubt]) -> str:
    """An id in pinyin of the document number, else of the title, for the editor to better."""
    from pypinyin import lazy_pinyin

    def spelt(words: str) -> str:
        return "-".join(re.findall(r"[a-z0-9]+", " ".join(lazy_pinyin(words, errors="ignore")).lower()))

    year = (parts.dates.get("signed") or parts.dates.get("published") or "")[:4]
    if numbered := re.fullmatch(r"(.+?)〔(\d{4})〕(\d+)号", parts.number or ""):
        id_ = f"{spelt(numbered[1])}-{numbered[2]}-{numbered[3]}"
    else:
        about = re.sub(r"^[印转]发|[^\u4e00-\u9fff]", "", (parts.title or "").partition("关于")[2] or parts.title or "")
        id_ = f"{spelt(about[:8])}-{year}".strip("-")
    doubts.insert(
        0,
        Doubt(
            "id",
            Bilingual(
                "编号是拼出来的；公布以后不能再改，现在可以换个好记的（文件夹跟着改名）。",
                "The id was spelt from the number or title. Change it now if you like (and the folder's name), never after "
                "publication.",
            ),
        ),
    )
    return re.sub(r"-+", "-", id_)[:60].strip("-") or "imported-policy"


def _region(parts: Parts, known: Known, doubts: list[Doubt]) -> str | None:
    names = [*(organ.removeprefix("中共").removeprefix("中国共产党") for organ in parts.issuers), parts.title or ""]
    for name in names:
        if code := known.region_of(name):
            return code
    if any(_NATION.match(issuer) for issuer in parts.issuers):
        return "100000"
    place = next((found[0] for name in names if (found := _PLACE.match(name))), "")
    doubts.append(
        Doubt(
            "region",
            Bilingual(
                (
                    f"区划表（content/network/regions.csv）里没有“{place}”：先补进表里，再"
                    if place
                    else "适用地区没有认出来，请"
                )
                + '在 rank 下面加一行：region: "行政区划代码"。',
                (
                    f"The list of divisions (content/network/regions.csv) has no {place}: add it there, then add"
                    if place
                    else "The region was not recognised. Add"
                )
                + ' a line below rank: region: "division code".',
            ),
        )
    )
    return None


def _rank(parts: Parts, doubts: list[Doubt]) -> str:
    issuers, title = parts.issuers, parts.title or ""
    if any(_PARTY.search(issuer) for issuer in issuers):
        return "party-document"
    nation = any(_NATION.match(issuer) for issuer in issuers)
    if any(issuer.startswith("最高人民") for issuer in issuers):
        return "judicial-interpretation"
    if title.endswith("法") and (
        title.startswith("中华人民共和国") or any("全国人民代表大会" in issuer for issuer in issuers)
    ):
        return "law"
    if "条例" in title and "通知" not in title and "意见" not in title:
        local = any("人民代表大会" in issuer and not issuer.startswith("全国") for issuer in issuers)
        rank = "local-regulation" if local or (issuers and not nation) else "administrative-regulation"
    elif nation and re.search(r"令$|令第", parts.number or "") and re.search(r"(?:办法|规定|细则|规则)$", title):
        rank = "ministry-rule"
    else:
        return "normative-document"
    doubts.append(
        Doubt(
            "rank",
            Bilingual(
                f"效力层级照标题和发文机关定为 {rank}，请核对。", f"The rank, {rank}, follows title and issuer. Check."
            ),
        )
    )
    return rank


def _source(parts: Parts, doubts: list[Doubt]) -> str:
    who = "、".join(parts.issuers) or "发文机关"
    doubts.append(
        Doubt(
            "source",
            Bilingual(
                "正式文本在哪里（source）是照发文机关写的，请换成公报或网站的具体栏目。",
                "Where the official text is (source) only names the issuer. Name the gazette or the page.",
            ),
        )
    )
    return f"以{who}正式印发的文本为准。"


def _half_a_year_after(day: date) -> date:
    month = day.month + 6
    year, month = (day.year + 1, month - 12) if month > 12 else (day.year, month)
    return date(year, month, min(day.day, 28))
