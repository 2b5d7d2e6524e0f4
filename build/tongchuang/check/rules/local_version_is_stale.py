"""Local versions made against an older revision of the standard item."""

from collections.abc import Iterator

from ...catalogue.translate import standing
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..revisions import revisions_of

EXPLANATION = Explanation(
    "R203",
    "warning",
    Bilingual("标准改了，地方版本还没有核对", "The standard has changed since"),
    Bilingual(
        "地方版本的 base 写明它是对着标准事项的哪一次修订写的。标准后来有了实质改动，地方版本要核对一遍，再把 base "
        "改成最新的。",
        "base names the revision of the standard item that a local version was written against. The standard has "
        "changed "
        "in substance since: check the local version again, then set base to the newest revision.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Only functional revisions count."""
    for record in content.records("local"):
        revisions = revisions_of(content, "service", record.document.key)
        base = record.data.get("base")
        if base in [revision["id"] for revision in revisions] and standing(revisions, {"of": base})[0] == "stale":
            latest = revisions[-1]["id"]
            yield EXPLANATION.at(
                record.document.path,
                record.position(("base",)),
                Bilingual(f"base 是 {base}，标准已经到 {latest}。", f"base is {base}; the standard is at {latest}."),
                Bilingual(f"请核对后把 base 改成 {latest}。", f"Check this file, then set base to {latest}."),
            )
