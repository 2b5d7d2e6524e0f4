"""A life event as a way in stages, and the way back to it from the services."""

import re
from dataclasses import replace
from html import unescape

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.model.common import Withdrawn
from tongchuang.publish.site.pages import life_events, services
from tongchuang.publish.words import words

from . import conftest

DAY = "2026-11-21"


@pytest.fixture(params=["zh", "en"])
def view(request: pytest.FixtureRequest, catalogue: Catalogue) -> View:
    return catalogue.view(request.param)


def drawn(view: View, address: str) -> str:
    return conftest.drawn(view, (*life_events.pages(view, DAY), *services.pages(view, DAY)), address)


def stages(html: str) -> list[str]:
    return re.findall(r'<li id="[a-z-]+">.*?(?=<li id=|</ol>)', html, re.DOTALL)


def test_stages_stand_in_order_with_their_services_and_whose_department_each_is(view: View) -> None:
    event = view.life_events["boss-wont-pay"]
    parts = stages(drawn(view, "life-events/boss-wont-pay/"))
    assert len(parts) == len(event.stages)
    for stage, part in zip(event.stages, parts, strict=True):
        assert part.startswith(f'<li id="{stage.id}">')
        assert re.findall(r"services/([a-z-]+)/", part) == list(stage.services)
        for id_ in stage.services:
            assert view.departments[view.services[id_].departments.lead].name in unescape(part)


def test_a_stage_without_a_service_has_the_number_to_call_with_its_name(view: View) -> None:
    part = stages(drawn(view, "life-events/seeing-a-doctor/"))[0]
    assert 'href="tel:120"' in part
    assert next(hotline.name for hotline in view.hotlines.values() if hotline.number == "120") in unescape(part)
    assert "<ul" not in part


def test_a_withdrawn_service_and_number_leave_their_stage(view: View) -> None:
    gone = Withdrawn("2026-01-01", "…")
    bare = replace(
        view,
        services={
            **view.services,
            "wage-arrears-report": replace(view.services["wage-arrears-report"], withdrawn=gone),
        },
        hotlines={id_: replace(hotline, withdrawn=gone) for id_, hotline in view.hotlines.items()},
    )
    html = drawn(bare, "life-events/boss-wont-pay/")
    assert "services/wage-arrears-report/" not in html
    assert "services/labour-inspection-complaint/" in html
    assert "tel:" not in html
    assert "life-events/" not in drawn(bare, "services/wage-arrears-report/")


def test_what_names_the_event_but_is_in_no_stage_comes_after_the_stages(view: View) -> None:
    html = drawn(view, "life-events/dispute-or-fired/")
    [more] = view.more_of_event(view.life_events["dispute-or-fired"])
    assert f"services/{more.id}/" in html.partition("</ol>")[2]


def test_an_event_without_stages_lists_its_services(view: View) -> None:
    event = replace(view.life_events["growing-old"], stages=())
    html = drawn(replace(view, life_events={event.id: event}), "life-events/growing-old/")
    assert "services/resident-pension-claim/" in html
    assert 'class="steps' not in html


def test_a_service_leads_back_to_its_stage(view: View) -> None:
    html = drawn(view, "services/wage-arrears-report/")
    assert 'life-events/boss-wont-pay/#report"' in html
    assert 'id="report"' in drawn(view, "life-events/boss-wont-pay/")


def test_an_event_with_a_card_says_what_to_keep_and_until_when_with_the_article(view: View) -> None:
    html = unescape(drawn(view, "life-events/hurt-at-work/"))
    event = view.life_events["hurt-at-work"]
    assert event.card is not None
    assert all(line in html for line in event.card.proof)
    limit = view.limits(event)[0]
    assert words(view.lang).limit(limit.duration) in html
    assert limit.entry.name in html
    assert words(view.lang).citation(limit.duration.basis[0], view.policies) in html
    assert words(view.lang)("site.event.proof") not in unescape(drawn(view, "life-events/just-arrived/"))
