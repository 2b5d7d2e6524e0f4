"""``of`` and ``base`` against the revisions of the original."""

from collections.abc import Iterator

from ...load.sources import Kind
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..revisions import revisions_of

EXPLANATION = Explanation(
    "R402",
    "error",
    Bilingual("没有这一次修订", "There is no such revision"),
    Bilingual(
        "译文的 of 和地方版本的 base 写的是原文修订记录里的编号，说明是对着哪一次修订写的。写了不存在的编号，"
        "就不知道它是不是过时。",
        "of in a translation and base in a local version name a revision of the original, the one they were made "
        "against. With an id that does not exist nobody can tell whether they are out of date.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Local versions, their translations, and translations of services and policies."""
    for record in content.records("local"):
        yield from _judge(content, record, "base", "service")
    for lang in content.sources.languages[1:]:
        for kind in ("service", "policy"):
            for record in content.records(kind, lang):
                yield from _judge(content, record, "of", kind)
        for record in content.records("local", lang):
            yield from _judge(content, record, "base", "service")
            yield from _judge(content, record, "of", "service")


def _judge(content: Content, record: Record, field: str, kind: Kind) -> Iterator[Finding]:
    named = record.data.get(field)
    known = [revision["id"] for revision in revisions_of(content, kind, record.document.key)]
    if named is not None and known and named not in known:
        yield EXPLANATION.at(
            record.document.path,
            record.position((field,)),
            Bilingual(f"原文没有修订“{named}”。", f'The original has no revision "{named}".'),
            Bilingual(f"请写已有的修订：{', '.join(known)}。", f"Name one that exists: {', '.join(known)}."),
        )
