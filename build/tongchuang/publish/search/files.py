"""The index of a language as files: terms with their impacts, words, characters and documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from . import analysis, buckets, characters
from .impacts import STOP_WORDS, Postings
from .records import Record

# Shorter words are not corrected: too many others are one letter away.
CORRECTED = 5
# A term found in more documents than this keeps those where it weighs most.
MOST_POSTINGS = 40
_SPELLED = ("title", "keywords", "aliases", "question")


def term_files(impacts: Mapping[str, Postings]) -> dict[str, dict[str, str]]:
    """Each term with its documents and levels, by beginning and rest."""
    entries: dict[str, dict[str, dict[str, Postings]]] = defaultdict(lambda: defaultdict(dict))
    for term, postings in [*impacts.items(), *((word, Postings()) for word in sorted(STOP_WORDS))]:
        file, beginning, rest = buckets.term_key(term)
        # Two whole texts may have the same number.
        entries[file][beginning][rest] = {**entries[file][beginning].get(rest, {}), **_heaviest(postings)}
    return {
        file: {beginning: buckets.written(found) for beginning, found in sorted(beginnings.items())}
        for file, beginnings in entries.items()
    }


def _heaviest(postings: Postings) -> Postings:
    kept = sorted(postings, key=lambda document: (-postings[document], document))[:MOST_POSTINGS]
    return {document: postings[document] for document in kept}


def character_files(impacts: Iterable[str]) -> dict[str, str]:
    """What is known of characters, by file and code point.

    Characters themselves are not told: their place in the file says which they are, at half the bytes.
    """
    used = {character for term in impacts for character in term if analysis.is_han(character)}
    files: dict[str, dict[int, str]] = defaultdict(dict)
    for character, said in characters.known(used).items():
        files[buckets.known_file(character)][ord(character) % buckets.KNOWN] = said
    return {file: ",".join(found.get(at, "") for at in range(max(found) + 1)) for file, found in sorted(files.items())}


def word_files(records: Sequence[Record]) -> dict[str, str]:
    """Longer words of the short fields by their length: those that a misspelt word is compared with, one by one.

    That is an eighth of the bytes of listing every misspelling.
    """
    texts = [text for record in records for field in _SPELLED for text in record.fields.get(field, ())]
    words = {word for text in texts for word in analysis.words(analysis.normalise(text))} - STOP_WORDS
    files: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= CORRECTED and word.isalpha():
            files[buckets.words_file(len(word))].append(word)
    return {file: " ".join(found) for file, found in files.items()}


def document_files(records: Sequence[Record]) -> dict[str, list[Any]]:
    """What a result shows: kind, title, address below the language's root, a line, and a sentence if there is one.

    The id is the end of the address.
    """
    files: dict[str, list[Any]] = defaultdict(list)
    for number, record in enumerate(records):
        row = [record.kind, record.title, record.address, record.line, record.summary]
        files[buckets.document_file(number)].append(row if record.summary else row[:-1])
    return files
