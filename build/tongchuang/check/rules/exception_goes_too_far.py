"""Exceptions that change what no exception may."""

from collections.abc import Iterator

from ... import schemas
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..local import problems
from ..nodes import name_of

EXPLANATION = Explanation(
    "R207",
    "error",
    Bilingual("例外超出了范围", "The exception goes too far"),
    Bilingual(
        "例外只用来改标准里锁定的栏目，而且只改已有的条目：不能加材料、条件或步骤，不能换一种材料，不能把不必交的改成必交；"
        "编号、名称、类别、修订记录等始终不变。能直接写的栏目（承诺时限、窗口、电话等），写在例外外面。",
        "An exception changes locked fields of entries that the standard has. It adds no material, condition or step, "
        "asks for no other paper, and makes none compulsory; ids, name, category, revisions and the like never "
        "change. What a place may write anyway (promised time, window, phone) stands outside the exception.",
    ),
)
_WORDS = {
    "fixed": Bilingual("例外不能改{name}。", "An exception can't change {name}."),
    "added": Bilingual("例外不能加条目：标准里没有{name}。", "An exception can't add {name}: the standard lacks it."),
    "harder": Bilingual("{name}改得比标准更麻烦。", "{name} is made harder than the standard."),
    "slower": Bilingual("{name}比已经承诺的时限还短。", "{name} is shorter than the time already promised."),
}


def find(content: Content) -> Iterator[Finding]:
    """What the exceptions in force set."""
    for record, problem in problems(content):
        if problem.pointer[0] == "exceptions" and problem.breach in _WORDS:
            name = name_of(schemas.schema("service"), problem.pointer[3:])
            words = _WORDS[problem.breach]
            en = words.en.format(name=name.en)
            yield EXPLANATION.at(
                record.document.path,
                record.position(problem.pointer),
                Bilingual(words.zh.format(name=name.zh), en[0].upper() + en[1:]),
                Bilingual("请从例外里删掉。", "Delete it from the exception."),
            )
