"""Entries that a place adds where it may only lighten or leave alone."""

from collections.abc import Iterator

from ... import schemas
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..nodes import name_of

EXPLANATION = Explanation(
    "R201",
    "error",
    Bilingual("地方版本加了标准里没有的条目", "A place adds an entry"),
    Bilingual(
        "地方不能多要一份材料、多加一个条件或步骤：同一件事，在哪个窗口都一样。地方可以免交材料，可以加常见问题。"
        "标准确实少了什么，请改标准事项，各地一起生效。",
        "A place may not ask for one more paper, condition or step: the same service is the same at every window. "
        "It may "
        "waive a paper and add frequent questions. If the standard lacks something, change the standard item, for all.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Local versions, by the ids that the standard item does not have."""
    for record in content.records("local"):
        for pointer in content.foreign.get(record.document.path, ()):
            list_name = name_of(schemas.schema("service"), pointer[:-1])
            entry = pointer[-1]
            if isinstance(entry, int):
                entry = record.document.data[pointer[0]][entry]["id"] if len(pointer) == 2 else entry + 1
            yield EXPLANATION.at(
                record.document.path,
                record.position(pointer),
                Bilingual(
                    f"{list_name.zh}里加了标准没有的“{entry}”。",
                    f'"{entry}" is added to {list_name.en}; the standard does not have it.',
                ),
                Bilingual(
                    "请删掉；如果是编号写错了，请改成标准里的编号。",
                    "Delete it; if the id is misspelt, use the one of the standard item.",
                ),
            )
