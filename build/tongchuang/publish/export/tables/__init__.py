"""The tables. A module here with a function ``table(view)`` is one."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from ....catalogue import View
from ..table import Table


def all_tables(view: View) -> Iterator[Table]:
    """Every table in the language of a view."""
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        yield import_module(f"{__name__}.{module.name}").table(view)
