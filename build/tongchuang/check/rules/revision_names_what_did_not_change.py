"""New revisions that name a field which is as it was."""

from collections.abc import Iterator

from ...catalogue.revisions import UNREVISED
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..compared import compared
from ..content import Content

EXPLANATION = Explanation(
    "R417",
    "warning",
    Bilingual("修订记录写了没有改的栏目", "A revision names what did not change"),
    Bilingual(
        "和 --base 的版本相比，这一栏没有变。多写的栏目会让译文、地方版本和墙上的纸白白过时。",
        "Compared with --base this field is as it was. Naming it makes translations, local versions and printed "
        "sheets look out of date for nothing.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Fields that do not exist at all are another rule's."""
    for one in compared(content):
        both = (*one.record.document.data, *one.changed, "text")
        for index, revision in one.new.items():
            for at, field in enumerate(revision.get("fields", ())):
                if field in both and field not in one.changed and field not in UNREVISED | one.record.doubtful:
                    yield EXPLANATION.at(
                        one.record.document.path,
                        one.record.position(("revisions", index, "fields", at)),
                        Bilingual(f"“{field}”没有改动。", f'"{field}" did not change.'),
                        Bilingual("请从 fields 里删掉它。", "Take it out of fields."),
                    )
