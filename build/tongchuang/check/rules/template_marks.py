"""Blanks and commands of a template that nothing here fills in or runs."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R608",
    "error",
    Bilingual("有模板记号", "Marks of a template"),
    Bilingual(
        "{{ }}、{% %}、${ }、{name} 是模板里等着填的空。内容不是模板，没有东西会去填，办事的人会看到这些符号。地区规范的命名除外。",
        "{{ }}, {% %}, ${ } and {name} are blanks of a template. Content is no template: nothing fills them, and people "
        "would see the signs. The names in a region's profile are the exception.",
    ),
)
_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\$\{|\{[a-z_][a-z0-9_.]*\}", re.IGNORECASE)
# Where a name in braces is filled in: names by a profile, addresses of the API by a system.
_FILLED = ("profile", "system")


def find(content: Content) -> Iterator[Finding]:
    """One finding a line."""
    for words in content.prose_with(_MARK):
        if words.document.kind not in _FILLED:
            for found in words.matches(_MARK):
                yield EXPLANATION.at(
                    words.path,
                    words.at(found.start()),
                    Bilingual(f"这里有模板的记号“{found[0]}”。", f'There is a mark of a template here, "{found[0]}".'),
                    Bilingual("请写上真正的内容，删掉记号。", "Write what belongs there and delete the mark."),
                )
