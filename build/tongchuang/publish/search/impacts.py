"""Whoosh analyses, indexes and weighs; what is kept of it is one whole number for each term and document.

The weight of a term in a document is the sum over the fields of BM25 (K1 1.2, B by field) times the field's
weight, times that of the kind of term and of the kind of record, times 100, rounded. Readers only add these.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from whoosh.analysis import Token, Tokenizer
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.scoring import BM25F

from . import analysis, sound
from .characters import fold
from .records import Record

# Documents and impacts of a term, by document number.
Postings = dict[int, int]


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its weight, BM25's B (how much a long field counts less), whether it is short and to the point."""

    weight: float
    b: float
    short: bool = False


FIELDS = {
    "title": Field(4.0, 0.5, True),
    "keywords": Field(3.0, 0.25, True),
    "aliases": Field(3.0, 0.25, True),
    "question": Field(2.0, 0.5, True),
    "summary": Field(1.0, 0.6),
    "body": Field(0.4, 0.75),
}


@dataclass(frozen=True, slots=True)
class Grain:
    """A way of cutting text into terms, its weight, and whether only short fields are cut so."""

    cut: Callable[[str], Iterable[str]]
    weight: float
    only_short: bool = True


GRAINS = {
    "wholes": Grain(analysis.wholes, 3.0),
    "words": Grain(analysis.words, 1.0, False),
    "pairs": Grain(partial(analysis.terms, of_run=analysis.pairs), 1.0, False),
    "singles": Grain(partial(analysis.terms, of_run=analysis.singles), 0.2),
    "gaps": Grain(partial(analysis.terms, of_run=analysis.gaps), 0.4),
    "sounds": Grain(partial(analysis.terms, of_run=sound.pair_sounds), 0.6),
    "initials": Grain(partial(analysis.terms, of_run=sound.initial_terms), 1.0),
}
KINDS = {
    "service": 1.3,
    "life-event": 1.0,
    "appeal": 0.7,
    "category": 0.8,
    "department": 0.7,
    "term": 0.6,
    "policy": 0.6,
}
# Words that say nothing in English: known to the index, found nowhere.
STOP_WORDS = frozenset(
    "a an and are as at be been but by can could did do does for from get had has have he her his how i if in is it"
    " its me my of on or our she should so than that the their them then there they this to want was we were what when"
    " where which who why will with would you your about".split()
)


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


def impacts(records: Sequence[Record], grains: Iterable[str]) -> dict[str, Postings]:
    """The impact of each term in each record (by its number), for the grains that a language needs."""
    chosen = {
        f"{field}_{grain}": (field, grain)
        for field in FIELDS
        for grain in grains
        if FIELDS[field].short or not GRAINS[grain].only_short
    }
    schema = Schema(**{name: TEXT(_Cut(GRAINS[grain]), phrase=False) for name, (_, grain) in chosen.items()})
    index = RamStorage().create_index(schema)
    writer = index.writer()
    for record in records:
        texts = {field: fold(analysis.normalise("\n".join(text))) for field, text in record.fields.items()}
        writer.add_document(**{name: texts[field] for name, (field, _) in chosen.items() if texts.get(field)})
    writer.commit(optimize=True)
    weighting = BM25F(K1=1.2, **{f"{name}_B": FIELDS[field].b for name, (field, _) in chosen.items()})
    weights = {name: 100 * FIELDS[field].weight * GRAINS[grain].weight for name, (field, grain) in chosen.items()}
    return _rounded(_summed(index, weighting, weights), [KINDS[record.kind] for record in records])


def _summed(index: Any, weighting: BM25F, weights: dict[str, float]) -> dict[str, dict[int, float]]:
    found: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    with index.searcher(weighting=weighting) as searcher:
        for field, encoded in searcher.reader().all_terms():
            text = encoded.decode("utf-8")
            matcher = searcher.postings(field, text)
            while matcher.is_active():
                found[text][matcher.id()] += weights[field] * matcher.score()
                matcher.next()
    return found


def _rounded(found: dict[str, dict[int, float]], kinds: Sequence[float]) -> dict[str, Postings]:
    return {
        term: {document: round(score * kinds[document]) for document, score in sorted(scores.items())}
        for term, scores in sorted(found.items())
    }
