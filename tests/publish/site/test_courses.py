"""Training courses and labour brands as pages, drawn with the model county."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.model.point import Listing
from tongchuang.publish.site.pages import courses, services
from tongchuang.publish.words import words

from . import conftest

DAY = "2026-11-21"


@pytest.fixture(scope="module", params=["zh", "en"])
def view(request: pytest.FixtureRequest, model_county: Catalogue) -> View:
    return model_county.view(request.param)


def drawn(view: View, at: str, day: str = DAY) -> str:
    return conftest.drawn(view, courses.pages(view, day), at)


def sections(html: str) -> Iterator[tuple[str, str]]:
    parts = re.split(r'<section class="entry" id="([^"]+)"', html)
    return zip(parts[1::2], parts[2::2], strict=True)


def test_courses_stand_under_their_kind_with_who_teaches_and_by_what_right(view: View) -> None:
    html = drawn(view, "courses/")
    special, targeted, lifelong = html.split('<h2 id="kind-')[1:]
    assert [dict(sections(part)).keys() for part in (special, targeted, lifelong)] == [
        {"demo-maternity-nurse"},
        {"demo-welding"},
        {"demo-online"},
    ]
    provider = view.points["demo-training"]
    assert provider.qualification
    assert f'points/#{provider.id}"' in special
    assert provider.qualification[:12] in special


def test_a_course_that_is_over_or_takes_nobody_more_says_so(view: View) -> None:
    w = words(view.lang)
    on = {day: dict(sections(drawn(view, "courses/", day)))["demo-maternity-nurse"] for day in
          ("2026-12-04", "2026-12-05", "2026-12-25", "2026-12-26")}  # fmt: skip
    assert [w("site.courses.closed") in html for html in on.values()] == [False, True, True, False]
    assert [w("site.courses.over") in html.partition("</h3>")[0] for html in on.values()] == [False] * 3 + [True]


def test_a_course_of_a_provider_struck_off_the_list_warns(view: View) -> None:
    w = words(view.lang)
    point = replace(view.points["demo-training"], listing=Listing("removed", "2026-11-01"))
    warning = w("site.courses.struck", date=w.date("2026-11-01"))
    assert warning not in drawn(view, "courses/")
    assert warning in drawn(replace(view, points={**view.points, point.id: point}), "courses/")


def test_a_brand_leads_to_its_courses_until_they_are_over(view: View) -> None:
    def leads(day: str) -> list[str]:
        brand = dict(sections(drawn(view, "brands/", day)))["demo-brand"]
        return re.findall(r'courses/#([^"]+)"', brand)

    assert leads("2026-12-25") == ["demo-maternity-nurse"]
    assert leads("2026-12-26") == []


def test_a_service_leads_to_the_courses_that_are_still_held(view: View) -> None:
    def leads(day: str) -> list[str]:
        html = conftest.drawn(view, services.pages(view, day), "services/subsidised-training/")
        return re.findall(r'courses/#([^"]+)"', html)

    assert leads(DAY) == ["demo-maternity-nurse", "demo-online"]
    assert leads("2026-12-26") == ["demo-online"]


def test_the_hub_names_the_brands_of_heyuan_and_no_course(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    assert [brand.name for brand in view.brands.values()] == ["河源护工", "河源家政"]
    assert words("zh")("site.courses.none") in drawn(view, "courses/")
    assert [id_ for id_, _ in sections(drawn(view, "brands/"))] == ["heyuan-carers", "heyuan-home-services"]


def test_there_is_no_page_without_courses_and_brands(view: View) -> None:
    assert list(courses.pages(replace(view, courses={}, brands={}), DAY)) == []
