"""Which files of a release belong together on a phone, told by how their paths begin."""

import json
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256

from ...catalogue import Catalogue
from ..address import address

# Hexadecimal digits of a SHA-256 that tell one file from another.
DIGITS = 16
# Below a language's root, what is always kept: what somebody in trouble needs first, and the ways to it.
_ALWAYS = (
    "index.html",
    "offline/",
    "search/",
    "my-window/",
    "hotlines/",
    "regions/index.html",
    "life-events/",
    "appeals/index.html",
)
_SERVICES = ("services/", "categories/", "groups/")
_DATE = "api/v1/index.json"


def may_keep(path: str) -> bool:
    """Whether a file of a release is for phones to keep: not print, tables and the API, whose index tells the date; and
    nothing of what says whether a sheet is up to date, which nobody may answer from memory."""
    return path == _DATE or not path.startswith(("api/", "export/", "print/", "q/"))


def of_release(catalogue: Catalogue, files: Mapping[str, bytes], assets: str) -> dict[str, tuple[str, ...]]:
    """The beginnings of the paths of each set: ``shell`` and ``date`` for everybody, then those of each language.

    A language has the sets ``always``, ``search``, ``services`` and one for each county, called by its code.
    """
    index = json.loads(files["search/current.json"])["hash"]
    search = ("search/current.json", "search/reader.js", f"search/{index}/reader.js")
    found: dict[str, tuple[str, ...]] = {"shell": ("index.html", assets), "date": (_DATE,)}
    doors = [address("appeal", appeal) for appeal in catalogue.view("zh").appeals]
    for lang in catalogue.languages:
        found[f"{lang}/always"] = _below(lang, *_ALWAYS, *(f"{door}index.html" for door in doors))
        found[f"{lang}/search"] = (*search, f"search/{index}/{lang}/")
        found[f"{lang}/services"] = _below(lang, *_SERVICES)
        for city, county in counties(catalogue):
            pages = [f"{folder}{code}/" for folder in ("regions/", *doors) for code in (city, county)]
            found[f"{lang}/{county}"] = _below(lang, *pages, address("place", city), f"places/{county}")
    return found


def counties(catalogue: Catalogue) -> list[tuple[str, str]]:
    """The codes of every county of the networks, with that of its city."""
    view = catalogue.view("zh")
    cities = [view.regions[network.region] for network in view.networks.values()]
    return [(city.code, county) for city in cities for county in city.children]


def lists(catalogue: Catalogue, files: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """The SHA-256 of each page in a language, so that one that is visited can be kept: by folder, places by county; and
    that of each style sheet. The worker finds the list of a file by the same rule.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(files):
        folders = path.split("/")[:-1]
        if folders and (folders[0] in catalogue.languages or path.startswith("assets/stylesheets/")):
            name = "/".join(folders[:2])
            if name.endswith("/places") and len(folders) > 2:
                name += f"/{folders[2][:6]}"
            found[name][path] = sha256(files[path]).hexdigest()[:DIGITS]
    return found


def _below(lang: str, *paths: str) -> tuple[str, ...]:
    return tuple(f"{lang}/{path}" for path in paths)
