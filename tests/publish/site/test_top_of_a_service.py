"""What a service's page answers before anything else."""

from dataclasses import replace
from html import unescape

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.model.common import Withdrawn
from tongchuang.model.service import Material, Service, Visits
from tongchuang.publish.site.pages import services

from .conftest import drawn

DAY = "2026-11-21"


@pytest.fixture(params=["zh", "en"])
def view(request: pytest.FixtureRequest, catalogue: Catalogue) -> View:
    return catalogue.view(request.param)


@pytest.fixture
def service(catalogue: Catalogue) -> Service:
    return catalogue.view("zh").services["wage-arrears-report"]


def top(view: View, id_: str) -> str:
    """The text of the page down to the questions."""
    return unescape(drawn(view, services.pages(view, DAY), f"services/{id_}/").split('class="questions"')[0])


def paper(id_: str, required: bool = True, **more: object) -> Material:
    return Material(id=id_, name=id_, required=required, **more)


def test_it_names_the_way_the_numbers_the_conditions_and_the_papers(view: View) -> None:
    service = view.services["wage-arrears-report"]
    found = top(view, service.id)
    assert service.way.text in found
    assert view.hotline_names["12333"] in found
    for condition in services.may(service):
        assert condition.text in found
    papers = services.papers(service)
    assert papers.always
    assert papers.depends
    for material in (*papers.always, *papers.depends[:3]):
        assert material.name in found
    assert 'href="tel:12345"' in found


def test_without_a_legal_limit_it_says_what_the_service_says_of_time(view: View) -> None:
    service = view.services["temporary-assistance"]
    assert not service.time.statutory
    assert service.time.note in top(view, service.id)


def test_a_withdrawn_hotline_is_not_named(view: View) -> None:
    gone = {
        id_: replace(line, withdrawn=Withdrawn("2026-01-01", "…")) if line.number == "12333" else line
        for id_, line in view.hotlines.items()
    }
    name = view.hotline_names["12333"]
    assert name in top(view, "pension-transfer")
    assert name not in top(replace(view, hotlines=gone), "pension-transfer")


def test_the_first_window_is_the_way_unless_nobody_need_go(service: Service) -> None:
    kinds = [channel.kind for channel in service.channels]
    assert "window" in kinds
    assert kinds != ["window"] * len(kinds)
    assert service.way.kind == "window"
    assert replace(service, visits=Visits(0)).way.kind != "window"


def test_conditions_of_every_case_come_before_those_of_some(service: Service) -> None:
    always = [condition for condition in service.conditions if not condition.when]
    assert services.may(service) == tuple(always[:2])
    depending = tuple(condition for condition in service.conditions if condition.when)
    assert services.may(replace(service, conditions=depending)) == depending[:2]


def test_required_papers_come_first_and_what_a_place_waives_is_left_out(service: Service) -> None:
    found = services.papers(
        replace(
            service,
            materials=(
                paper("card"),
                paper("waived", waived=True),
                paper("photo", required=False),
                paper("form", when={"site": ("construction",)}),
            ),
        )
    )
    assert found.required
    assert [material.id for material in found.always] == ["card"]
    assert [material.id for material in found.depends] == ["form", "photo"]


def test_where_nothing_is_required_the_papers_that_help_are_named(service: Service) -> None:
    found = services.papers(replace(service, materials=(paper("photo", required=False),)))
    assert not found.required
    assert [material.id for material in found.always] == ["photo"]
