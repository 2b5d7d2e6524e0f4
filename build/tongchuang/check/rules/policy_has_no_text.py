"""Policies whose file ends with the front matter."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R107",
    "error",
    Bilingual("政策没有正文", "A policy without text"),
    Bilingual(
        "政策文件在说明部分之后要有正文：全文，或用自己的话写的摘要。没有正文，政策页面就是空的。",
        "After its front matter a policy needs text: in full, or a digest in our own words. Without it the page is "
        "empty.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Originals and translations."""
    for lang in (None, *content.sources.languages[1:]):
        for record in content.records("policy", lang):
            if not record.document.body.strip():
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("body", 0)),
                    Bilingual("说明部分后面没有正文。", "Nothing follows the front matter."),
                    Bilingual("请在第二行 --- 之后写上正文。", "Write the text after the second ---."),
                )
