"""What the server offers, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html): ``openapi.json``, filled in.

What depends on the release or is decided elsewhere in the program stands there as ``[]`` or ``0``.
"""

import json
from pathlib import Path
from typing import Any

from ..publish.api import COLLECTIONS
from ..publish.search.analysis import LONGEST
from . import search
from .releases import Release

_TEXT = (Path(__file__).parent / "openapi.json").read_text(encoding="utf-8")


def describe(release: Release) -> dict[str, Any]:
    """The description of what is served of a release."""
    made: dict[str, Any] = json.loads(_TEXT)
    languages, parts = list(release.facts.languages), made["components"]
    found = {one["name"]: one["schema"] for one in made["paths"]["/api/v1/search"]["get"]["parameters"]}
    found["q"]["maxLength"] = LONGEST
    found["lang"] |= {"enum": languages, "default": languages[0]}
    found["kind"]["enum"] = parts["schemas"]["Result"]["properties"]["kind"]["enum"] = list(search.KINDS)
    found["limit"] |= {"maximum": search.MOST, "default": search.LIMIT}
    parts["parameters"]["lang"]["schema"]["enum"] = languages
    parts["parameters"]["collection"]["schema"]["enum"] = [collection for collection, *_ in COLLECTIONS]
    return made
