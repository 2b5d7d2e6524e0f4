"""Interface words: every language says the same things."""

from collections.abc import Iterator, Mapping
from typing import Any

from tongchuang.publish.print.documents import documents
from tongchuang.publish.words import languages


def said(table: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from said(value, f"{within}{key}.")
        else:
            yield within + str(key), value


def test_every_language_has_words_for_the_same_keys() -> None:
    """Those of the site and of all documents, which the words of any document hold."""
    board = documents()["board"]
    original, *others = (dict(said(board.words(lang).table)) for lang in languages())
    assert others
    for other in others:
        assert other.keys() == original.keys()
        assert None not in other.values()
