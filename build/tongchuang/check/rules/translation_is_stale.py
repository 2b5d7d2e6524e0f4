"""Translations made of an older revision."""

from collections.abc import Iterator

from ...catalogue.translate import standing
from ...load.sources import Kind
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..revisions import revisions_of

EXPLANATION = Explanation(
    "R501",
    "warning",
    Bilingual("译文过时", "A translation is out of date"),
    Bilingual(
        "原文有了实质改动，译文还是照以前的版本译的。更新之前，译文页面上的时限、收费、条件和材料会显示现行的中文。",
        "The original has changed in substance since it was translated. Until the translation follows, its page shows "
        "times, fees, conditions and materials in the current Chinese.",
    ),
)
_KINDS: tuple[Kind, ...] = ("service", "policy")


def find(content: Content) -> Iterator[Finding]:
    """Services and policies, whose translations name a revision."""
    for lang in content.sources.languages[1:]:
        for kind in _KINDS:
            for record in content.records(kind, lang):
                revisions = revisions_of(content, kind, record.document.key)
                of = record.data.get("of")
                if of in [revision["id"] for revision in revisions] and standing(revisions, record.data)[0] == "stale":
                    latest = revisions[-1]["id"]
                    yield EXPLANATION.at(
                        record.document.path,
                        record.position(("of",)),
                        Bilingual(
                            f"译文照 {of} 译的，原文已经到 {latest}。",
                            f"Translated from {of}; the original is at {latest}.",
                        ),
                        Bilingual(
                            f"请对照改动更新译文，再把 of 改成 {latest}。",
                            f"Bring the words up to date, then set of to {latest}.",
                        ),
                    )
