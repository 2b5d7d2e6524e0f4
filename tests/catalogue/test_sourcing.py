"""The sourcing report says which figures rest on an article, what is unconfirmed, and what is history."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.catalogue.figures import FIGURE, Figure, figures
from tongchuang.catalogue.sourcing import SourcedPolicy, Totals, sourcing
from tongchuang.model.common import Citation, Duration, Review
from tongchuang.model.policy import Measure, Policy, PolicyDates, Repeal
from tongchuang.model.service import Charge, Condition, Faq, Fee, Remedy, Service, Step, Time

ARTICLE = Citation("labour-contract-law", "30")
OTHER = Citation("labour-dispute-law", "27")
WHOLE = Citation("labour-law")
YEAR = Duration(1, "years")


@pytest.fixture(scope="module")
def bare(catalogue: Catalogue) -> Service:
    """A service without a figure."""
    found = catalogue.view("zh").services["job-matching"]
    return replace(
        found, conditions=(), materials=(), steps=(), remedies=(), faq=(), time=Time(), fee=Fee(True),
        review=Review("a", "2026-01-01", "2027-01-01"),
    )  # fmt: skip


@pytest.fixture(scope="module")
def law(catalogue: Catalogue) -> Policy:
    """A law in force, all of it confirmed."""
    found = catalogue.view("zh").policies["labour-contract-law"]
    return replace(found, dates=PolicyDates(), review=Review("a", "2026-01-01", "2027-01-01"))


@pytest.fixture(scope="module")
def empty(catalogue: Catalogue) -> View:
    """A view without services, policies and other records with a review."""
    return replace(
        catalogue.view("zh"), services={}, regional={}, figures={}, policies={}, forms={}, wall_rules={}, rates={}
    )


def test_every_figure_of_the_content_is_tied_to_an_article(catalogue: Catalogue) -> None:
    report = sourcing(catalogue.view("zh"))
    found = [f"{s.id} {figure.field}: {figure.stated}" for s in report.services for figure in s.without_article]
    assert not found, "\n".join(found)
    assert report.totals.confirmed > 500


def test_the_report_is_the_same_in_every_language_but_for_its_words(catalogue: Catalogue) -> None:
    chinese, english = (sourcing(catalogue.view(lang)) for lang in ("zh", "en"))
    assert chinese.totals == english.totals
    assert [s.figures for s in chinese.services] == [s.figures for s in english.services]
    assert chinese.services[0].unconfirmed != english.services[0].unconfirmed


def test_a_time_limit_rests_on_its_own_articles_else_on_those_of_its_entry(bare: Service) -> None:
    own = replace(YEAR, basis=(OTHER,))
    steps = tuple(Step(id, id, "", "worker", time=time, basis=(ARTICLE,)) for id, time in (("a", own), ("b", YEAR)))
    remedy = Remedy("c", "arbitration", "", within=YEAR, basis=(ARTICLE,))
    assert list(figures(replace(bare, steps=steps, remedies=(remedy,), time=Time(statutory=own)))) == [
        Figure("time.statutory", own, (OTHER,)),
        Figure("steps.a.time", own, (OTHER,)),
        Figure("steps.b.time", YEAR, (ARTICLE,)),
        Figure("remedies.c.within", YEAR, (ARTICLE,)),
    ]


def test_a_charge_rests_on_its_own_article_else_on_that_of_the_fee(bare: Service) -> None:
    fee = Fee(False, basis=(ARTICLE,), items=(Charge("a", "a", "5", basis=(OTHER,)), Charge("b", "b", "10")))
    assert list(figures(replace(bare, fee=fee))) == [
        Figure("fee.items.a.yuan", "5元", (OTHER,)),
        Figure("fee.items.b.yuan", "10元", (ARTICLE,)),
    ]


def test_each_figure_of_a_text_is_stated_once_with_the_basis_of_its_entry(bare: Service) -> None:
    answer = Faq("a", "q", "1个月内要签。过了1个月没签，要双倍工资，最多11个月。", (ARTICLE,))
    assert list(figures(replace(bare, faq=(answer,)))) == [
        Figure("faq.a.a", "1个月", (ARTICLE,)),
        Figure("faq.a.a", "11个月", (ARTICLE,)),
    ]


def test_a_note_on_times_or_costs_rests_on_what_they_rest_on(bare: Service) -> None:
    time = Time(statutory=replace(YEAR, basis=(ARTICLE,)), note="从30日起算")
    fee = Fee(False, "不到200元的，不收", items=(Charge("a", "a", basis=(OTHER,)),))
    notes = [figure for figure in figures(replace(bare, time=time, fee=fee)) if figure.field.endswith(".note")]
    assert notes == [Figure("time.note", "30日", (ARTICLE,)), Figure("fee.note", "200元", (OTHER,))]


@pytest.mark.parametrize("text", ["打12333问", "2026年7月1日起", "2019年修改的", "第3条", "每日"])
def test_a_date_or_a_telephone_number_is_no_figure(text: str) -> None:
    assert FIGURE.search(text) is None


def test_a_law_without_an_article_confirms_nothing() -> None:
    assert [Figure("a", "3天", basis).confirmed for basis in ((), (WHOLE,), (WHOLE, ARTICLE))] == [False, False, True]


def test_figures_unconfirmed_entries_and_history_are_counted(bare: Service, law: Policy, empty: View) -> None:
    texts = (("a", "3天", (ARTICLE,)), ("b", "4天", (WHOLE,)), ("c", "5天", (ARTICLE,)))
    service = replace(
        bare, conditions=tuple(Condition(id, text, {}, basis) for id, text, basis in texts),
        review=replace(bare.review, unconfirmed=("one", "two")),
    )  # fmt: skip
    past = replace(
        law, historical="of 2011", review=replace(law.review, unconfirmed=("three",)),
        measures=(Measure("m1", "", "", historical="done"), Measure("m2", "", "")),
    )  # fmt: skip
    report = sourcing(
        replace(
            empty, services={service.id: service}, figures={(service.id, None): tuple(figures(service))},
            policies={past.id: past},
        )
    )  # fmt: skip
    assert report.totals == Totals(confirmed=2, without_article=1, unconfirmed=3, historical=2)
    assert [figure.stated for figure in report.services[0].without_article] == ["4天"]
    assert report.policies == (SourcedPolicy(past.id, True, ("m1",), ("three",)),)


def history(law: Policy) -> Iterator[tuple[Policy, bool]]:
    yield law, False
    yield replace(law, historical="of 2011"), True
    yield replace(law, repealed=Repeal("2026-11-21")), True
    yield replace(law, repealed=Repeal("2026-11-22")), False
    yield replace(law, dates=PolicyDates(expires="2026-11-20")), True
    yield replace(law, dates=PolicyDates(expires="2026-11-21")), False


def test_what_is_repealed_or_expired_or_kept_as_history_is_historical(law: Policy, empty: View) -> None:
    for policy, expected in history(law):
        report = sourcing(replace(empty, policies={policy.id: policy}))
        assert report.policies[0].historical is expected
        assert report.totals.historical == expected


def test_a_regional_version_has_its_own_figures_and_what_is_withdrawn_has_none(tombstones: Catalogue) -> None:
    view = tombstones.view("zh")
    regional = replace(view.services["job-matching"], region="441602")
    figure = Figure("time.note", "3天", (ARTICLE,))
    view = replace(
        view, regional={("441602", "job-matching"): regional}, figures={("job-matching", "441602"): (figure,)}
    )
    report = sourcing(view)
    assert [s.figures for s in report.services if s.region == "441602"] == [(figure,)]
    assert "residence-permit-apply" not in {s.id for s in report.services}
    assert "criminal-law" not in {p.id for p in report.policies}


def test_forms_wall_texts_and_rates_with_something_unconfirmed_are_listed(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    form = view.forms["wage-complaint"]
    assert form.review
    settled = replace(form, id="settled", review=replace(form.review, unconfirmed=()))
    listed = {(o.kind, o.id) for o in sourcing(replace(view, forms={form.id: form, settled.id: settled})).others}
    assert ("form", form.id) in listed
    assert ("form", settled.id) not in listed
