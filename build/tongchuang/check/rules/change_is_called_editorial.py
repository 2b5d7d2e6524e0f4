"""Changes of substance that are recorded as wording."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..compared import compared
from ..content import Content

EXPLANATION = Explanation(
    "R416",
    "error",
    Bilingual("实质改动写成了文字改动", "A change of substance called editorial"),
    Bilingual(
        "editorial 只能用于文字改动：名称、标题、简称、一句话说明、平常话、常见问题、来源，以及任何地方的 note。"
        "其余都是办事的人要知道的（时限、收费、条件、材料、流程、窗口、依据、日期、政策正文、撤销等），要写 functional，"
        "译文和地方版本才会跟上。常见问题里改了数字，也请写 functional。",
        "Only a change of wording may be editorial: of name, title, short, summary, keywords, faq or source, or of a "
        "note anywhere. Everything else matters to people (times, fees, conditions, materials, steps, window, basis, "
        "dates, a policy's text, withdrawal and so on) and must be functional, so that translations and local "
        "versions follow. If a figure in a frequent question changed, write functional too.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """A field is covered if any new functional entry names it."""
    for one in compared(content):
        new = one.new
        substance = [field for field, wording in one.changed.items() if not wording]
        covered = {
            f for revision in new.values() if revision["kind"] == "functional" for f in revision.get("fields", ())
        }
        for index, revision in new.items():
            wrong = [field for field in substance if field in revision.get("fields", ()) and field not in covered]
            if wrong:
                fields = ", ".join(wrong)
                yield EXPLANATION.at(
                    one.record.document.path,
                    one.record.position(("revisions", index, "kind")),
                    Bilingual(f"“{fields}”的改动不只是文字。", f"The change is more than wording: {fields}."),
                    Bilingual("请写 kind: functional。", "Write kind: functional."),
                )
