"""A terminal in a hall, 1080 px wide: ``kiosk.html`` and the pages in its frame."""

from collections.abc import Iterator

import pytest

pytest.importorskip("playwright.sync_api")

SERVICE = "zh/services/hukou-transfer-to-town/"


@pytest.fixture
def terminal(browser, host) -> Iterator:
    page = browser.new_context(viewport={"width": 1080, "height": 1920}).new_page()
    page.clock.install()
    page.goto(f"{host}kiosk.html")
    _wait(page)
    yield page
    page.context.close()


def _wait(page) -> None:
    page.frame_locator("iframe").locator("html[data-kiosk]").wait_for(state="attached")


def _visit(page, address: str):
    page.frames[1].goto(address)
    _wait(page)
    return page.frames[1]


def test_a_terminal_shows_the_same_pages_larger(terminal, host):
    assert terminal.frames[1].url == f"{host}zh/"
    assert terminal.frames[1].evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    assert terminal.frames[1].evaluate("document.documentElement.scrollWidth") == 1080


def test_nothing_leads_out_of_a_terminal(terminal, host):
    shown = _visit(terminal, host + SERVICE)
    left = shown.evaluate("[...document.links].map((link) => link.href)")
    assert len(left) > 10
    assert all(
        address.startswith(host) and not address.endswith((".pdf", ".json", ".csv", ".xlsx")) for address in left
    )
    assert shown.get_by_text("https://gjzwfw.www.gov.cn/").is_visible()
    assert shown.locator(".call", has_text="12345").first.is_visible()
    # The links of an answer that a script writes.
    shown.evaluate("document.querySelector('main').insertAdjacentHTML('afterbegin', '<a href=\"tel:12345\">call</a>')")
    assert (
        shown.evaluate("document.querySelector('main a').dispatchEvent(new Event('click', {cancelable: true}))")
        is False
    )


def test_a_terminal_goes_home_when_nobody_touches_it_and_forgets_the_answers(terminal, host):
    shown = _visit(terminal, host + SERVICE)
    shown.get_by_role("radio", name="租的房").check()
    assert shown.url == f"{host}{SERVICE}#home=rented"
    terminal.clock.fast_forward("01:31")
    assert terminal.locator("#leaving").is_visible()
    shown.locator("h1").click()
    assert terminal.locator("#leaving").is_hidden()
    terminal.clock.fast_forward("01:59")
    assert terminal.frames[1].url == f"{host}{SERVICE}#home=rented"
    terminal.clock.fast_forward("00:02")
    _wait(terminal)
    assert terminal.frames[1].url == f"{host}zh/"
    terminal.go_back()
    assert SERVICE not in "".join(frame.url for frame in terminal.frames)


def test_a_terminal_that_nobody_touched_stays_as_it_is(terminal):
    terminal.frames[1].evaluate("document.body.dataset.same = ''")
    terminal.clock.fast_forward("10:00")
    assert terminal.locator("#leaving").is_hidden()
    assert terminal.frames[1].locator("[data-same]").count() == 1


def test_a_terminal_can_go_back_and_start_again_at_once(terminal, host):
    assert terminal.locator("#back").is_hidden()
    shown = _visit(terminal, host + SERVICE)
    shown.get_by_role("radio", name="租的房").check()
    terminal.frames[1].goto(f"{host}zh/services/")
    _wait(terminal)
    terminal.locator("#back").click()
    terminal.frames[1].wait_for_url(f"{host}{SERVICE}#home=rented")
    terminal.get_by_role("button", name="重新开始").click()
    _wait(terminal)
    assert terminal.frames[1].url == f"{host}zh/"
    assert terminal.locator("#back").is_hidden()
