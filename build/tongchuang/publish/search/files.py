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
MOST_POSTINGS = 100
_SPELLED = ("title", "keywords", "aliases", "question")


def term_files(impacts: Mapping[str, Postings]) -> dict[str, dict[str, list[int]]]:
    """Each term with its documents and impacts, ``[document, impact, document, impact, ...]``."""
    files: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for term, postings in impacts.items():
        files[buckets.term_file(term)][term] = _flat(postings)
    for word in sorted(STOP_WORDS):
        if buckets.term_file(word) in files:
            files[buckets.term_file(word)][word] = []
    return files


def _flat(postings: Postings) -> list[int]:
    heaviest = sorted(postings, key=lambda document: (-postings[document], document))[:MOST_POSTINGS]
    return [number for document in sorted(heaviest) for number in (document, postings[document])]


def character_files(impacts: Iterable[str]) -> dict[str, str]:
    """What is known of the characters of each file of Chinese terms: ``居ju證=证``."""
    used = {character for term in impacts for character in term if analysis.is_han(character)}
    files: dict[str, str] = defaultdict(str)
    for character, said in sorted(characters.known(used).items()):
        files[buckets.term_file(character)] += character + said
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
