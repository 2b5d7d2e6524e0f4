"""My window: chosen once, kept on the phone alone, and shown with the places above it."""

from pathlib import Path
from urllib.parse import urlparse

import pytest

pytest.importorskip("playwright.sync_api")

CITY, COUNTY, TOWN, VILLAGE, GONE = "990100", "990101", "990101001", "990101001001", "990101001003"
CHOOSE = "这是我的窗口"


@pytest.fixture(scope="module")
def folder(model_folder: Path) -> Path:
    return model_folder


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-24T10:00:00+08:00")
    yield page
    context.close()


def choose(phone, host: str, code: str) -> None:
    phone.goto(f"{host}zh/places/{code}/")
    phone.get_by_role("button", name=CHOOSE).click()
    phone.get_by_text("已记住：我的窗口").wait_for()


def cards(phone) -> list[str]:
    """The headings on the page "my window", once all cards are there."""
    phone.locator(".cards .card").first.wait_for()
    phone.locator(".cards .card:not(:has(dl, .notice))").first.wait_for(state="detached")
    found: list[str] = phone.locator(".cards h2").all_inner_texts()
    return found


def test_a_window_is_found_by_its_name_in_pinyin_and_shown_with_those_above_it(phone, host):
    phone.goto(f"{host}zh/my-window/")
    field = phone.get_by_label("你住的村、社区、乡镇或街道叫什么？")
    field.fill("gongzi")
    phone.get_by_text("没有找到").wait_for()
    field.fill("shifancun")
    phone.get_by_role("button", name="示范村农民工服务站").click()
    assert [name.split("农民工")[0] for name in cards(phone)] == ["示范村", "示范镇", "示范县", "示范市"]
    village, town, county, city = phone.locator(".cards .card").all()
    assert village.get_by_text("现在开门，到11:30").is_visible()
    assert town.get_by_text("现在开门，到12:00").is_visible()
    assert county.get_by_role("link", name="000-0000001").get_attribute("href") == "tel:000-0000001"
    assert city.get_by_text("名录所列，尚未核实").is_visible()
    assert city.locator(".open").count() == 0
    icons = phone.locator(".cards use").evaluate_all("all => all.map((use) => use.getAttribute('href'))")
    assert icons
    assert all(icon.startswith(f"{host}assets/") for icon in icons)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_window_is_found_by_stepping_down_the_regions(phone, host):
    phone.goto(f"{host}zh/my-window/")
    phone.get_by_role("link", name="找我的窗口").first.click()
    phone.get_by_role("link", name="示范县").first.click()
    phone.locator("summary").first.click()
    phone.get_by_role("link", name="示范村").first.click()
    phone.get_by_role("button", name=CHOOSE).click()
    phone.get_by_role("link", name="已记住：我的窗口").click()
    assert len(cards(phone)) == 4


def test_numbers_to_call_stand_with_and_without_area_code(phone, host):
    choose(phone, host, "441602001")
    phone.goto(f"{host}zh/my-window/")
    cards(phone)
    calls = phone.locator(".cards .call").evaluate_all("all => all.map((link) => link.getAttribute('href'))")
    assert calls == ["tel:12333", "tel:12345", "tel:076212333", "tel:076212345"]


def test_a_window_is_forgotten(phone, host):
    choose(phone, host, VILLAGE)
    phone.goto(f"{host}zh/my-window/")
    cards(phone)
    phone.get_by_role("button", name="不再记住").click()
    assert phone.get_by_label("你住的村、社区、乡镇或街道叫什么？").is_visible()
    assert phone.evaluate("Object.keys(localStorage)") == []
    phone.goto(f"{host}zh/")
    assert "我的窗口：" not in phone.locator("main").inner_text()


def test_another_window_is_chosen_in_its_place(phone, host):
    choose(phone, host, VILLAGE)
    choose(phone, host, COUNTY)
    phone.goto(f"{host}zh/my-window/")
    assert [name.split("农民工")[0] for name in cards(phone)] == ["示范县", "示范市"]


def test_the_first_page_and_services_name_the_window_in_the_language_of_the_page(phone, host):
    choose(phone, host, VILLAGE)
    phone.goto(f"{host}en/")
    phone.get_by_role("link", name="My window: Model Village Migrant Workers' Station").click()
    phone.wait_for_url(f"{host}en/my-window/")
    phone.goto(f"{host}en/services/demo-points-settlement/")
    link = phone.get_by_role("link", name="My window: Model Village Migrant Workers' Station")
    link.click()
    phone.wait_for_url(f"{host}en/places/{VILLAGE}/")


def test_a_service_names_the_nearest_place_that_handles_it_and_none_that_does_not(phone, host, model_county):
    view = model_county.view("zh")
    offered = [service for service in view.services.values() if view.offers(service)]
    office = next(s for s in offered if "station" not in s.levels and "office" in s.levels)
    below = next(s for s in offered if "centre" not in s.levels)
    [missing] = view.places[COUNTY].not_offered
    party = next(s for s in offered if view.categories[s.category].group == missing.id and "centre" in s.levels)
    choose(phone, host, VILLAGE)
    phone.goto(f"{host}zh/services/{office.id}/")
    phone.get_by_role("link", name="我的窗口：示范镇农民工服务所").wait_for()
    choose(phone, host, COUNTY)
    phone.goto(f"{host}zh/services/{below.id}/", wait_until="networkidle")
    assert "我的窗口：" not in phone.locator(".facts").inner_text()
    phone.goto(f"{host}zh/services/{party.id}/")
    phone.get_by_role("link", name="我的窗口：示范市农民工服务中心").wait_for()


def test_a_service_leads_to_the_version_that_holds_at_the_window(phone, host):
    base = f"{host}zh/services/demo-points-settlement/"
    notice = phone.get_by_text("时间和要求和这一页不一样")
    phone.goto(base)
    assert not notice.is_visible()
    choose(phone, host, VILLAGE)
    phone.goto(base)
    notice.get_by_role("link", name="示范县").click()
    phone.wait_for_url(f"{base}{COUNTY}/")
    assert not notice.is_visible()
    choose(phone, host, "441602001")
    phone.goto(f"{base}{COUNTY}/")
    notice.get_by_role("link", name="看统一的办法").click()
    phone.wait_for_url(base)
    assert not notice.is_visible()


def test_nothing_but_the_pages_of_the_places_is_asked_for(phone, host):
    choose(phone, host, VILLAGE)
    asked = []
    phone.context.on("request", lambda request: asked.append(request))
    for path in ("zh/", "zh/my-window/", "zh/services/demo-points-settlement/", "en/", "en/my-window/"):
        phone.goto(host + path, wait_until="networkidle")
    assert all(request.method == "GET" and request.post_data is None for request in asked)
    assert all(request.url.startswith(host) and not urlparse(request.url).query for request in asked)
    telling = {urlparse(request.url).path for request in asked if "9901" in request.url}
    pages = {f"/{lang}/places/{code}/" for lang in ("zh", "en") for code in (VILLAGE, TOWN, COUNTY, CITY)}
    assert telling == pages
    assert not any("9901" in request.headers.get("referer", "") for request in asked)


def test_a_card_that_can_not_be_had_says_so(phone, host):
    choose(phone, host, VILLAGE)
    phone.route(f"**/places/{COUNTY}/", lambda route: route.abort())
    phone.goto(f"{host}zh/my-window/")
    assert len(cards(phone)) == 4
    assert phone.locator(".card", has_text="打不开").locator("h2").inner_text().startswith("示范县")


def test_where_nothing_can_be_kept_there_is_no_button_and_the_regions_lead_on(browser, host):
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
    )
    page = context.new_page()
    failed = []
    page.on("pageerror", lambda error: failed.append(error))
    page.goto(f"{host}zh/places/{VILLAGE}/", wait_until="networkidle")
    assert page.get_by_role("button", name=CHOOSE).count() == 0
    page.goto(f"{host}zh/my-window/", wait_until="networkidle")
    assert page.locator("#choice").is_hidden()
    assert page.get_by_role("link", name="找我的窗口").first.is_visible()
    page.goto(f"{host}zh/services/demo-points-settlement/", wait_until="networkidle")
    assert failed == []
    context.close()


def test_without_a_script_the_regions_lead_to_the_window(browser, host):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}zh/my-window/")
    assert page.locator("#choice, #chosen").evaluate_all("all => all.every((part) => !part.offsetParent)")
    assert page.get_by_role("link", name="找我的窗口").first.is_visible()
    context.close()


def test_a_place_that_is_no_more_is_not_offered_and_one_chosen_before_says_so(phone, host):
    phone.goto(f"{host}zh/places/{GONE}/", wait_until="networkidle")
    assert phone.get_by_role("button", name=CHOOSE).count() == 0
    phone.evaluate(
        "([code, town]) => localStorage.setItem('window', JSON.stringify({code, chain: [code], places: [code], names: {}}))",
        [GONE, TOWN],
    )
    phone.goto(f"{host}zh/my-window/")
    cards(phone)
    assert phone.locator(".card .notice").first.inner_text().count("撤销")
