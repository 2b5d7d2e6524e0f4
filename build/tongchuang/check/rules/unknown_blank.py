"""Blanks in names that nothing fills."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..values import texts

EXPLANATION = Explanation(
    "R709",
    "error",
    Bilingual("名称里有填不上的空", "A blank that nothing fills"),
    Bilingual(
        "命名规则里只有 {name} 会换成地名，机构名称里只有 {city}、{county}、{place} 会换成市名、县名、所在县（没有县时是市）的名字；别的花括号会原样印出来。",
        "In naming only {name} is filled in, in the names of bodies only {city}, {county} and "
        "{place} (the county or, without one, the city); any other braces would be printed as they stand.",
    ),
)
_BLANK = re.compile(r"\{[^}]*\}?|\}")
_FILLED = {"naming": {"{name}"}, "bodies": {"{city}", "{county}", "{place}"}}


def find(content: Content) -> Iterator[Finding]:
    """Profiles and their translations."""
    for document in content.sources.documents:
        if document.kind != "profile":
            continue
        for record in content.records("profile", document.lang):
            if record.document is not document:
                continue
            for key, filled in _FILLED.items():
                for pointer, text in texts(record.data.get(key, {}), (key,)):
                    for blank in _BLANK.findall(text):
                        if blank not in filled:
                            yield EXPLANATION.at(
                                document.path,
                                record.position(pointer),
                                Bilingual(f"“{blank}”填不上。", f'Nothing fills "{blank}".'),
                                Bilingual(
                                    f"能用的是 {'、'.join(sorted(filled))}。", f"Use {', '.join(sorted(filled))}."
                                ),
                            )
