"""Provinces, cities and counties where nobody has listed a window yet still say whom to call and what holds there."""

import pytest

CHANGSHA_COUNTY, HUNAN, NINGBO, GUANGDONG = "430121", "430000", "330200", "440000"


def page(code: str, lang: str = "zh") -> str:
    return f"{lang}/regions/{code}/index.html"


def targets(built, path: str) -> set[str]:
    return {built.target(path, link) for _, link in built.links(path) if ":" not in link}


@pytest.mark.parametrize(("lang", "words"), [("zh", "本站还没有列出这里的服务窗口"), ("en", "No service window here")])
def test_a_county_without_places_says_so_and_whom_to_call(built, lang: str, words: str) -> None:
    html = built.pages[page(CHANGSHA_COUNTY, lang)]
    assert words in html
    assert 'href="tel:12333"' in html
    assert 'href="tel:12345"' in html


def test_the_way_leads_from_the_province_down_to_the_county_and_back(built) -> None:
    assert page(HUNAN) in targets(built, "zh/regions/index.html")
    assert page("430100") in targets(built, page(HUNAN))
    assert page(CHANGSHA_COUNTY) in targets(built, page("430100"))
    assert {page(HUNAN), page("430100")} <= targets(built, page(CHANGSHA_COUNTY))


def test_a_county_leads_to_what_holds_in_its_province(built) -> None:
    assert {
        "zh/routing/430000/index.html",
        "zh/policies/hunan-2020/index.html",
        "zh/network/index.html",
    } <= targets(built, page(CHANGSHA_COUNTY))
    assert "zh/routing/430000/index.html" not in targets(built, page(NINGBO))


def test_a_province_with_a_network_in_it_leads_there_and_claims_nothing_is_missing(built) -> None:
    assert "本站还没有列出" not in built.pages[page(GUANGDONG)]
    assert page("441600") in targets(built, page(GUANGDONG))


def test_no_link_of_a_region_is_dead(built) -> None:
    regions = [path for path in built.pages if "/regions/" in path]
    assert len(regions) > 600
    lost = [(path, target) for path in regions for target in targets(built, path) - built.files.keys()]
    assert not [(path, target) for path, target in lost if not target.startswith("print/")], "sheets are printed apart"
