"""What was withdrawn is not found; the name of a merged place leads to what it became part of."""

from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.search import publish
from tongchuang.publish.search.reader import Reader

TOWNSHIP, NOW = "441602099", "441602001"


@pytest.fixture(scope="module")
def ended(tombstones: Catalogue) -> Reader:
    views = {
        lang: replace(view, places={code: p for code, p in view.places.items() if code.startswith("4416020")})
        for lang, view in tombstones.views.items()
    }
    files = {artifact.path: artifact.data for artifact in publish(replace(tombstones, views=views))}
    return Reader(lambda path: files[f"search/{path}"])


@pytest.mark.parametrize(("query", "lang"), [("旧镇", "zh"), ("jiuzhen", "zh"), ("Jiu Town", "en"), ("老街村", "zh")])
def test_the_old_name_finds_the_place_of_today(query: str, lang: str, ended: Reader) -> None:
    places = [found.id for found in ended.search(query, lang, 10) if found.kind == "place"]
    assert places[:1] == [NOW]
    assert TOWNSHIP not in places


def test_a_withdrawn_service_policy_or_department_is_not_found(ended: Reader, tombstones: Catalogue) -> None:
    view = tombstones.view("zh")
    department = next(iter(view.departments))
    for kind, id_, name in (
        ("service", "residence-permit-apply", view.services["residence-permit-apply"].name),
        ("policy", "criminal-law", view.policies["criminal-law"].title),
        ("department", department, view.departments[department].name),
    ):
        assert (kind, id_) not in {(found.kind, found.id) for found in ended.search(name, "zh", 50)}
