"""What the page behind a sheet's QR says, in a real browser."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Revision, Withdrawn
from tongchuang.publish import site
from tongchuang.publish.print import check_page
from tongchuang.publish.print.compose import Composer
from tongchuang.publish.print.orders import orders_ever
from tongchuang.publish.site import assets

from ..conftest import written
from .conftest import published

pytest.importorskip("playwright.sync_api")

SERVICE, ENDED = "legal-aid-application", "residence-permit-apply"
HISTORY = (
    Revision("r1", "2026-01-05", "functional", "首次编写", "First written"),
    Revision("r2", "2026-03-01", "functional", "时限改为7个工作日", "The time limit is now 7 working days"),
    Revision("r3", "2026-05-02", "functional", "不用再交复印件", "No copy is asked for any more"),
)


def _revised(catalogue: Catalogue) -> Catalogue:
    """A published hub where one service has a history and another was withdrawn."""
    hub = published(catalogue)
    views = {}
    for lang, view in hub.views.items():
        ended = replace(view.services[ENDED], withdrawn=Withdrawn("2026-10-01", "合并了"))
        changed = {SERVICE: replace(view.services[SERVICE], revisions=HISTORY), ENDED: ended}
        views[lang] = replace(view, services={**view.services, **changed})
    return replace(hub, views=views)


@pytest.fixture(scope="module")
def root(catalogue, tmp_path_factory) -> Path:
    hub = _revised(catalogue)
    sheets = {f"notice-{SERVICE}", f"notice-{ENDED}"}
    orders = [order for order in orders_ever(hub) if order.document.sheet_id(order.subject) in sheets]
    frame = site.frame()
    made = {artifact.path: artifact.data for artifact in check_page.pages(hub, Composer(hub), orders, frame)}
    made |= {frame.assets + name: data for name, data in assets.files().items()}
    return written(made, tmp_path_factory.mktemp("hub"))


@pytest.fixture(scope="module")
def host(serve, root) -> str:
    return f"{serve(root)}q/notice-"


def _answer(phone) -> str:
    """The one answer that is shown, in all languages."""
    phone.wait_for_selector("[data-answer]:visible:not([data-answer=checking])")
    [answer] = phone.locator("[data-answer]:visible").all()
    return answer.inner_text()


def _editions(root: Path) -> list[str]:
    return json.loads((root / "q" / f"notice-{SERVICE}" / "editions.json").read_text())


def test_a_current_sheet_is_called_so_with_a_sign_and_in_words(phone, host, root):
    for edition in _editions(root):
        phone.goto(f"{host}{SERVICE}/?e={edition}")
        phone.wait_for_selector("[data-answer=current]:visible")
        assert " ".join(_answer(phone).split()) == "✓ 这张纸是最新的。 This sheet is up to date."
        assert f"你手里这张：{edition}" in phone.locator("main").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert phone.evaluate("getComputedStyle(document.querySelector('.current')).borderTopStyle") == "solid"


def test_an_old_sheet_is_told_since_when_what_changed_and_where_the_new_one_is(phone, host):
    phone.goto(f"{host}{SERVICE}/?e=r1-abcd")
    phone.wait_for_selector("[data-answer=outdated]:visible")
    answer = _answer(phone)
    for said in (
        "这张纸不是最新的，请别再用。",
        "从2026年3月1日起有了新的",
        "时限改为7个工作日",
        "不用再交复印件",
        "since 1 March 2026",
        "The time limit is now 7 working days",
    ):
        assert said in answer
    assert "首次编写" not in answer
    links = [link.get_attribute("href") for link in phone.locator("section a").all()]
    assert f"../../zh/services/{SERVICE}/" in links
    assert f"../../en/services/{SERVICE}/" in links
    assert f"../../print/notice/{SERVICE}.A4.zh.pdf" in links


def test_a_sheet_printed_before_the_facts_changed_within_a_revision_is_out_of_date_too(phone, host):
    phone.goto(f"{host}{SERVICE}/?e=r3-zzzz")
    phone.wait_for_selector("[data-answer=outdated]:visible")
    assert "印好以后，内容改过。" in _answer(phone)
    assert phone.locator("[data-changes] li").count() == 0


@pytest.mark.parametrize("edition", ["r9-abcd", "r1", "abcd", "r1-abcd<b>", "r3-ABCD"])
def test_an_edition_that_never_was_is_treated_as_out_of_date(phone, host, edition):
    phone.goto(f"{host}{SERVICE}/?e={edition}")
    phone.wait_for_selector("[data-answer=unknown]:visible")
    assert "当作过时的，请别再用" in _answer(phone)


def test_what_can_not_be_fetched_afresh_is_never_called_current(phone, host, root):
    edition = _editions(root)[0]
    phone.goto(f"{host}{SERVICE}/?e={edition}")
    phone.wait_for_selector("[data-answer=current]:visible")
    answers = {
        "gone": lambda route: route.abort(),
        "portal": lambda route: route.fulfill(status=200, content_type="text/html", body="<p>Wi-Fi"),
        "trouble": lambda route: route.fulfill(status=500, content_type="application/json", body=json.dumps([edition])),
    }
    for wrong in answers.values():
        phone.route("**/editions.json", wrong)
        phone.reload()
        phone.wait_for_selector("[data-answer=unchecked]:visible")
        assert "没法核对" in _answer(phone)
        assert phone.locator("a[href='tel:12345']:visible").count() == 2
        phone.unroute("**/editions.json", wrong)


def test_without_an_edition_or_a_script_it_is_told_how_to_compare_by_eye(browser, phone, host, root):
    plain = browser.new_context(java_script_enabled=False)
    for page, edition in ((phone, ""), (plain.new_page(), "?e=r3-zzzz")):
        page.goto(f"{host}{SERVICE}/{edition}")
        assert "还没有核对" in _answer(page)
        text = page.locator("main").inner_text()
        assert "纸上二维码旁边印着“版本”" in text
        assert all(edition in text for edition in _editions(root))
    plain.close()


def test_a_sheet_of_what_was_withdrawn_says_so_even_without_a_script(browser, phone, host):
    plain = browser.new_context(java_script_enabled=False)
    for page in (phone, plain.new_page()):
        page.goto(f"{host}{ENDED}/?e=r1-abcd")
        assert "这张纸2026年10月1日起不再用了" in _answer(page)
        assert "合并了" in _answer(page)
        assert page.locator("a[href$='.pdf']").count() == 0
    plain.close()


def test_the_page_of_a_sheet_may_load_nothing_foreign_and_has_the_looks_of_the_site(phone, host):
    problems: list[str] = []
    phone.on("console", lambda message: problems.append(message.text))
    phone.goto(f"{host}{SERVICE}/?e=r1-abcd")
    phone.get_by_role("button", name="夜间").click()
    assert phone.evaluate("document.documentElement.dataset.shade") == "dark"
    phone.reload()
    assert phone.evaluate("document.documentElement.dataset.shade") == "dark"
    assert [problem for problem in problems if "Content Security Policy" in problem] == []
