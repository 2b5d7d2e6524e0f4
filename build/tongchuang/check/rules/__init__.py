"""Rules: what a schema can't say. The folder is the registry; a module here is a rule.

A rule has ``EXPLANATION`` (its code, severity, title and documentation) and ``find(content)``, which yields
its findings. To add one: add a module, choose the next free code of its hundred (R1 ids and references, R2
local versions, R3 law and facts, R4 revisions and dates, R5 translations, R6 text, R7 network, R8 forms, ledgers,
targets and partners, R9 plain language), and add a bad and a good example under ``tests/check/examples/<code>``.
"""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from ...model.explanation import Explanation
from ...model.finding import Finding
from ..content import Content


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module defines it."""

    explanation: Explanation
    find: Callable[[Content], Iterator[Finding]]


def _rules() -> Iterator[Rule]:
    for module in pkgutil.iter_modules(__path__):
        rule = import_module(f"{__name__}.{module.name}")
        yield Rule(rule.EXPLANATION, rule.find)


RULES: tuple[Rule, ...] = tuple(sorted(_rules(), key=lambda rule: rule.explanation.code))
