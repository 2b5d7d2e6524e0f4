"""Changes of a place that the form of its file lets through and the field's rule does not."""

from collections.abc import Iterator

from ... import schemas
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..local import problems
from ..nodes import name_of

EXPLANATION = Explanation(
    "R204",
    "error",
    Bilingual("地方版本改了标准的原文", "A place rewrites the standard"),
    Bilingual(
        "常见问题和搜索用词，地方只能加，不能改标准里已有的；加的条目用新的编号。",
        "A place may add frequent questions and search words. It may not rewrite those of the standard; what it adds "
        "has an id of its own.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Local versions against the standard item and the local versions above them."""
    for record, problem in problems(content):
        if problem.breach == "locked":
            name = name_of(schemas.schema("service"), problem.pointer)
            yield EXPLANATION.at(
                record.document.path,
                record.position(problem.pointer),
                Bilingual(f"标准里的{name.zh}，地方不能改。", f"{name.en} of the standard can't be changed here."),
                Bilingual("请删掉，或换一个新的编号另加一条。", "Delete it, or add an entry with an id of its own."),
            )
