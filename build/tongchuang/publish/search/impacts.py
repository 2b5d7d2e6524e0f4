"""Whoosh analyses, indexes and weighs; what is kept of it is one whole number for each term and document.

The weight of a term in a document is the sum over the fields of BM25 (``K1``, B by field) times the field's weight,
times that of the grain and of the kind of record. Its square root, scaled and rounded, is the level that the index
holds (``buckets``); readers only add the impacts of levels.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import log, sqrt
from pathlib import Path
from typing import Any
from uuid import uuid4

from whoosh.analysis import Token, Tokenizer
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.scoring import bm25

from . import analysis, sound
from .buckets import LEVELS, LOWEST, STEP
from .characters import fold
from .records import Record

K1 = 1.2
# A weighted BM25 of 1 is an impact of 40. Fainter impacts than the lowest level's are left out: a third of the bytes,
# and on the queries of the tests the order of results is as good without them.
SCALE = 40
# Documents of a term by number, with the levels of their impacts.
Postings = dict[int, int]


@dataclass(frozen=True, slots=True)
class Grain:
    """A way of cutting text into terms, and its weight."""

    cut: Callable[[str], Iterable[str]]
    weight: float


# Words that say nothing in English: known to the index, found nowhere.
STOP_WORDS = frozenset((Path(__file__).parent / "stop-words.txt").read_text(encoding="utf-8").split())
GRAINS = {
    "wholes": Grain(analysis.wholes, 1.0),
    "phrases": Grain(analysis.phrases, 3.0),
    "words": Grain(analysis.words, 1.0),
    "word_pairs": Grain(partial(analysis.word_pairs, without=STOP_WORDS), 0.3),
    "pairs": Grain(partial(analysis.terms, of_run=analysis.pairs), 0.8),
    "singles": Grain(partial(analysis.terms, of_run=analysis.singles), 0.5),
    "gaps": Grain(partial(analysis.short_terms, of_run=analysis.gaps, han=analysis.PHRASE_HAN), 0.55),
    "sounds": Grain(partial(analysis.short_terms, of_run=sound.pair_sounds), 0.6),
    "title_sounds": Grain(partial(analysis.short_terms, of_run=sound.pair_sounds, han=analysis.TITLE_HAN), 0.6),
    "initials": Grain(sound.initial_terms, 0.6),
    "short_initials": Grain(sound.short_initial_terms, 0.6),
    "whole_initials": Grain(sound.whole_initial_terms, 1.5),
    "whole_sounds": Grain(sound.wholes, 0.7),
}
LATIN_GRAINS = ("wholes", "phrases", "words", "word_pairs")
_FINE = ("words", "word_pairs", "pairs", "singles", "gaps", "whole_initials")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its weight, BM25's B (how much a long field counts less), and the grains it is cut into."""

    weight: float
    b: float
    grains: tuple[str, ...]


FIELDS = {
    "name": Field(24.0, 0.0, ("wholes", "whole_sounds")),
    "said": Field(3.0, 0.0, ("phrases", "whole_sounds")),
    "title": Field(2.5, 0.5, (*_FINE, "title_sounds", "initials")),
    "keywords": Field(3.0, 0.0, (*_FINE, "sounds", "short_initials")),
    "aliases": Field(3.0, 0.0, (*_FINE, "sounds", "initials")),
    "question": Field(0.45, 0.5, ("words", "pairs")),
    "summary": Field(2.0, 0.75, ("words", "pairs")),
    "body": Field(0.5, 0.75, ("words", "pairs")),
}
KINDS = {
    "service": 1.4,
    "life-event": 0.9,
    "appeal": 0.7,
    "category": 0.8,
    "department": 0.7,
    "term": 0.6,
    "policy": 0.6,
    "form": 0.9,
    "point": 0.6,
    "brand": 0.6,
    "course": 0.9,
}


class _Cut(Tokenizer):  # type: ignore[misc]  # Whoosh has no types
    """A Whoosh analyzer that makes tokens of the terms of a grain."""

    def __init__(self, grain: Grain) -> None:
        self.cut = grain.cut

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        token = Token(**options)
        for text in self.cut(value):
            if text not in STOP_WORDS:
                token.text = text
                token.boost = 1.0
                token.stopped = False
                yield token


@dataclass(frozen=True, slots=True)
class Counted:
    """What Whoosh counted in one field and grain: how often each term is in each document, and how long all are.

    ``held`` is the number of documents that have the field.
    """

    held: int
    lengths: Sequence[int]
    frequencies: dict[str, list[tuple[int, float]]]


def impacts(records: Sequence[Record], grains: Container[str]) -> dict[str, Postings]:
    """The impact of each term in each record (by its number), for the grains that a language needs."""
    return weighed(counted(records, grains), [KINDS[record.kind] for record in records])


def counted(records: Sequence[Record], grains: Container[str]) -> dict[tuple[str, str], Counted]:
    """What Whoosh counts, by field and grain."""
    chosen = {
        f"{field}_{grain}": (field, grain) for field in FIELDS for grain in FIELDS[field].grains if grain in grains
    }
    reader = _indexed(records, chosen)
    found = {}
    for name, (field, grain) in chosen.items():
        lengths = [reader.doc_field_length(document, name) or 0 for document in range(len(records))]
        found[field, grain] = Counted(sum(bool(record.fields.get(field)) for record in records), lengths, {})
    for name, encoded in reader.all_terms():
        matcher = reader.postings(name, encoded)
        postings = found[chosen[name]].frequencies[encoded.decode("utf-8")] = []
        while matcher.is_active():
            postings.append((matcher.id(), matcher.weight()))
            matcher.next()
    return found


def _indexed(records: Sequence[Record], chosen: dict[str, tuple[str, str]]) -> Any:
    """A Whoosh reader of an index with a field for each field and grain."""
    schema = Schema(**{name: TEXT(_Cut(GRAINS[grain]), phrase=False) for name, (_, grain) in chosen.items()})
    # Whoosh keeps temporary files under the index's name: two builds at a time must not share it.
    index = RamStorage().create_index(schema, indexname=f"tongchuang-{uuid4().hex}")
    writer = index.writer()
    for record in records:
        texts = {field: fold(analysis.normalise("\n".join(text))) for field, text in record.fields.items()}
        writer.add_document(**{name: texts[field] for name, (field, _) in chosen.items() if texts.get(field)})
    writer.commit(optimize=True)
    return index.reader()


def weighed(fields: dict[tuple[str, str], Counted], kinds: Sequence[float]) -> dict[str, Postings]:
    """The impacts of what was counted, with the weight of each document's kind."""
    scarcity = _scarcity(fields.values(), len(kinds))
    summed: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for (field, grain), counted in fields.items():
        weight, b = FIELDS[field].weight * GRAINS[grain].weight, FIELDS[field].b
        average = sum(counted.lengths) / max(counted.held, 1)
        for term, postings in counted.frequencies.items():
            for document, frequency in postings:
                score = bm25(scarcity[term], frequency, counted.lengths[document], average, b, K1)
                summed[term][document] += weight * score * kinds[document]
    levels = {term: {number: _level(scores[number]) for number in sorted(scores)} for term, scores in summed.items()}
    loud = {term: {n: level for n, level in levels[term].items() if level >= 0} for term in sorted(levels)}
    return {term: postings for term, postings in loud.items() if postings}


def _level(score: float) -> int:
    return min(len(LEVELS) - 1, round(sqrt(score * SCALE) / STEP) - LOWEST)


def _scarcity(fields: Iterable[Counted], records: int) -> dict[str, float]:
    """The idf of each term, one for all fields: by the records that have it in any."""
    having: dict[str, set[int]] = defaultdict(set)
    for counted in fields:
        for term, postings in counted.frequencies.items():
            having[term].update(document for document, _ in postings)
    return {term: log((records + 1) / (len(documents) + 0.5)) for term, documents in having.items()}
