"""Whoosh analyses, indexes and weighs; what is kept of it is one whole number for each term and document.

The weight of a term in a document is the sum over the fields of BM25 (K1 1.2, B by field) times the field's
weight, times that of the kind of term and of the kind of record, times 100, rounded. Readers only add these.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import log
from pathlib import Path
from typing import Any
from uuid import uuid4

from whoosh.analysis import Token, Tokenizer
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.scoring import bm25

from . import analysis, sound
from .characters import fold
from .records import Record

K1 = 1.2
# Documents and impacts of a term, by document number.
Postings = dict[int, int]


@dataclass(frozen=True, slots=True)
class Grain:
    """A way of cutting text into terms, and its weight."""

    cut: Callable[[str], Iterable[str]]
    weight: float


GRAINS = {
    "wholes": Grain(analysis.wholes, 1.0),
    "words": Grain(analysis.words, 1.0),
    "pairs": Grain(partial(analysis.terms, of_run=analysis.pairs), 1.0),
    "singles": Grain(partial(analysis.terms, of_run=analysis.singles), 0.2),
    "gaps": Grain(partial(analysis.terms, of_run=analysis.gaps), 0.3),
    "sounds": Grain(partial(analysis.terms, of_run=sound.pair_sounds), 0.8),
    "initials": Grain(partial(analysis.terms, of_run=sound.initial_terms), 1.0),
}
LATIN_GRAINS = ("wholes", "words")
_FINE = ("words", "pairs", "singles", "gaps", "sounds", "initials")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its weight, BM25's B (how much a long field counts less), and the grains it is cut into."""

    weight: float
    b: float
    grains: tuple[str, ...]


FIELDS = {
    "name": Field(6.0, 0.0, ("wholes",)),
    "title": Field(2.5, 0.5, _FINE),
    "keywords": Field(3.0, 0.0, _FINE),
    "aliases": Field(3.0, 0.0, _FINE),
    "question": Field(1.0, 0.5, _FINE),
    "summary": Field(1.0, 0.6, ("words", "pairs")),
    "body": Field(0.25, 0.75, ("words", "pairs")),
}
KINDS = {
    "service": 1.5,
    "life-event": 1.0,
    "appeal": 0.7,
    "category": 0.8,
    "department": 0.7,
    "term": 0.6,
    "policy": 0.6,
    "form": 0.7,
    "point": 0.6,
}
# Words that say nothing in English: known to the index, found nowhere.
STOP_WORDS = frozenset((Path(__file__).parent / "stop-words.txt").read_text(encoding="utf-8").split())


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


def impacts(records: Sequence[Record], grains: Container[str]) -> dict[str, Postings]:
    """The impact of each term in each record (by its number), for the grains that a language needs."""
    chosen = {
        f"{field}_{grain}": (field, grain) for field in FIELDS for grain in FIELDS[field].grains if grain in grains
    }
    index = _indexed(records, chosen)
    measures = {
        name: _Measure(
            weight=100 * FIELDS[field].weight * GRAINS[grain].weight,
            b=FIELDS[field].b,
            held=sum(bool(record.fields.get(field)) for record in records),
            length=index.field_length(name),
        )
        for name, (field, grain) in chosen.items()
    }
    kinds = [KINDS[record.kind] for record in records]
    found = _summed(index, measures)
    return {
        term: {document: round(score * kinds[document]) for document, score in sorted(scores.items())}
        for term, scores in sorted(found.items())
    }


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


@dataclass(frozen=True, slots=True)
class _Measure:
    """What weighing in a field of the index takes; ``held`` records have it, ``length`` is that of all together."""

    weight: float
    b: float
    held: int
    length: int


def _summed(reader: Any, measures: dict[str, _Measure]) -> dict[str, dict[int, float]]:
    found: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    scarcity = _scarcity(reader, measures)
    for field, encoded in reader.all_terms():
        text, measure = encoded.decode("utf-8"), measures[field]
        average = measure.length / measure.held
        matcher = reader.postings(field, encoded)
        while matcher.is_active():
            document = matcher.id()
            length = reader.doc_field_length(document, field)
            score = bm25(scarcity[text], matcher.weight(), length, average, measure.b, K1)
            found[text][document] += measure.weight * score
            matcher.next()
    return found


def _scarcity(reader: Any, measures: dict[str, _Measure]) -> dict[str, float]:
    """The idf of each term, one for all fields: its lowest in any, among the records that have the field.

    A phrase of everyday speech is in every list of keywords, though few records have such a list.
    """
    found: dict[str, float] = {}
    for (field, encoded), info in reader:
        text = encoded.decode("utf-8")
        idf = log((measures[field].held + 1) / (info.doc_frequency() + 0.5))
        found[text] = min(idf, found.get(text, idf))
    return found
