"""The way through a life event, in stages."""

import re
from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.check.rules.figure_without_article import FIGURE
from tongchuang.model.common import Withdrawn
from tongchuang.model.taxonomy import LifeEvent, Stage


@pytest.fixture
def view(catalogue: Catalogue) -> View:
    """The real view with one event, its services in the order of the content."""
    event = LifeEvent(
        "unpaid", "unpaid", "?", "…", ("legal-aid", "wages-contracts"),
        stages=(Stage("talk", "talk", "…", ("peoples-mediation",)), Stage("report", "report", "…", ("petition-reception",))),
    )  # fmt: skip
    named = ("petition-reception", "wage-standards-info", "job-matching", "legal-consultation", "union-help")
    services = {
        id_: replace(service, life_events=("unpaid",) if id_ in named else ())
        for id_, service in catalogue.view("zh").services.items()
    }
    services["union-help"] = replace(services["union-help"], withdrawn=Withdrawn("2026-01-01", "…"))
    return replace(catalogue.view("zh"), life_events={"unpaid": event}, services=services)


def test_what_names_an_event_and_is_in_no_stage_follows_by_the_categories_of_the_event(view: View) -> None:
    more = [service.id for service in view.more_of_event(view.life_events["unpaid"])]
    assert more == ["legal-consultation", "wage-standards-info", "job-matching"]


def test_a_service_knows_its_stage_and_the_number(view: View) -> None:
    [(event, number, stage)] = view.stages_with("petition-reception")
    assert (event.id, number, stage.id) == ("unpaid", 2, "report")
    assert view.stages_with("job-matching") == ()


def test_a_withdrawn_event_is_no_way_any_more(view: View) -> None:
    gone = replace(view.life_events["unpaid"], withdrawn=Withdrawn("2026-01-01", "…"))
    assert replace(view, life_events={"unpaid": gone}).stages_with("petition-reception") == ()


def test_every_event_is_a_way_of_three_to_six_stages(catalogue: Catalogue) -> None:
    assert {
        id_: len(event.stages)
        for id_, event in catalogue.view("zh").life_events.items()
        if not 3 <= len(event.stages) <= 6
    } == {}


def test_stages_state_no_limits_and_no_amounts(catalogue: Catalogue) -> None:
    """They stand in the services, each with its article."""
    texts = [stage.text for event in catalogue.view("zh").life_events.values() for stage in event.stages]
    assert [text for text in texts if FIGURE.search(text)] == []


def test_stages_are_translated(catalogue: Catalogue) -> None:
    stages = [stage for event in catalogue.view("en").life_events.values() for stage in event.stages]
    assert [stage.id for stage in stages if re.search("[㐀-鿿]", stage.name + stage.text)] == []


def test_every_service_for_workers_is_on_some_way(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    missing = {
        s.id for s in view.services.values() if "worker" in s.audience and s.life_events and not view.stages_with(s.id)
    }
    assert missing == set()
