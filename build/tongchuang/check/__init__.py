"""All that is wrong with the content, in one run, and what each code means."""

from datetime import date

from ..load import problems
from ..load.sources import Sources
from ..model.explanation import Explanation
from ..model.finding import Finding
from . import mistakes, schema
from .content import Content
from .foreign import foreign
from .rules import RULES

__all__ = ["Explanation", "check", "codes", "explain"]

_EXPLANATIONS = {
    explanation.code: explanation
    for explanation in (
        *problems.EXPLANATIONS,
        *mistakes.EXPLANATIONS,
        *(rule.explanation for rule in RULES),
    )
}


def check(sources: Sources, as_of: date, base: Sources | None = None, for_release: bool = False) -> tuple[Finding, ...]:
    """What loading, the schemas and the rules find, sorted by path, line, column and code.

    With ``base``, the sources of an earlier revision, also what changed without being said; ``for_release``, also
    what may stand on a branch but not be published.
    """
    content = _content(sources, as_of, _content(base, as_of) if base else None, for_release)
    mistaken = [mistake.finding for of_file in content.mistakes.values() for mistake in of_file]
    # A value that breaks its schema is one mistake: rules about what it says have nothing to add.
    spoilt = {_place(finding) for finding in mistaken if finding.code != mistakes.MISSING.code}
    ruled = [finding for rule in RULES for finding in rule.find(content) if _place(finding) not in spoilt]
    unique = dict.fromkeys([*sources.findings, *mistaken, *ruled])
    # Style matters once the line is right.
    wrong = {_place(finding)[:2] for finding in unique if finding.severity == "error"}
    kept = [finding for finding in unique if finding.severity != "advice" or _place(finding)[:2] not in wrong]
    return tuple(sorted(kept, key=lambda finding: (*_place(finding), finding.code)))


def _content(sources: Sources, as_of: date, base: Content | None = None, for_release: bool = False) -> Content:
    outside = {document.path: foreign(sources, document) for document in sources.documents}
    wrong = {document.path: schema.validate(document, outside[document.path]) for document in sources.documents}
    return Content(sources, wrong, outside, as_of, base, for_release)


def _place(finding: Finding) -> tuple[str, int, int]:
    return finding.path, finding.line, finding.column


def explain(code: str) -> Explanation | None:
    """What a code stands for; None for a code that does not exist."""
    return _EXPLANATIONS.get(code.upper())


def codes() -> tuple[Explanation, ...]:
    """All codes in order."""
    return tuple(_EXPLANATIONS[code] for code in sorted(_EXPLANATIONS))
