"""Files of the base that can't be compared."""

from collections.abc import Iterator

from ...catalogue.revisions import REVISED
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R420",
    "warning",
    Bilingual("旧版本读不懂，没有比较", "The base can't be read, so nothing was compared"),
    Bilingual(
        "--base 的版本里，这个文件本身有错，读不懂，所以不知道改了什么。请自己核对修订记录，也核对有没有编号不见了。",
        "At --base this file was itself broken, so nobody can tell what changed. Check the revisions yourself, and "
        "that no id has gone.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Originals that exist on both sides."""
    if content.base is None:
        return
    broken = {place.path for place in content.base.unread_files if place.lang is None}
    for kind in REVISED:
        broken |= {r.document.path for r in content.base.records(kind) if "revisions" in r.doubtful}
        understood = {r.document.key for r in content.base.records(kind)}
        broken |= {d.path for key, d in content.base.sources.of(kind).items() if key not in understood}
    for path in sorted(broken):
        if content.exists(path):
            yield EXPLANATION.at(
                path,
                (1, 1),
                Bilingual(
                    "旧版本里这个文件有错，没法比较。", "This file was broken at the base and can't be compared."
                ),
                Bilingual("请自己核对改动和修订记录。", "Check the changes and the revisions yourself."),
            )
