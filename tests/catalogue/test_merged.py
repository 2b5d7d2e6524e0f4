"""Divisions that were merged keep their record, and nobody counts them as open."""

from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Withdrawn

TOWNSHIP, VILLAGE, NOW = "441602099", "441602099001", "441602001"


def test_a_merged_division_is_a_region_that_says_since_when_why_and_what_now(tombstones: Catalogue) -> None:
    region = tombstones.view("zh").regions[TOWNSHIP]
    assert region.withdrawn == Withdrawn("2026-10-01", "并入上城", NOW)
    assert (region.tier, region.short, region.chain[-2:]) == ("township", "旧镇", ("441602", TOWNSHIP))
    english = tombstones.view("en").regions[TOWNSHIP]
    assert (english.short, english.withdrawn.why if english.withdrawn else "") == ("Jiu Town", "Part of Shangcheng")


def test_words_that_are_not_translated_stay_chinese(tombstones: Catalogue) -> None:
    region = tombstones.view("en").regions[VILLAGE]
    assert (region.short, region.withdrawn.why if region.withdrawn else "") == ("老街村", "撤村")


def test_its_place_stays_with_its_parent_known_and_handles_nothing(tombstones: Catalogue) -> None:
    view = tombstones.view("zh")
    place = view.places[TOWNSHIP]
    assert place.withdrawn == view.regions[TOWNSHIP].withdrawn
    assert (place.level, place.parent) == ("office", "441602")
    assert view.services_at(place) == ()
    assert view.services_at(view.places[NOW])


def test_nobody_counts_it_among_their_children(tombstones: Catalogue, catalogue: Catalogue) -> None:
    view = tombstones.view("zh")
    assert not any({TOWNSHIP, VILLAGE} & set(record.children) for record in view.regions.values())
    assert not any({TOWNSHIP, VILLAGE} & set(record.children) for record in view.places.values())
    assert set(view.places) - set(catalogue.view("zh").places) == {TOWNSHIP, VILLAGE}
