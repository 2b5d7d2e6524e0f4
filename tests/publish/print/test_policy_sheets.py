"""What is printed of policies: duty tables, overviews and leaflets."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.duties import duties
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.documents.overview.document import head
from tongchuang.publish.print.error import PrintError
from tongchuang.publish.print.orders import default_orders

from .conftest import bare, pages, published, text

if TYPE_CHECKING:
    from .conftest import Make, Printed

THIRTY, TARGETS, LAW, MANY = "jilin-city-2015", "ningbo-2011", "wage-payment-regulations", "social-insurance-law"


def size(data: bytes) -> tuple[int, int]:
    with pypdfium2.PdfDocument(data) as pdf:
        width, height = (round(points / 72 * 25.4) for points in pdf[0].get_size())
        return width, height


@pytest.fixture(scope="module")
def printed(make: "Make", catalogue: Catalogue) -> "Callable[..., Printed]":
    """Prints each sheet once for all tests."""
    return cache(partial(make, catalogue))


@pytest.fixture(scope="module")
def table(printed: "Callable[..., Printed]") -> bytes:
    return printed("duties", THIRTY, "A4", "zh").data


def test_a_duty_table_has_each_measure_with_who_leads_who_supports_and_what_is_out_of_date(table, catalogue):
    view = catalogue.view("zh")
    policy, found = view.policies[THIRTY], text(table).partition("按部门看")[0]
    for measure in policy.measures:
        names = [view.departments[id_].name for id_ in (*measure.lead, *measure.supporting)]
        services = [view.services[id_].name for id_ in measure.services]
        for fact in (measure.number, measure.title, *names, *services, measure.historical or ""):
            assert bare(fact) in found
    assert bare(policy.historical) in found
    for chapter in policy.chapters:
        assert bare(chapter.title) in found


def test_then_each_department_has_the_measures_that_it_leads_and_supports(table, catalogue):
    view = catalogue.view("zh")
    by_department = "".join(page for page in pages(table) if "分工" in page)
    by_department = by_department[by_department.index("按部门看") :]
    for duty in duties(view, view.policies[THIRTY]):
        for word, measures in (("牵头", duty.leads), ("配合", duty.supports)):
            listed = "；".join(f"{measure.number}{measure.title}" for measure in measures)
            if measures:
                assert f"{word}{len(measures)}条{bare(listed)}" in by_department


def test_the_heads_of_a_duty_table_and_its_edition_stand_on_every_page(table):
    found = pages(table)
    assert len(found) > 4
    for number, page in enumerate(found, 1):
        assert f"{number}/{len(found)}" in page
        assert "版本r2-" in page
        assert "牵头部门" in page or "分工" in page


def test_a_duty_table_lies_across_the_paper(printed):
    assert size(printed("duties", "shandong-2012", "A3", "en").data) == (420, 297)


def test_only_policies_that_name_departments_have_a_duty_table(catalogue):
    view = catalogue.view("zh")
    assert {subject.of for subject in documents()["duties"].defaults(view)} == {
        policy.id for policy in view.policies.values() if any(True for _ in duties(view, policy))
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_overview_has_every_part_measure_and_target(printed, catalogue, lang):
    view = catalogue.view(lang)
    policy = view.policies[TARGETS]
    found = text(printed("overview", TARGETS, "A3", lang).data)
    targets = [target for target in view.targets.values() if target.policy == TARGETS]
    assert len(targets) == 21
    facts = [entry.title for entry in (*policy.chapters, *policy.measures)] + [target.name for target in targets]
    for fact in (policy.title, policy.number, policy.historical, *facts, "1,500,000", "95%"):
        assert bare(fact) in found


def test_a_duty_table_ends_with_the_targets_of_its_policy(printed, catalogue):
    view = catalogue.view("zh")
    found = text(printed("duties", TARGETS, "A4", "zh").data)
    for target in view.targets.values():
        assert (bare(target.name) in found[found.index("文件定的目标") :]) == (target.policy == TARGETS)


@pytest.mark.parametrize(("document", "size"), [("overview", "A3"), ("duties", "A4")])
def test_a_policy_without_targets_or_a_last_day_says_that_there_are_none(printed, document, size):
    none, some = (text(printed(document, of, size, "zh").data) for of in ("hunan-2020", TARGETS))
    assert "摘要里没有列出数字指标和完成日期，看原文。" in none
    assert "摘要里没有列出" not in some
    assert "哪天起不再执行，没有查到。" in none


def test_only_of_a_historical_policy_without_a_last_day_it_is_said_that_none_was_found(catalogue):
    view, words = catalogue.view("zh"), documents()["overview"].words("zh")
    policy = view.policies["hunan-2020"]
    ended = replace(policy, dates=replace(policy.dates, expires="2025-06-11"))
    assert [head(one, words)["until_unknown"] for one in (policy, ended, view.policies[LAW])] == [True, False, False]


@pytest.mark.parametrize(("document", "size", "least"), [("overview", "A3", 21), ("duties", "A4", 15)])
def test_who_issued_a_policy_is_larger_than_who_publishes_the_sheet(make, catalogue, document, size, least):
    issuer = catalogue.view("zh").policies["hunan-2020"].issuers[0]
    with pypdfium2.PdfDocument(make(published(catalogue), document, "hunan-2020", size).data) as pdf:
        words = pdf[0].get_textpage()
        found = words.search(issuer[:8]).get_next()
        heights = [words.get_charbox(found[0])[3] - words.get_charbox(found[0])[1]]
        band = words.search("发布：").get_next()
        heights.append(words.get_charbox(band[0])[3] - words.get_charbox(band[0])[1])
    assert heights[0] > max(heights[1], least * 0.7)


def test_a_duty_table_tells_no_department_from_no_service(printed):
    found = text(printed("duties", "hunan-2020", "A4", "zh").data)
    assert "未写明未写明职业介绍" in found
    assert "未写明未写明—" in found
    assert "“未写明”：文件没有写是哪个部门。“—”：现在还没有对应的事项。" in found


def test_targets_that_two_languages_have_no_room_for_take_a_second_sheet(printed):
    sheet = printed("overview", TARGETS, "A3", "both")
    first, second = pages(sheet.data)
    assert sheet.step.endswith("targets page, pages 2")
    assert "文件定的目标" not in first
    assert second.startswith("文件定的目标")


def test_letters_of_an_overview_grow_where_there_is_room(printed):
    few, many = (
        float(printed("overview", of, "A3", "zh").step.split()[1].removesuffix("pt,")) for of in ("hunan-2020", TARGETS)
    )
    assert few > 1.5 * many
    assert many >= 11.5


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_leaflet_has_the_text_services_hotlines_and_origin_of_its_policy(printed, catalogue, lang):
    view = catalogue.view(lang)
    policy = view.policies[LAW]
    found = pages(printed("leaflet", LAW, "A5", lang).data)
    assert len(found) == 4
    middle = "".join(found[1:3])
    for block in map(bare, policy.text.split("\n")):
        assert block.lstrip("#-")[:30] in middle
        assert block[-30:].lstrip("#-") in middle
    for id_ in ("wage-arrears-report", "construction-wage-account"):
        assert bare(view.services[id_].name) in middle
    for fact in (policy.title, policy.number, "12333", "12345", {"zh": "现行", "en": "In force"}[lang]):
        assert bare(fact) in found[0]
    for fact in (*policy.issuers, policy.source):
        assert bare(fact) in found[3]
    for page in found:
        assert "r1-" in page


def test_a_leaflet_gives_the_limits_that_rest_on_its_policy_with_their_article(printed):
    found = text(printed("leaflet", MANY, "A5", "zh").data)
    assert "职工社会保险参保登记自你上班那天起30日第58条" in found


def test_a_leaflet_begins_with_the_limits_that_run_against_you_and_marks_them(printed):
    found = text(printed("leaflet", "work-injury-regulations", "A5", "zh").data)
    limits = found[found.index("几个要紧的期限") :]
    assert (
        limits.index("自己去报你别错过") < limits.index("1年第17条") < limits.index("劳动能力鉴定自收到申请那天起60日")
    )
    assert limits.count("你别错过") == 1


def test_a_leaflet_marks_no_limit_that_no_card_warns_of_as_it_may_be_the_employers(catalogue):
    leaflet = documents()["leaflet"]
    facts = leaflet.facts(catalogue.view("zh"), leaflet.words("zh"), Subject("policy", "labour-dispute-law"))
    marked = {limit["article"]: bool(limit["yours"]) for limit in facts["limits"]}
    assert (marked["第27条"], marked["第50条"], marked["第49条"]) == (True, True, False)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_leaflet_gives_the_limits_that_you_must_keep_in_the_services_that_it_names(printed, lang):
    found = text(printed("leaflet", LAW, "A5", lang).data)
    limits = {
        "zh": ("你自己要守的期限", "仲裁1年自离开这家单位之日起《劳动争议调解仲裁法》第27条", "行政复议60日"),
        "en": (
            "Timelimitsthatyoumustkeep",
            "Arbitration1yearfromthedayyouleftthisemployer",
            "Administrativereview60days",
        ),
    }[lang]
    assert all(limit in found for limit in limits)
    assert found.count(limits[1]) == 1


def test_a_leaflet_gives_a_limit_of_its_own_policy_once(catalogue):
    facts = _leaflet(catalogue, "labour-dispute-law")
    assert any(limit["article"] == "第27条" for limit in facts["limits"])
    assert not any("调解仲裁法" in limit["basis"] for limit in facts["remedies"])


def test_a_leaflet_without_any_limit_of_yours_says_so(printed, catalogue):
    none = [id_ for id_ in catalogue.view("zh").policies if _leaflet(catalogue, id_)["no_limit"]]
    assert LAW not in none
    assert "这里没有查到要你自己守的期限" in text(printed("leaflet", none[0], "A5", "zh").data)
    assert "这里没有查到要你自己守的期限" not in text(printed("leaflet", LAW, "A5", "zh").data)


def _leaflet(catalogue: Catalogue, id_: str):
    leaflet = documents()["leaflet"]
    return leaflet.facts(catalogue.view("zh"), leaflet.words("zh"), Subject("policy", id_))


def test_a_leaflet_that_is_too_long_for_one_sheet_takes_two_and_its_back_stays_the_last_page(printed):
    sheet = printed("leaflet", MANY, "A5", "both")
    found = pages(sheet.data)
    assert size(sheet.data) == (148, 210)
    assert len(found) == 8
    assert "记一记" in found[7]


def test_where_a_short_text_leaves_a_page_it_is_for_notes(make, catalogue):
    # One with neither time limits nor many services.
    opinions = "migrant-worker-opinions-2014"
    found = pages(make(_changed(catalogue, opinions, text="按时给钱。"), "leaflet", opinions, "A5").data)
    assert len(found) == 4
    assert "记一记" in found[2]
    assert "按时给钱" not in found[2]


def test_a_leaflet_is_printed_of_what_is_not_history_and_one_of_history_says_so(printed, catalogue):
    view = catalogue.view("zh")
    of = {order.subject.of for order in default_orders(catalogue) if order.document.name == "leaflet"}
    assert of == {policy.id for policy in view.policies.values() if not policy.historical}
    # Its old sheets still lead somewhere.
    assert Subject("policy", THIRTY) in documents()["leaflet"].defaults(view)
    found = pages(printed("leaflet", THIRTY, "A5", "zh").data)
    assert "这是历史文件" in found[0]
    assert bare(view.policies[THIRTY].historical) in found[1]


def test_a_title_that_the_cover_has_no_room_for_is_an_error_naming_it(make, catalogue):
    with pytest.raises(PrintError, match="leaflet wage-payment-regulations zh name"):
        make(_changed(catalogue, LAW, title="保障农民工工资支付" * 20), "leaflet", LAW, "A5")


def _changed(catalogue: Catalogue, id_: str, **changes: str) -> Catalogue:
    """The catalogue with one policy changed in Chinese."""
    view = catalogue.view("zh")
    policies = {**view.policies, id_: replace(view.policies[id_], **changes)}
    return replace(catalogue, views={**catalogue.views, "zh": replace(view, policies=policies)})
