"""The pages of each content type. A module here with a function ``pages(view, day)`` is a page kind."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from ....catalogue import Catalogue
from .. import side_by_side
from ..page import Page


def all_pages(catalogue: Catalogue, lang: str) -> Iterator[Page]:
    """Every page of a language but those of places, which are stamped from a shell; last those in all languages."""
    day = catalogue.as_of.isoformat()
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        yield from import_module(f"{__name__}.{module.name}").pages(catalogue.view(lang), day)
    yield from side_by_side.pages(catalogue, lang)
