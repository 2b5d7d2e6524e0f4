"""Statutory times, charges and deadlines that name no article."""

from collections.abc import Iterator
from typing import Any

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R302",
    "error",
    Bilingual("法定的数字没有写依据", "A legal figure without its article"),
    Bilingual(
        '法定时限、收费和申诉期限是法律定的数字，要写明出自哪部法、第几条：basis: [{policy: …, article: "10"}]。'
        "这样办事人可以据理力争，编辑也能在法律改动时找到它。",
        "Statutory times, charges and deadlines come from the law. Name the law and the article: "
        'basis: [{policy: …, article: "10"}]. People can then insist on it, and editors find it when the law changes.',
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The statutory time, a fee that is not free, and the deadline of each remedy."""
    for record in content.records("service"):
        for pointer, figure, bases in _figures(record.data):
            if not any(citation.get("article") for basis in bases for citation in basis or ()):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(
                        f"{figure.zh}没有写出自哪部法、第几条。",
                        f"{figure.en} does not say which article it comes from.",
                    ),
                    Bilingual(
                        '请补上 basis: [{policy: 政策法规编号, article: "条号"}]。',
                        'Add basis: [{policy: id of the law, article: "number"}].',
                    ),
                )


def _figures(data: Any) -> Iterator[tuple[Pointer, Bilingual, list[Any]]]:
    statutory = data.get("time", {}).get("statutory")
    if statutory:
        yield ("time", "statutory"), Bilingual("法定办结时限", "The statutory time"), [statutory.get("basis")]
    fee = data.get("fee", {"free": True})
    if fee["free"] is False:
        if not fee.get("items"):
            yield ("fee",), Bilingual("收费", "The fee"), [fee.get("basis")]
        for index, item in enumerate(fee.get("items", ())):
            name = Bilingual(f"收费项目“{item['name']}”", f'The charge "{item["name"]}"')
            yield ("fee", "items", index), name, [fee.get("basis"), item.get("basis")]
    for index, remedy in enumerate(data.get("remedies", ())):
        within = remedy.get("within")
        if within:
            name = Bilingual("救济期限", "The deadline of the remedy")
            yield ("remedies", index, "within"), name, [within.get("basis"), remedy.get("basis")]
