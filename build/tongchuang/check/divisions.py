"""Which division lies in which, as the division tables say, even while they hold mistakes."""

from collections.abc import Iterator, Mapping

from .content import Content


def parents(content: Content) -> Mapping[str, str]:
    """The code of the parent of every division; empty text for the country."""
    return {row.data["code"]: row.data["parent"] for row in content.records("division")}


def upwards(code: str, parents: Mapping[str, str]) -> Iterator[str]:
    """A division and all those it lies in, once each, whatever circles a table has."""
    seen: set[str] = set()
    while code and code not in seen:
        yield code
        seen.add(code)
        code = parents.get(code, "")
