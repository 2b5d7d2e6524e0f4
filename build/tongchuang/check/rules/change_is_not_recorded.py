"""Changes that the memory of change does not name."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..compared import Compared, compared
from ..content import Content

EXPLANATION = Explanation(
    "R415",
    "error",
    Bilingual("改了内容，没有写修订记录", "Changed without a revision"),
    Bilingual(
        "和 --base 的版本相比，改过的栏目都要写进修订记录：在最后加一条，fields 列出改了的每个顶层栏目（政策的正文写 text）。"
        "译文、地方版本、墙上的纸和订阅都靠它知道自己过时了。复核（review、confirmed_on）和修订记录本身不算改动，"
        "只改译文也不用写。",
        "Compared with --base, every field that changed must be named: add an entry at the end of revisions whose "
        "fields lists each top-level field (the body of a policy is text). Translations, local versions, printed "
        "sheets and feeds learn from it that they are out of date. A review (review, confirmed_on) and revisions "
        "themselves are no change, and a change of the translation alone needs no entry.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """One finding a record, with the entry to add."""
    for one in compared(content):
        new = one.new
        named = {field for revision in new.values() for field in revision.get("fields", ())}
        missed = [field for field in one.changed if field not in named]
        if missed:
            last = max(new, default=None)
            fields = ", ".join(missed)
            yield EXPLANATION.at(
                one.record.document.path,
                one.record.position(("revisions",) if last is None else ("revisions", last, "fields")),
                Bilingual(
                    f"改了“{'”“'.join(missed)}”，修订记录里没有写。",
                    f"These fields changed and no revision says so: {fields}.",
                ),
                Bilingual(
                    f"请在最后加一条：{_entry(one, missed, content)}", f"Add at the end: {_entry(one, missed, content)}"
                )
                if last is None
                else Bilingual(
                    f"请在这一条的 fields 里加上：{fields}。", f"Add to the fields of this entry: {fields}."
                ),
            )


def _entry(one: Compared, missed: list[str], content: Content) -> str:
    kind = "editorial" if all(one.changed[field] for field in missed) else "functional"
    head = "" if one.revisions else "revisions: "
    return (
        f'{head}- {{id: {_next_id(one)}, date: "{content.as_of}", kind: {kind}, fields: [{", ".join(missed)}], '
        "zh: …, en: …}"
    )


def _next_id(one: Compared) -> str:
    numbers = [int(found[1]) for revision in one.revisions if (found := re.fullmatch(r"r([0-9]{1,9})", revision["id"]))]
    return f"r{max(numbers, default=0) + 1}"
