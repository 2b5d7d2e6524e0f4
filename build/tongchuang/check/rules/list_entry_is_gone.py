"""Entries of the lists that the base had."""

from collections.abc import Iterator

from ...load.walk import LISTS
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R109",
    "error",
    Bilingual("清单里公布过的编号不见了", "A published entry of a list has gone"),
    Bilingual(
        "类别、部门、窗口、热线、诉求、人生事件、分组和词语公布以后，编号就在网址和接口里。不再用的，保留这一条，"
        "加上 withdrawn：日期、原因、由谁代替。",
        "Once published, the id of a category, department, window, hotline, appeal, life event, group or term stands "
        "in web addresses and the API. Keep the entry and add withdrawn, with the date, why, and what replaces it.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """At the first line of the list; one that is gone, or has entries without an id, has findings of its own."""
    if content.base is None:
        return
    for kind in sorted(LISTS):
        entries = [entry for document in content.sources.of(kind).values() for entry in document.data]
        now = {entry["id"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)}
        if not content.sources.of(kind) or len(now) < len(entries):
            continue
        for record in content.base.records(kind):
            id_ = record.data.get("id")
            if id_ is not None and id_ not in now:
                yield EXPLANATION.at(
                    record.document.path,
                    (1, 1),
                    Bilingual(
                        f"公布过的“{id_}”不在清单里了。", f'The published entry "{id_}" is no longer in the list.'
                    ),
                    Bilingual(
                        "请放回去，加上 withdrawn（date、why、replaced_by）。",
                        "Put it back and add withdrawn (date, why, replaced_by).",
                    ),
                )
