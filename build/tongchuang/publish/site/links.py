"""Addresses from one page to another: relative, so that a release works in any folder of any host."""

from dataclasses import dataclass

from ...catalogue import Catalogue
from ..words import words


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language: its BCP 47 tag, the language's own name, and the two kinds of link."""

    lang: str
    tag: str
    name: str
    url: str
    link: str


def tag(lang: str) -> str:
    """The BCP 47 tag that pages in ``lang`` carry: Chinese is written in simplified characters."""
    return "zh-Hans" if lang == "zh" else lang


def root(address: str) -> str:
    """From the page at ``/<lang>/<address>`` back to the root of the release."""
    return "../" * (address.count("/") + 1)


def alternates(catalogue: Catalogue, address: str) -> tuple[Alternate, ...]:
    """A page in every language. ``link`` is absolute once the hub has a base address, ``url`` never."""
    base = catalogue.view("zh").hub.base_url
    return tuple(
        Alternate(
            lang=lang,
            tag=tag(lang),
            name=words(lang)("name"),
            url=f"{root(address)}{lang}/{address}",
            link=f"{base}/{lang}/{address}" if base else f"{root(address)}{lang}/{address}",
        )
        for lang in catalogue.languages
    )
