"""What a page of the site is before it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way to a page: words and the address below the language's root."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language.

    ``address`` is its path below ``/<lang>/`` with a closing slash (empty for the home page) and the same
    in every language. ``title`` is the heading too, ``description`` one sentence for search engines and
    previews. ``template`` names a file in ``templates/``, ``context`` what it needs beside the view. ``region`` is
    the code of the division that the page is about, if it is about one.
    """

    address: str
    title: str
    description: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    trail: tuple[Crumb, ...] = ()
    region: str | None = None
