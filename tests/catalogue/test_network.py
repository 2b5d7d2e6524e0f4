"""Names of places come by rule from the official table; here over all 1,560 of them."""

import re

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.network import short_name, tier_of

ROOT = ["广东省", "河源市"]


@pytest.mark.parametrize(
    ("official", "parents", "short"),
    [
        ("源城区上城街道公园社区居民委员会", [*ROOT, "源城区", "上城街道"], "公园社区"),
        ("广东省河源市和平县大坝镇街道社区居委会", [*ROOT, "和平县", "大坝镇"], "街道社区"),
        ("坪輋村村民委员会", [*ROOT, "紫金县", "中坝镇"], "坪輋村"),
        ("凭輋村民委员会", [*ROOT, "龙川县", "四都镇"], "凭輋村"),
        ("义都社区居民委员会", [*ROOT, "龙川县", "义都镇"], "义都社区"),
        ("东源县漳溪畲族乡东华村民委员会", [*ROOT, "东源县", "漳溪乡"], "东华村"),
        ("东源县漳溪畲族乡社区居民委员会", [*ROOT, "东源县", "漳溪乡"], "漳溪畲族乡社区"),
        ("柏埔镇社区居民委员会", [*ROOT, "紫金县", "柏埔镇"], "柏埔镇社区"),
        ("上村村村民委员会", [*ROOT, "源城区", "埔前镇"], "上村村"),
        ("河源市", ["广东省"], "河源市"),
    ],
)
def test_parents_and_committees_are_stripped(official: str, parents: list[str], short: str) -> None:
    assert short_name(official, parents) == short


@pytest.mark.parametrize(
    ("code", "tier"),
    [
        ("100000", "country"),
        ("440000", "province"),
        ("441600", "city"),
        ("441602", "county"),
        ("441602001", "township"),
        ("441602001003", "village"),
    ],
)
def test_a_code_tells_its_tier(code: str, tier: str) -> None:
    assert tier_of(code) == tier


def test_every_division_of_heyuan_has_its_place(catalogue: Catalogue) -> None:
    places = catalogue.view("zh").places
    by_level = {level: sum(p.level == level for p in places.values()) for level in ("centre", "office", "station")}
    assert by_level == {"centre": 7, "office": 101, "station": 1452}


def test_no_short_name_keeps_a_committee_or_a_parent_and_none_is_empty(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    for place in view.places.values():
        region = place.region
        assert not re.search(r"委员会|居委会|村委会", region.short), region
        assert len(region.short) >= 2, region
        parents = [view.regions[code].name for code in region.chain[1:-1]]
        nameless = region.short.endswith("社区") and any(region.short == f"{p}社区" for p in parents)
        known = region.short == "漳溪畲族乡社区"
        assert nameless or known or not any(region.short.startswith(parent) for parent in parents), region


def test_a_place_is_named_by_its_networks_rule(catalogue: Catalogue) -> None:
    zh, en = catalogue.view("zh").places, catalogue.view("en").places
    sidu = next(code for code, place in zh.items() if place.region.name == "四都镇")
    assert zh[sidu].name == "四都镇人力资源和社会保障服务所"
    assert en[sidu].name == "Sidu Town HR&SS Service Office"


def test_township_offices_have_the_six_basic_windows_and_nothing_is_confirmed(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    basic = {window.id for window in view.windows.values() if window.basic}
    assert len(basic) == 6
    for place in view.places.values():
        assert place.confirmed_on is None
        assert place.address is None
        assert place.phone is None
        assert set(place.windows) == (basic if place.level == "office" else set())


def test_places_hang_together_as_a_tree(catalogue: Catalogue) -> None:
    places = catalogue.view("zh").places
    roots = [place for place in places.values() if place.parent is None]
    assert [place.code for place in roots] == ["441600"]
    for place in places.values():
        assert all(places[child].parent == place.code for child in place.children)


def test_every_place_has_an_english_name(catalogue: Catalogue) -> None:
    for place in catalogue.view("en").places.values():
        assert place.name.isascii(), place.name
