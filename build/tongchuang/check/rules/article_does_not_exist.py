"""Citations of articles that the cited document does not have."""

import re
from collections.abc import Iterator
from typing import Any

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..values import citations

EXPLANATION = Explanation(
    "R306",
    "error",
    Bilingual("引用的条款不存在", "The article cited does not exist"),
    Bilingual(
        "政策法规写明了正式文本有多少条，这里引用的条号比它还大，或者是一个没有列出的“之一”。"
        "多半是条号抄错了，或者那部法修改过。",
        "The law says how many articles it has, and this citation names one beyond them, or an inserted one (such as "
        '"276-1") that it does not list. The number is probably mistyped, or the law has been revised.',
    ),
)
_NUMBER = re.compile(r"(\d+)(-\d+)?")


def find(content: Content) -> Iterator[Finding]:
    """Every citation, in whatever record, of a document whose articles are counted."""
    counted = {
        record.document.key: record.data["articles"]
        for record in content.records("policy")
        if "count" in record.data.get("articles", ())
    }
    for record in content.originals:
        for pointer, citation in citations(record.data):
            articles = counted.get(citation["policy"])
            article = citation.get("article")
            if articles and article and not _has(articles, article):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position((*pointer, "article")),
                    Bilingual(
                        f"“{citation['policy']}”一共{articles['count']}条，没有第“{article}”条。",
                        f'"{citation["policy"]}" has {articles["count"]} articles; there is no "{article}".',
                    ),
                    Bilingual(
                        "请对照正式文本改正条号；那部法修改过的，先改它的条数（articles）。",
                        "Correct the number by the official text; if the law was revised, first correct its `articles`.",
                    ),
                )


def _has(articles: Any, article: str) -> bool:
    match = _NUMBER.match(article)
    if not match:
        return True
    number, inserted = match.groups()
    if inserted:
        return bool(f"{number}{inserted}" in articles.get("inserted", ()))
    return bool(1 <= int(number) <= articles["count"])
