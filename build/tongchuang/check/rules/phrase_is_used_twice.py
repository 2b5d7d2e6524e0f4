"""Everyday phrases that two services claim."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record

EXPLANATION = Explanation(
    "R905",
    "advice",
    Bilingual("两个事项用了同一句话", "An everyday phrase of two services"),
    Bilingual(
        "同一句常说的话（keywords）写在了两个事项里，搜这句话时，两个事项分不出先后。留给最该去的那个，另一个换一种说法。",
        "The same everyday phrase (keywords) stands in two services, so a search for it can't tell which comes first. "
        "Leave it to the one people need, and say it otherwise in the other.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """In each language, at the second service by path."""
    for lang in (None, *content.sources.languages[1:]):
        first: dict[str, Record] = {}
        for record in content.records("service", lang):
            for index, phrase in enumerate(record.data.get("keywords", ())):
                other = first.setdefault(phrase.casefold(), record)
                if other.document.key != record.document.key:
                    yield EXPLANATION.at(
                        record.document.path,
                        record.position(("keywords", index)),
                        Bilingual(
                            f"“{phrase}”在 {other.document.key} 里也有。",
                            f'"{phrase}" is a keyword of {other.document.key} too.',
                        ),
                        Bilingual("请在其中一个里换一种说法。", "Say it otherwise in one of them."),
                    )
