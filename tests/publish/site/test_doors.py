"""Which door: from what somebody wants to raise to the department, the number, the place and the papers."""

from dataclasses import replace
from html import unescape

import pytest
from tongchuang.catalogue import Catalogue, View, doors
from tongchuang.publish.address import address
from tongchuang.publish.site.pages import appeals

from .conftest import drawn

DAY = "2026-11-21"
LABOUR = "appeal-labour-security"
YUANCHENG, HUNAN, MODEL = "441602", "430000", "990101"
CHOSEN = (
    "localStorage.setItem('window', JSON.stringify({code: '441602001', places: ['441602001'], names: {},"
    " chain: ['100000', '440000', '441600', '441602', '441602001']}))"
)


@pytest.fixture(scope="module", params=["zh", "en"])
def view(model_county: Catalogue, request: pytest.FixtureRequest) -> View:
    return model_county.view(request.param)


def _at(view: View, region: str, appeal: str = LABOUR) -> str:
    return drawn(view, appeals.at_regions(view, DAY), address("appeal", appeal, region))


def test_every_kind_has_a_page_in_every_region_with_a_routing_or_a_network(view: View) -> None:
    found = [page.address for page in appeals.at_regions(view, DAY)]
    assert len(found) == len(set(found)) == len(view.appeals) * len(doors.regions(view))
    assert {HUNAN, YUANCHENG, "441600", MODEL} <= set(doors.regions(view))


def test_a_kind_names_its_numbers_departments_and_services_with_what_they_always_ask_for(view: View) -> None:
    page = unescape(drawn(view, appeals.pages(view, DAY), f"appeals/{LABOUR}/"))
    appeal = view.appeals[LABOUR]
    assert all(f'href="tel:{number}"' in page for number in appeal.hotlines)
    assert all(f"departments/{id_}/" in page for id_ in appeal.departments)
    arrears = view.services["wage-arrears-report"]
    part = page.split(f">{arrears.name}")[1].split("</details>")[0]
    assert all(m.name in part for m in arrears.materials if m.required and not m.when)
    assert arrears.steps[0].name in part
    assert "services/wage-arrears-report/" in part


def test_the_list_is_in_everyday_words(view: View) -> None:
    page = unescape(drawn(view, appeals.pages(view, DAY), "appeals/"))
    assert all(appeal.keywords[0].split("（")[0] in page for appeal in view.appeals.values())


def test_a_region_has_its_own_names_area_code_place_and_bodies(model_county: Catalogue) -> None:
    page = _at(model_county.view("zh"), YUANCHENG)
    assert ">源城区的劳动保障监察机构</a>" in page
    assert "在外地打，前面加0762" in page
    assert "places/441602/" in page
    assert "尚未核实" in page
    assert "管源城区案子的基层人民法院" in page


def test_a_region_with_a_routing_follows_it_and_says_by_which_document(view: View) -> None:
    model = _at(view, MODEL)
    assert "windows/#win-petition" in model
    assert 'href="tel:12333"' in model
    assert "departments/trade-union/" not in model
    assert "services/demo-points-settlement/990101/" in model
    assert "policies/demo-rules/" in model
    assert view.places[MODEL].address in unescape(model)
    assert "network/#pair-demo-pair-of-regions" in model
    assert "policies/hunan-2020/" in _at(view, HUNAN)


def test_a_region_without_a_listed_place_sends_nobody_to_one(view: View) -> None:
    page = _at(view, HUNAN)
    assert "/places/" not in page
    # But for the way back to what is known of the region.
    assert f"regions/{HUNAN}/" not in page.partition("</nav>")[2]


def test_a_withdrawn_kind_has_no_doors(model_county: Catalogue, tombstones: Catalogue) -> None:
    view = model_county.view("zh")
    gone = replace(view.appeals[LABOUR], withdrawn=tombstones.view("zh").services["residence-permit-apply"].withdrawn)
    spoilt = replace(view, appeals={**view.appeals, LABOUR: gone})
    assert all(LABOUR not in page.address for page in appeals.at_regions(spoilt, DAY))
    assert "data-doors" not in drawn(spoilt, appeals.pages(spoilt, DAY), f"appeals/{LABOUR}/")


def test_without_a_script_links_alone_lead_to_the_door_of_a_county(browser, host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}zh/")
    page.get_by_role("link", name="找对门").first.click()
    assert page.locator("[data-doors]").is_hidden()
    page.get_by_role("link", name="劳动保障").click()
    page.locator(".chip", has_text="源城区").click()
    assert page.url == f"{host}zh/appeals/{LABOUR}/{YUANCHENG}/"
    page.get_by_text("拖欠工资投诉").first.click()
    context.close()


def test_the_chosen_window_leads_straight_to_its_county(phone, host) -> None:
    phone.goto(f"{host}zh/appeals/")
    phone.evaluate(CHOSEN)
    phone.reload()
    assert phone.locator("[data-doors]").is_visible()
    phone.get_by_role("link", name="劳动保障").click()
    assert phone.url == f"{host}zh/appeals/{LABOUR}/{YUANCHENG}/"
    phone.goto(f"{host}zh/appeals/appeal-housing/")
    phone.locator("[data-doors]").click()
    assert phone.url == f"{host}zh/appeals/appeal-housing/{YUANCHENG}/"


def test_a_window_elsewhere_leads_to_what_holds_everywhere(phone, host) -> None:
    phone.goto(f"{host}zh/appeals/")
    phone.evaluate(CHOSEN.replace("'440000', '441600', '441602', '441602001'", "'330000', '330200'"))
    phone.reload()
    assert phone.locator("[data-doors]").is_hidden()
    assert phone.get_by_role("link", name="劳动保障").get_attribute("href") == f"../../zh/appeals/{LABOUR}/"


def test_who_where_what_to_bring_and_the_next_step_stand_on_the_first_two_screens(phone, host) -> None:
    phone.goto(f"{host}zh/appeals/{LABOUR}/{YUANCHENG}/")
    matter = phone.locator("details", has_text="拖欠工资投诉").first
    matter.locator("summary").click()
    for words in ("归这些部门", "去哪里", "带什么", "下一步"):
        box = phone.locator("dt:visible", has_text=words).first.bounding_box()
        assert box, words
        assert box["y"] + box["height"] < 2 * (740 - 60), words
