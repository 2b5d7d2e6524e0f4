"""Regions from the division tables, and the places that a network's rules put in them.

Codes are those of the national statistical divisions (统计用区划代码): 6 digits for provinces, cities and
counties, 9 for townships and streets, 12 for villages and communities; 100000 stands for the country.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from ..load.sources import Sources
from ..model.common import Level, Withdrawn
from ..model.place import Network, Place, Region, Tier
from . import translate

COUNTRY = "100000"
LEVELS: Mapping[Tier, Level] = {"city": "centre", "county": "centre", "township": "office", "village": "station"}


def tier_of(code: str) -> Tier:
    """The tier that a division code stands for."""
    if len(code) == 12:
        return "village"
    if len(code) == 9:
        return "township"
    if code == COUNTRY:
        return "country"
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def committee_of(name: str) -> Literal["villagers", "residents"] | None:
    """Which committee a division of the village tier is of, by its official name; None if the name doesn't say."""
    if name.endswith(("村民委员会", "村委会")):
        return "villagers"
    return "residents" if name.endswith(("居民委员会", "居委会")) else None


def short_name(name: str, parents: Iterable[str]) -> str:
    """An official division name without its parents' names and without 村民委员会, 居民委员会 or 居委会.

    ``parents`` run from the province down; 漳溪畲族乡 counts as the 漳溪乡 of the table. A village keeps or
    gets its 村, a community its 社区: 源城区上城街道公园社区居民委员会 is 公园社区, 凭輋村民委员会 is 凭輋村.
    A name that would have nothing of its own left keeps its parent's: 漳溪畲族乡社区.
    """
    for parent in parents:
        named = re.match(f"{re.escape(parent[:-1])}(?:.{{1,4}}族)?{parent[-1]}", name)
        if named and name[named.end() :] not in _NAMELESS:
            name = name[named.end() :]
    for ending, unit in (("村民委员会", "村"), ("村委会", "村"), ("居民委员会", "社区"), ("居委会", "社区")):
        if name.endswith(ending) and name != ending:
            stem = name.removesuffix(ending)
            return stem if stem.endswith((unit, "社区")) else stem + unit
    return name


_NAMELESS = {unit + body for unit in ("", "社区") for body in ("", "村民委员会", "村委会", "居民委员会", "居委会")}


def regions(sources: Sources, lang: str) -> dict[str, Region]:
    """All regions in ``lang``, parents before children; a name without a translation stays Chinese.

    Divisions that a network lists as merged are regions too, with ``withdrawn``, and nobody's children.
    """
    rows = {row["code"]: row for table in sources.of("division").values() for row in table.data}
    names = {row["code"]: row["name"] for table in sources.of("division", lang).values() for row in table.data}
    children: dict[str, list[str]] = {code: [] for code in rows}
    for code, row in sorted(rows.items()):
        if row["parent"]:
            children[row["parent"]].append(code)
    merged = _merged(sources, lang)
    withdrawn = {entry["id"]: Withdrawn(entry["date"], why, entry.get("replaced_by")) for entry, _, why in merged}
    names |= {entry["id"]: name for entry, name, _ in merged if name}
    rows |= {entry["id"]: {**entry, "code": entry["id"]} for entry, *_ in merged}
    found: dict[str, Region] = {}
    for code in sorted(rows, key=lambda code: (len(code), code != COUNTRY, not code.endswith("0000"), code)):
        row = rows[code]
        above = found[row["parent"]].chain if row["parent"] else ()
        official = row["name"]
        short = short_name(official, [rows[parent]["name"] for parent in above])
        found[code] = Region(
            code=code,
            tier=tier_of(code),
            name=names.get(code, official),
            short=names.get(code, short),
            parent=row["parent"] or None,
            chain=(*above, code),
            children=tuple(children.get(code, ())),
            committee=committee_of(official),
            withdrawn=withdrawn.get(code),
        )
    return found


def _merged(sources: Sources, lang: str) -> list[tuple[Mapping[str, Any], str | None, str]]:
    """Each entry of the networks' lists of merged divisions, its name if it is translated, and why it ended."""
    found = []
    for id_, document in sources.of("network").items():
        words = _words(sources, "network", lang, id_).get("merged", {})
        for entry in document.data.get("merged", ()):
            own = words.get(entry["id"], {})
            found.append((entry, own.get("name"), own.get("why", entry["why"])))
    return found


def networks(sources: Sources, lang: str) -> dict[str, Network]:
    """Each service network: the region it covers and where its list comes from."""
    found = {}
    for id_, document in sources.of("network").items():
        data, words = document.data, _words(sources, "network", lang, id_)
        source = data["source"]
        found[id_] = Network(
            id=id_,
            region=data["region"],
            profile=data["profile"],
            source=words.get("source", {}).get("name", source["name"]),
            source_date=source["date"],
            policy=data.get("policy"),
            area_code=data.get("area_code"),
        )
    return found


def places(sources: Sources, lang: str, regions: Mapping[str, Region]) -> dict[str, Place]:
    """Every centre, office and station, from the division tables by each network's rules.

    What a place has confirmed about itself comes from its own file and wins.
    """
    found: dict[str, Place] = {}
    for document in sources.of("network").values():
        data = document.data
        profile = sources.of("profile")[data["profile"]].data
        naming = {**profile["naming"], **_words(sources, "profile", lang, data["profile"]).get("naming", {})}
        windows = profile.get("windows", {})
        for region in regions.values():
            level = LEVELS.get(region.tier)
            if level is None or data["region"] not in region.chain:
                continue
            own = _own(sources, region.code, lang)
            listed = {
                "code": region.code,
                "level": level,
                "name": naming.get(level, "{name}").replace("{name}", region.short),
                "region": region,
                "windows": tuple(windows.get(level, ())),
                "own_windows": "windows" in own,
                "parent": region.parent if region.parent in found else None,
                "children": tuple(code for code in region.children if tier_of(code) in LEVELS),
                "area_code": data.get("area_code"),
                "withdrawn": region.withdrawn,
                "lang": lang,
            }
            found[region.code] = Place(**{**listed, **own})
    return found


def _own(sources: Sources, code: str, lang: str) -> dict[str, Any]:
    document = sources.of("place").get(code)
    if document is None:
        return {}
    data, _ = translate.overlay("place", document.data, _words(sources, "place", lang, code))
    if "host" in data:
        data.setdefault("premises", "hosted")
    own = msgspec.convert(
        {
            **data,
            "level": "centre",
            "name": data.get("name", ""),
            "region": _NOWHERE,
            "windows": data.get("windows", ()),
        },
        Place,
    )
    return {key: getattr(own, key) for key in data}


_NOWHERE = {"code": COUNTRY, "tier": "country", "name": "", "short": "", "parent": None, "chain": ()}


def _words(sources: Sources, kind: Any, lang: str, key: str) -> Mapping[str, Any]:
    if lang == "zh":
        return {}
    document = sources.of(kind, lang).get(key)
    return document.data if document else {}
