"""Notices, points, papers, wall texts, the network behind the places, rates and routing as pages."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import get_args

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.model.common import Citation, Revision, Validity, Withdrawn
from tongchuang.model.dated import Notice, Rate, RateValue
from tongchuang.model.network import Agreed, Pair, Partner, YearlyReview
from tongchuang.model.point import Listing, Point, PointKind, Stop, Visit
from tongchuang.publish.address import address
from tongchuang.publish.site.page import Page
from tongchuang.publish.site.pages import home, network, notices, points, rates, regions, routings, services
from tongchuang.publish.words import words

from .conftest import drawn, places

DAY = "2026-11-21"
REVISIONS = (Revision("r1", "2026-01-01", "functional", "首次编写", "First written"),)
BASIS = (Citation("labour-contract-law", "85"),)


def notice(id: str, starts: str, ends: str, region: str | None = None) -> Notice:
    return Notice(id, f"title of {id}", "<b>text</b>", starts, ends, REVISIONS, region, ("job-matching",), "source")


@pytest.fixture(scope="module", params=["zh", "en"])
def view(request: pytest.FixtureRequest, catalogue: Catalogue) -> View:
    """The real view with one of everything that the real content lacks."""
    station = Point(
        "van", "mobile-station", "the van", "441602", "441600", "the bureau", "hrss", services=("job-matching",)
    )
    return replace(
        catalogue.view(request.param),
        notices={
            "spring": notice("spring", "2026-11-01", "2026-12-01"),
            "county": notice("county", "2027-01-01", "2027-02-01", "441602"),
            "past": notice("past", "2025-01-01", "2025-02-01"),
        },
        points={
            "van": replace(station, timetable=(Stop("a", 1, "the market", "09:00", "11:00"),), visits=(
                Visit("late", "2026-12-01", "the gate", "09:00", "11:00"),
                Visit("early", "2026-11-20", "the bridge", "09:00", "11:00"),
            )),
            "gone": replace(station, id="gone", withdrawn=Withdrawn("2026-01-01", "no longer needed", "van")),
            "tent": replace(station, id="tent", confirmed_on="2026-05-01", validity=Validity(ends="2026-12-31")),
            "library": replace(station, id="library", kind="cultural-venue", region="441602001", serves="441602"),
            "school": replace(
                station, id="school", kind="training-provider", region="441602001", serves="441602",
                listing=Listing("removed", "2026-09-01"),
            ),
        },
        partners={
            "helpers": Partner(
                "helpers", "the helpers", "social-work", "441602", "2025-01-05",
                (YearlyReview("y", "2026-01-05", True),), "2026-06-30", ("job-matching",),
            )
        },
        pairs={
            "link": Pair(
                "link", "the link", "430100", "441602",
                (Agreed("a", "help at both ends", ("job-matching",)),), "2026-01-01", "the agreement", REVISIONS,
                "2026-11-21",
            )
        },
        rates={
            "wage": Rate(
                "wage", "the wage", "yuan-a-month",
                (
                    RateValue("old", "441600", "2024-01-01", "1620", BASIS, "2025-12-31"),
                    RateValue("now", "441600", "2026-01-01", "1750.50", BASIS),
                    RateValue("next", "441600", "2027-01-01", "1800", BASIS, note="from the new year"),
                ),
                REVISIONS,
            )
        },
    )  # fmt: skip


def test_a_notice_is_on_the_first_page_until_its_last_day(view: View) -> None:
    def shown(day: date) -> str:
        return drawn(replace(view, as_of=day), list(home.pages(view, day.isoformat())), "")

    assert "title of spring" in shown(date(2026, 11, 21))
    assert "title of past" not in shown(date(2026, 11, 21))
    assert "title of spring" in shown(date(2026, 12, 1))
    assert "title of spring" not in shown(date(2026, 12, 2))


def test_a_notice_of_a_county_is_on_the_page_of_that_county_alone(view: View) -> None:
    found = list(regions.pages(view, DAY))
    assert "title of county" in drawn(view, found, "regions/441602/")
    assert "title of county" not in drawn(view, found, "regions/441621/")
    assert "title of spring" in drawn(view, found, "regions/441621/")


def urgent(view: View, found: list[Page], at: str) -> list[str]:
    html = drawn(view, found, at)
    return re.findall(
        r'<aside class="urgent"[^>]*data-from="(\S+)" data-until="(\S+)">\s*<p><a href="[^"]*#(\w+)"', html
    )


def test_what_is_urgent_stands_on_every_page_of_its_region_and_on_the_first(view: View) -> None:
    alarm = replace(notice("alarm", "2026-11-20", "2026-11-25", "441602"), kind="urgent")
    everywhere = replace(alarm, id="all", region=None)
    view = replace(view, notices={"alarm": alarm, "all": everywhere})
    found = [*home.pages(view, DAY), *regions.pages(view, DAY), *places(view, DAY), *points.pages(view, DAY)]
    all_, own = ("2026-11-20", "2026-11-25", "all"), ("2026-11-20", "2026-11-25", "alarm")
    for at in ("", "regions/441602/", "places/441602/", "places/441602001/"):
        assert urgent(view, found, at) == [own, all_], at
        assert drawn(view, found, at).count("dated.js") == 1, at
    for at in ("regions/441600/", "regions/441621/", "places/441621/", "points/"):
        assert urgent(view, found, at) == [all_], at
    over = replace(view, as_of=date(2026, 11, 26))
    assert urgent(over, found, "") == []


def test_what_is_urgent_there_stands_on_the_version_of_a_service(view: View) -> None:
    alarm = replace(notice("alarm", "2026-11-20", "2026-11-25", "330000"), kind="urgent")
    view = replace(view, notices={"alarm": alarm})
    found = list(services.pages(view, DAY))
    assert urgent(view, found, "services/residence-permit-apply/330000/")
    assert not urgent(view, found, "services/residence-permit-apply/")


def test_activities_and_awards_have_their_calendar(view: View) -> None:
    kinds = {"spring": "activity", "county": "activity", "past": "activity", "prize": "award"}
    prize = {"prize": notice("prize", "2026-10-01", "2026-10-01")}
    view = replace(view, notices={k: replace(n, kind=kinds[k]) for k, n in {**view.notices, **prize}.items()})
    found = list(notices.pages(view, DAY))

    def listed(at: str) -> list[str]:
        return re.findall(r'notices/#(\w+)"', drawn(view, found, at))

    assert listed("activities/") == ["spring", "county", "past"]
    assert listed("awards/") == ["prize"]
    first = drawn(view, list(home.pages(view, DAY)), "")
    assert "title of spring" not in first
    assert 'activities/"' in first
    assert "title of county" in drawn(view, list(regions.pages(view, DAY)), "regions/441602/")


def test_there_is_no_calendar_without_activities(view: View) -> None:
    assert [page.address for page in notices.pages(view, DAY)] == ["notices/"]
    assert 'activities/"' not in drawn(view, list(home.pages(view, DAY)), "")


def test_past_notices_come_last_and_all_keep_their_anchor(view: View) -> None:
    html = drawn(view, list(notices.pages(view, DAY)), "notices/")
    assert re.findall(r'<section class="entry" id="([^"]+)"', html) == ["spring", "county", "past"]
    assert "&lt;b&gt;text" in html


def test_a_point_says_whether_it_is_confirmed_and_when_it_comes(view: View) -> None:
    html = drawn(view, list(points.pages(view, DAY)), "points/")
    gone, tent, van, *_ = re.split(r'<section class="entry"', html)[1:]
    assert "09:00–11:00 the market" in van
    assert 'class="notice"' in van
    assert "no longer needed" in gone
    assert f'{address("point", "van")}"' in gone
    assert 'class="confirmed"' in tent


def test_visits_stand_by_their_day_and_those_that_have_passed_say_so(view: View) -> None:
    html = drawn(view, list(points.pages(view, DAY)), "points/").split('id="van"')[1]
    early, late = re.findall(r"<li>.*(?:the bridge|the gate).*</li>", html)
    assert "the bridge" in early
    assert 'class="tag"' in early
    assert 'class="tag"' not in late


def test_points_stand_under_their_kind_and_a_provider_says_where_it_stands(view: View) -> None:
    html = drawn(view, list(points.pages(view, DAY)), "points/")
    kinds = dict(part.split('"', 1) for part in html.split('<h2 id="kind-')[1:])
    assert list(kinds) == ["mobile-station", "training-provider", "cultural-venue"]
    providers = kinds["training-provider"]
    w = words(view.lang)
    assert w("site.points.status.removed", date=w.date("2026-09-01")) in providers
    assert w("site.points.qualification_unknown") in providers


def test_a_place_leads_to_the_points_in_it_but_to_none_struck_off_the_list(view: View) -> None:
    def leads(code: str) -> set[str]:
        return set(re.findall(r'href="[^"]*points/#([^"]*)"', drawn(view, places(view, DAY), f"places/{code}/")))

    assert leads("441602001") == {"library"}
    assert leads("441602") == {"library", "van", "tent"}
    assert leads("441621") == set()


def test_a_partner_whose_filing_ran_out_says_so(view: View) -> None:
    def part(day: str) -> str:
        return drawn(view, list(network.pages(view, day)), "network/").split('id="partner-helpers"')[1]

    assert 'class="notice"' in part(DAY)
    assert 'class="notice"' not in part("2026-06-30")


def test_a_pair_is_on_the_pages_of_both_its_regions_and_of_the_routing_until_it_ends(view: View) -> None:
    def names(view: View, at: str) -> bool:
        found = [*regions.pages(view, DAY), *regions.elsewhere(view, DAY), *routings.pages(view, DAY)]
        return f'{address("pair", "link")}"' in drawn(view, found, at)

    both = (
        "regions/430100/",
        "regions/430121/",
        "regions/441602/",
        "regions/430000/",
        "regions/441600/",
        "routing/430000/",
    )
    assert all(names(view, at) for at in both)
    assert not any(names(view, at) for at in ("regions/441621/", "regions/430200/"))
    later = replace(view, as_of=date(2026, 11, 22))
    assert not any(names(later, at) for at in both)


def test_a_pair_that_has_ended_says_so(view: View) -> None:
    def part(day: str) -> str:
        return drawn(view, list(network.pages(view, day)), "network/").split('id="pair-link"')[1].split("<section")[0]

    assert "help at both ends" in part(DAY)
    assert ['class="notice"' in part(day) for day in (DAY, "2026-11-22")] == [False, True]


def test_past_and_coming_amounts_are_marked(view: View) -> None:
    html = drawn(view, list(rates.pages(view, DAY)), "rates/")
    now, old, following = re.findall(r"<li>.*?</li>", html, re.DOTALL)
    assert "1800" in following
    w = words(view.lang)
    assert f'data-until="2026-12-31">{w("site.rates.phase.upcoming")}<' in following
    assert f'hidden data-from="2027-01-01" data-until="">{w("site.rates.phase.in-force")}<' in following
    assert "1750.50" in now
    assert f'data-until="2026-12-31">{w("site.rates.phase.in-force")}<' in now
    assert f'hidden data-from="2027-01-01" data-until="">{w("site.rates.phase.expired")}<' in now
    assert 'class="tag"' in old


def test_there_is_no_page_for_what_does_not_exist(catalogue: Catalogue) -> None:
    bare = replace(
        catalogue.view("zh"),
        notices={},
        points={},
        rates={},
        calendars={},
        profiles={},
        targets={},
        pairs={},
        partners={},
        brands={},
    )
    for module in (notices, rates, network):
        assert list(module.pages(bare, DAY)) == []


def test_kinds_of_points_that_nobody_has_found_out_are_named_with_whom_to_call(catalogue: Catalogue) -> None:
    for lang in catalogue.languages:
        view = replace(catalogue.view(lang), points={})
        html = drawn(view, list(points.pages(view, DAY)), "points/")
        for kind in get_args(PointKind):
            assert words(lang)(f"site.points.kind.{kind}") in unescape(html)
            assert words(lang)(f"site.points.about.{kind}") in unescape(html)
        assert words(lang)("site.points.unknown_text") in unescape(html)


def test_every_record_of_the_api_has_its_page(built, catalogue: Catalogue):
    from tongchuang.publish.api import COLLECTIONS

    for lang in catalogue.languages:
        for _, kind, attribute in COLLECTIONS:
            for id_ in getattr(catalogue.view(lang), attribute):
                path, _, anchor = address(kind, str(id_)).partition("#")
                assert f"{lang}/{path}index.html" in built.pages
                assert not anchor or anchor in built.ids(f"{lang}/{path}index.html")


def test_a_service_leads_to_its_form_and_back(built):
    service, form = "zh/services/wage-arrears-report/index.html", "zh/forms/wage-complaint/index.html"
    assert form in {built.target(service, link) for _, link in built.links(service)}
    assert service in {built.target(form, link) for _, link in built.links(form)}


def test_a_text_of_a_past_document_says_so_once_and_ours_does_not(built, catalogue: Catalogue):
    view = catalogue.view("zh")
    history = view.policies["heyuan-2011"].historical
    assert history
    assert built.pages["zh/wall/heyuan-pledges/index.html"].count(history[:20]) == 1
    assert view.wall_rules["role-petition"].policy == "heyuan-2011"
    assert history[:20] not in built.pages["zh/wall/role-petition/index.html"]


def test_the_list_of_wall_texts_leads_to_each_of_them(built, catalogue: Catalogue):
    for lang in catalogue.languages:
        page = f"{lang}/wall/index.html"
        leads = {built.target(page, link) for _, link in built.links(page)}
        assert {f"{lang}/wall/{id_}/index.html" for id_ in catalogue.view(lang).wall_rules} <= leads


def test_an_emergency_card_calls_in_the_order_in_which_it_names_the_numbers(built):
    html = built.pages["zh/wall/emergency-card/index.html"]
    part = html[html.index('id="fire"') :]
    assert re.findall(r'href="tel:(\d+)"', part)[:2] == ["119", "120"]


def test_each_part_of_a_card_has_its_heading_and_its_list(built, catalogue: Catalogue):
    for lang in catalogue.languages:
        card = catalogue.view(lang).wall_rules["window-phrases"]
        html = built.pages[f"{lang}/wall/window-phrases/index.html"].split("<main", 1)[1].split("</main>")[0]
        headings = [item.id for item in card.items if item.heading]
        assert [id_ for id_ in re.findall('<h2 id="([^"]*)"', html) if id_ != "sheets"] == headings
        assert len(headings) == html.count('<ol class="said">') == html.count("</ol>") - 1


def test_a_role_card_leads_to_its_window(built):
    card = "en/wall/role-petition/index.html"
    assert "en/windows/index.html" in {
        built.target(card, link) for _, link in built.links(card) if link.endswith("#win-petition")
    }


def test_forms_of_the_staff_stand_apart_from_those_of_the_public(built):
    html = built.pages["en/forms/index.html"]
    public, staff = html.index("Forms to fill in"), html.index("Forms for the staff")
    assert public < html.index("forms/service-rating/") < staff < html.index("forms/urgent-report/")


def test_a_ledger_shows_the_shared_columns_in_full(built):
    assert "Person code" in built.pages["en/ledgers/training-ledger/index.html"]
    assert "人员编号" in built.pages["zh/ledgers/training-ledger/index.html"]
