"""The division table beyond the networks: the provinces and cities of the five source documents."""

import pytest
from tongchuang.catalogue import Catalogue


@pytest.mark.parametrize(
    ("code", "cities", "counties"), [("370000", 16, 136), ("430000", 14, 122), ("220200", 0, 9), ("330200", 0, 10)]
)
def test_every_city_and_county_of_the_sources_is_there(
    catalogue: Catalogue, code: str, cities: int, counties: int
) -> None:
    below = [region for region in catalogue.view("zh").areas.values() if code in region.chain[:-1]]
    assert sum(region.tier == "city" for region in below) == cities
    assert sum(region.tier == "county" for region in below) == counties


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("371722", "单县", "Shan County"),
        ("371481", "乐陵市", "Laoling City"),
        ("371522", "莘县", "Shen County"),
        ("370113", "长清区", "Changqing District"),
        ("371524", "东阿县", "Dong'e County"),
        ("370405", "台儿庄区", "Tai'erzhuang District"),
        ("370900", "泰安市", "Tai'an City"),
        ("431225", "会同县", "Huitong County"),
        ("430781", "津市市", "Jinshi City"),
        ("431229", "靖州苗族侗族自治县", "Jingzhou Miao and Dong Autonomous County"),
        ("433100", "湘西土家族苗族自治州", "Xiangxi Tujia and Miao Autonomous Prefecture"),
        ("330212", "鄞州区", "Yinzhou District"),
        ("220282", "桦甸市", "Huadian City"),
    ],
)
def test_names_are_read_as_people_there_read_them(catalogue: Catalogue, code: str, zh: str, en: str) -> None:
    assert (catalogue.view("zh").regions[code].short, catalogue.view("en").regions[code].short) == (zh, en)


def test_a_region_without_places_takes_the_profile_of_its_province(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    profile = view.profile_at("370102")
    assert profile is not None
    assert profile.id == "shandong"
    assert view.profile_at("350000") is None
    assert view.bodies("370102") == {}
    assert "370102" not in view.places
