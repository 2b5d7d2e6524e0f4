"""Choices without options, and options that are no choice."""

from collections.abc import Iterator, Mapping

from ...load.sources import Kind
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R801",
    "error",
    Bilingual("选择题和选项对不上", "Choice and options disagree"),
    Bilingual(
        "填法是“选择”的栏目至少要有两个选项，别的填法不写选项，不然表格印不出来。",
        "A field to choose in needs at least two options, and any other kind has none; else the form can't be drawn.",
    ),
)
_LISTS: Mapping[Kind, str] = {"form": "fields", "ledger": "columns"}


def find(content: Content) -> Iterator[Finding]:
    """The fields of forms and the columns of ledgers."""
    for kind, key in _LISTS.items():
        for record in content.records(kind):
            if key in record.doubtful:
                continue
            for index, entry in enumerate(record.data.get(key, ())):
                if "kind" not in entry:  # A shared column of a ledger, judged where it is defined.
                    continue
                choice, options = entry["kind"] == "choice", len(entry.get("options", ()))
                if choice and options < 2:
                    words = Bilingual("要选择，却没有两个以上的选项。", "A choice needs two options or more.")
                elif options and not choice:
                    words = Bilingual("写了选项，填法却不是“选择”。", "It has options, but its kind is not choice.")
                else:
                    continue
                yield EXPLANATION.at(
                    record.document.path,
                    record.position((key, index, "kind")),
                    words,
                    Bilingual("请补上选项，或改正填法。", "Add the options, or correct the kind."),
                )
