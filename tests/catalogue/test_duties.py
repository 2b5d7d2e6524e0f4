"""A policy's measures by department, and by chapter."""

from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.duties import duties


def test_each_department_that_a_policy_names_has_the_measures_it_leads_and_supports(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    policy = view.policies["jilin-city-2015"]
    found = {duty.department.id: duty for duty in duties(view, policy)}
    assert set(found) == {id_ for measure in policy.measures for id_ in (*measure.lead, *measure.supporting)}
    assert [measure.id for measure in found["education"].leads] == ["m4", "m16"]
    assert sum(len(duty.leads) for duty in found.values()) == sum(len(measure.lead) for measure in policy.measures)
    assert all("finance" in measure.supporting for measure in found["finance"].supports)


def test_who_leads_most_comes_first(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    leads = [len(duty.leads) for duty in duties(view, view.policies["jilin-city-2015"])]
    assert leads == sorted(leads, reverse=True)
    assert leads[0] > leads[-1] == 0


def test_chapters_hold_all_measures_in_the_order_of_the_document(catalogue: Catalogue) -> None:
    policy = catalogue.view("en").policies["jilin-city-2015"]
    assert [len(measures) for _, measures in policy.by_chapter] == [8, 6, 6, 4, 6]
    assert tuple(measure for _, measures in policy.by_chapter for measure in measures) == policy.measures
    assert policy.by_chapter[0][0] is policy.chapters[0]
    assert policy.chapters[0].title == "Jobs and starting a business"


def test_a_policy_without_measures_has_no_chapter(catalogue: Catalogue) -> None:
    assert catalogue.view("zh").policies["labour-law"].by_chapter == ()
