"""The site on a phone 360 px wide."""

import pytest

from .conftest import one_of_each

pytest.importorskip("playwright.sync_api")

SERVICE = "zh/services/residence-permit-apply/"


@pytest.fixture(scope="module")
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def visits(phone, host, catalogue) -> dict[str, tuple[int, list[str]]]:
    """The width in pixels of one page of each kind and language, and the requests it made."""
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    found = {}
    for lang in ("zh", "en"):
        for address in one_of_each(catalogue):
            asked.clear()
            phone.goto(f"{host}{lang}/{address}")
            found[f"{lang}/{address}"] = (phone.evaluate("document.documentElement.scrollWidth"), [*asked])
    return found


def test_no_page_is_wider_than_the_phone(visits):
    assert {address: width for address, (width, _) in visits.items() if width > 360} == {}


def test_no_request_leaves_the_host(visits, host):
    assert all(asked and all(url.startswith(host) for url in asked) for _, asked in visits.values())


def test_text_at_twice_its_size_still_fits(phone, host):
    for address in (SERVICE, "en/", "en/services/wage-arrears-report/", "en/places/441602001/"):
        phone.goto(host + address)
        phone.evaluate("document.documentElement.style.fontSize = '200%'")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_what_a_finger_presses_is_big_enough(phone, host):
    for address in ("zh/", SERVICE, "zh/regions/441602/", "zh/search/"):
        phone.goto(host + address)
        small = phone.evaluate(
            """[...document.querySelectorAll(
                 '.bar a, .chip, .row, .tile, .call, button, input[type=search], summary, .foot li a')]
               .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML)"""
        )
        assert small == []


def _materials(page) -> list[str]:
    return page.locator("section[aria-labelledby=materials] [data-entry] strong").all_text_contents()


def test_answers_leave_only_what_concerns_you_and_stay_on_the_phone(phone, host):
    phone.goto(host + SERVICE)
    everything = [text for text in _materials(phone) if text]
    phone.get_by_role("radio", name="我在这里租房住").check()
    phone.get_by_role("radio", name="给我自己办").check()
    shown = phone.locator("section[aria-labelledby=materials] [data-entry]:visible strong").all_text_contents()
    assert shown == ["本人的居民身份证", "本人的照片", "租房合同"]
    assert len(everything) > len(shown)
    assert phone.url == f"{host}{SERVICE}#ground=rented&who=self"
    phone.reload()
    assert phone.locator("section[aria-labelledby=materials] [data-entry]:visible").count() == 3
    phone.get_by_role("button", name="全部显示").click()
    assert phone.locator("section[aria-labelledby=materials] [data-entry]:visible").count() == len(everything)
    assert phone.url == host + SERVICE


def test_without_a_script_everything_is_shown(browser, host):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(host + SERVICE)
    hidden = page.locator("[data-when]").evaluate_all("all => all.filter((e) => !e.offsetParent).length")
    assert hidden == 0
    assert page.locator("input[type=radio]").count() == 0
    assert page.get_by_text("只有这种情况：“我在这里租房住”", exact=True).count() == 1
    page.goto(f"{host}zh/search/")
    assert page.locator(".notice", has_text="你的手机没有开启脚本").is_visible()
    context.close()


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh"), ("en-GB", "en"), ("fr-FR", "zh")])
def test_the_root_leads_to_the_readers_language(browser, host, locale, lang):
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(host)
    page.wait_for_url(f"{host}{lang}/")
    context.close()


def test_the_keyboard_reaches_the_text_first(phone, host):
    phone.goto(host + SERVICE)
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.className") == "skip"
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "main"
