"""The index of a language as files: terms with their impacts, misspellings, documents and places."""

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
        entries[file][beginning][rest] = _heaviest(postings)
    return {
        file: {beginning: buckets.written(found) for beginning, found in sorted(beginnings.items())}
        for file, beginnings in entries.items()
    }


def _heaviest(postings: Postings) -> Postings:
    kept = sorted(postings, key=lambda document: (-postings[document], document))[:MOST_POSTINGS]
    return {document: postings[document] for document in kept}


def character_files(impacts: Iterable[str]) -> dict[str, str]:
    """What is known of characters, by file: ``居ju證=证``."""
    used = {character for term in impacts for character in term if analysis.is_han(character)}
    files: dict[str, str] = defaultdict(str)
    for character, said in sorted(characters.known(used).items()):
        files[buckets.known_file(character)] += character + said
    return files


def variant_files(records: Sequence[Record]) -> dict[str, dict[str, str]]:
    """Longer words of the short fields, found under themselves and under each misspelling by one letter less.

    A reader that looks up a word and each of its own deletions finds every word that is one letter more, one
    letter less, another letter or two swapped letters away.
    """
    texts = [text for record in records for field in _SPELLED for text in record.fields.get(field, ())]
    words = {word for text in texts for word in analysis.words(analysis.normalise(text))} - STOP_WORDS
    spelled: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= CORRECTED and word.isalpha():
            for variant in (word, *analysis.deletions(word)):
                spelled[variant].add(word)
    files: dict[str, dict[str, str]] = defaultdict(dict)
    for variant, meant in sorted(spelled.items()):
        files[buckets.variant_file(variant)][variant] = " ".join(sorted(meant))
    return files


def document_files(records: Sequence[Record]) -> dict[str, list[Any]]:
    """What a result shows: kind, id, title, address below the language's root, and a line."""
    files: dict[str, list[Any]] = defaultdict(list)
    for number, record in enumerate(records):
        row = [record.kind, record.id, record.title, record.address, record.line]
        files[buckets.document_file(number)].append(row)
    return files
