"""Two minimums of one profile for the same thing."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R707",
    "error",
    Bilingual("同一项最低标准写了两次", "A minimum is stated twice"),
    Bilingual(
        "同一级机构的同一样东西只能有一个最低标准，写两个就不知道按哪一个验收。",
        "For one thing at one level there can be but one minimum; with two nobody knows which to inspect by.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The minimums of every profile; what is counted by different things may stand side by side."""
    for record in content.records("profile"):
        seen: set[tuple[str, ...]] = set()
        if "minimums" in record.doubtful:
            continue
        for index, minimum in enumerate(record.data.get("minimums", ())):
            counted = (str(minimum.get(key, "")) for key in ("level", "towns", "what", "unit", "per", "per_workers"))
            what = tuple(counted)
            if what in seen:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("minimums", index, "what")),
                    Bilingual(f"“{minimum['what']}”前面已经写过。", f'"{minimum["what"]}" is stated above.'),
                    Bilingual("请留下有效的一个。", "Keep the one that holds."),
                )
            seen.add(what)
