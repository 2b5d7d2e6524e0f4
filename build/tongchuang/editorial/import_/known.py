"""What the project already knows that an import has to match: departments, regions, policies."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...load import Sources


@dataclass(frozen=True, slots=True)
class Known:
    """Department ids by each of their names, regions (code, name, parent), and the ids of policies."""

    departments: Mapping[str, str]
    regions: tuple[tuple[str, str, str], ...]
    policies: frozenset[str]

    def region_of(self, name: str) -> str | None:
        """The code of the smallest region whose names, from the province or city down, ``name`` begins with."""
        found, rest = None, name
        while True:
            inner = [
                (code, region)
                for code, region, parent in self.regions
                if rest.startswith(region) and (found is None or parent == found) and code != "100000"
            ]
            if not inner:
                return found
            # A name alone may be that of several districts: then it says nothing.
            if found is None and len({code for code, _ in inner}) > 1:
                return None
            found, region = max(inner, key=lambda entry: len(entry[1]))
            rest = rest.removeprefix(region)


def known_of(sources: Sources) -> Known:
    """What the project's sources hold, as far as it can be read."""
    departments: dict[str, str] = {}
    for document in sources.of("department").values():
        for entry in document.data:
            for name in (entry.get("name"), *entry.get("aliases", ()), *entry.get("former", ())):
                if isinstance(name, str) and "id" in entry:
                    departments.setdefault(name, str(entry["id"]))
    regions = tuple(
        (str(row["code"]), str(row["name"]), str(row["parent"]))
        for document in sources.of("division").values()
        for row in document.data
        if {"code", "name", "parent"} <= row.keys() and row["name"]
    )
    return Known(departments, regions, frozenset(sources.of("policy")))
