"""A made-up country as large as the real one: 662,000 places, named after those that the project's own network has.

Nothing is downloaded. Names are those of the network, some of them far commoner than others, as they are, and put
together anew from their halves; codes are divisions', nested as the real ones are. The same numbers come out each time.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from random import Random

from pypinyin import Style, pinyin
from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Level
from tongchuang.model.place import Place, Region, Tier

# 31 provinces, 341 cities, 2,846 counties, 41,000 townships; villages are the rest.
PROVINCES = (
    *(11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41),
    *(42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65),
)
CITIES, COUNTIES, TOWNSHIPS = 341, 2_846, 41_000
PLACES = 662_000
UNITS: dict[Tier, tuple[tuple[str, str], ...]] = {
    "province": (("省", "Province"),),
    "city": (("市", "City"),),
    "county": (("县", "County"), ("区", "District"), ("市", "City")),
    "township": (("镇", "Town"), ("乡", "Township"), ("街道", "Subdistrict")),
    "village": (("村", "Village"), ("社区", "Community")),
}
LEVELS: dict[str, Level] = {"county": "centre", "township": "office", "village": "station"}
SERVICE = {
    "zh": {
        "county": "人力资源和社会保障局",
        "township": "人力资源和社会保障服务所",
        "village": "人力资源社会保障服务站",
    },
    "en": {"county": "HR&SS Bureau", "township": "HR&SS Service Office", "village": "HR&SS Service Station"},
}
# Names that thousands of villages have; one in three is called as some village of the network is.
COMMONEST = ("新村", "和平", "东风", "红星", "新华", "前进")
TAKEN = 0.33


def grown(catalogue: Catalogue, places: int = PLACES) -> Catalogue:
    """The catalogue with the made-up country's divisions, and a place for each county, township and village."""
    divisions = list(_divisions([region.short for region in catalogue.view("zh").regions.values()], places))
    views = {}
    for lang, view in catalogue.views.items():
        regions = {"100000": view.regions["100000"]}
        for code, tier, parent, name, unit, english in divisions:
            short = name + unit if lang == "zh" else f"{_romanised(name)} {english}"
            above = regions[parent].chain
            regions[code] = Region(code, tier, short, short, parent, (*above, code))
        found = {
            region.code: Place(
                region.code, LEVELS[region.tier], f"{region.short}{'' if lang == 'zh' else ' '}{said}", region, ()
            )
            for region in regions.values()
            if (said := SERVICE[lang].get(region.tier))
        }
        views[lang] = replace(view, regions=regions, places=found)
    return replace(catalogue, views=views)


def _divisions(names: Sequence[str], places: int) -> Iterator[tuple[str, Tier, str, str, str, str]]:
    """Code, tier, parent, name, unit in Chinese and English of each division, parents first."""
    random = Random(662)
    named = _names([_bare(name) for name in names], random)
    shares = places / PLACES
    townships, counties = round(TOWNSHIPS * shares), max(round(COUNTIES * shares), 31)
    above = [f"{province}0000" for province in PROVINCES]
    yield from ((code, "province", "100000", next(named), *UNITS["province"][0]) for code in above)
    villages = places - townships - counties
    tiers: tuple[tuple[Tier, int, int], ...] = (
        ("city", min(CITIES, counties), 2),
        ("county", counties, 2),
        ("township", townships, 3),
        ("village", villages, 3),
    )
    for tier, count, digits in tiers:
        below = []
        for parent, first, last in _shared(above, count, random):
            for number in range(last - first):
                code = _code(tier, parent, number + 1, digits)
                below.append(code)
                yield code, tier, parent, next(named), *random.choice(UNITS[tier])
        above = below


def _code(tier: Tier, parent: str, number: int, digits: int) -> str:
    """A code below its parent's: those of provinces and cities end with noughts."""
    if tier == "city":
        return f"{parent[:2]}{number:02}00"
    return f"{parent[:4] if tier == 'county' else parent}{number:0{digits}}"


def _shared(parents: Sequence[str], count: int, random: Random) -> Iterator[tuple[str, int, int]]:
    """``count`` divided among parents, one in forty of which gets four times what others get, none more than 99."""
    weights = [4 if random.random() < 1 / 40 else 0.6 + 0.8 * random.random() for _ in parents]
    whole = sum(weights)
    ends = [round(count * part / whole) for part in accumulate(weights, initial=0)]
    yield from ((parent, first, last) for parent, (first, last) in zip(parents, pairwise(ends), strict=True))


def _bare(name: str) -> str:
    for unit in ("社区", "街道", "自治县", "镇", "乡", "村", "县", "区", "市", "省"):
        if name.endswith(unit) and len(name) > len(unit) + 1:
            return name.removesuffix(unit)
    return name


def _names(real: Sequence[str], random: Random) -> Iterator[str]:
    """Names without end: real ones, the commonest first, and halves of two put together."""
    counted = [name for name, _ in Counter(real).most_common() if len(name) > 1]
    pool = [*COMMONEST, *(name for name in counted if name not in COMMONEST)]
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(pool))))
    heads, tails = [name[: len(name) // 2] for name in counted], [name[len(name) // 2 :] for name in counted]
    while True:
        if random.random() < TAKEN:
            yield random.choices(pool, cum_weights=weights)[0]
        else:
            yield random.choice(heads) + random.choice(tails)


def _romanised(name: str) -> str:
    return "".join(syllable[0] for syllable in pinyin(name, style=Style.NORMAL)).capitalize()
