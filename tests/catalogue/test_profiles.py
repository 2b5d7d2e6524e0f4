"""What a region calls its places, and the least that they must have."""

from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import Sources


@pytest.fixture(scope="module")
def in_shandongs_words(sources: Sources, catalogue: Catalogue) -> Catalogue:
    """The divisions of Heyuan, named as Shandong names its places."""
    documents = [
        replace(document, data={**document.data, "profile": "shandong"})
        if document.kind == "network" and document.lang is None
        else document
        for document in sources.documents
        if document.kind not in ("place", "local")
    ]
    return resolve(Sources(tuple(documents)), catalogue.as_of)


@pytest.mark.parametrize(
    ("code", "heyuan", "shandong"),
    [
        ("441602", "源城区人力资源和社会保障局", "源城区农民工综合服务中心"),
        ("441602001", "上城街道人力资源和社会保障服务所", "上城街道农民工综合服务所"),
        ("441602001003", "下城社区人力资源社会保障服务站", "下城社区农民工综合服务站"),
    ],
)
def test_the_same_divisions_are_named_as_their_region_names_them(
    catalogue: Catalogue, in_shandongs_words: Catalogue, code: str, heyuan: str, shandong: str
) -> None:
    assert catalogue.view("zh").places[code].name == heyuan
    assert in_shandongs_words.view("zh").places[code].name == shandong
    assert in_shandongs_words.view("en").places[code].name.endswith(("Centre", "Office", "Station"))


def test_shandong_sets_no_windows_and_names_no_bodies(in_shandongs_words: Catalogue) -> None:
    view = in_shandongs_words.view("zh")
    assert view.places["441602001"].windows == ()
    assert view.bodies("441602001") == {}
    assert view.profiles["shandong"].mark == "“中国农民工”形象标识"


def test_heyuans_minimums_are_those_of_its_document(catalogue: Catalogue) -> None:
    profile = catalogue.view("zh").profiles["heyuan"]
    least = {minimum.id: (minimum.level, minimum.value, minimum.unit) for minimum in profile.minimums}
    assert least == {
        "office-premises": ("office", 300, "square-metres"),
        "office-counters": ("office", 100, "square-metres"),
        "office-other-areas": ("office", 200, "square-metres"),
        "office-windows": ("office", 6, "windows"),
        "office-staff-key-town": ("office", 5, "persons"),
        "office-staff": ("office", 3, "persons"),
        "station-premises": ("station", 30, "square-metres"),
        "station-staff": ("station", 2, "persons"),
    } | {
        f"{level}-{thing}": (level, 1, "pieces")
        for level, things in {
            "office": ("computer", "printer", "card-printer", "fax", "copier", "phone", "cabinet", "rack", "board"),
            "station": ("computer", "printer", "fax", "phone", "cabinet", "rack", "board"),
        }.items()
        for thing in things
    }
    assert profile.slogan == "诚心服务，真情相助"
    assert len(profile.windows["office"]) == 6


def test_a_level_that_the_document_does_not_name_carries_the_division_alone(
    sources: Sources, catalogue: Catalogue
) -> None:
    documents = [
        replace(document, data={**document.data, "profile": "ningbo"})
        if document.kind == "network" and document.lang is None
        else document
        for document in sources.documents
        if document.kind not in ("place", "local")
    ]
    places = resolve(Sources(tuple(documents)), catalogue.as_of).view("zh").places
    assert places["441602001"].name == "上城街道"
    assert places["441602001003"].name == "下城社区外来务工人员服务管理站（室）"


def test_the_five_regions_state_their_own_names_and_minimums(catalogue: Catalogue) -> None:
    profiles = catalogue.view("zh").profiles
    assert {id_: profile.region for id_, profile in profiles.items()} == {
        "heyuan": "441600",
        "hunan": "430000",
        "jilin-city": "220200",
        "ningbo": "330200",
        "shandong": "370000",
    }
    assert profiles["jilin-city"].naming == {"centre": "{name}农民工市民化服务中心"}
    [assistants] = profiles["ningbo"].minimums
    assert (assistants.value, assistants.unit, assistants.per_workers) == (1, "persons", 500)
    # Shandong's document asks for means to show news and look things up, and gives neither areas nor numbers of staff.
    assert {(minimum.value, minimum.unit) for minimum in profiles["shandong"].minimums} == {(1, "pieces")}
