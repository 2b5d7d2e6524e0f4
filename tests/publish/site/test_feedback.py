"""What to do when a window refuses, or a page is wrong: a page that every page leads to."""

from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.site.pages import feedback

from .conftest import Built, drawn

DAY = "2026-11-21"


def test_every_page_leads_to_it_and_names_a_number_before_the_list_of_all_pages(built: Built) -> None:
    own = tuple(f"{lang}/{page}/index.html" for lang in ("zh", "en") for page in ("feedback", "regions", "my-window"))
    for path, html in built.in_languages().items():
        assert '/feedback/">' in html
        before = html.split("</main>")[1].split("<nav")[0]
        assert ('/feedback/">' in before and 'href="tel:12345"' in before) is not path.startswith(own)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_page_for_reports_it_names_the_hotline_and_invents_no_address(
    catalogue: Catalogue, lang: str
) -> None:
    html = drawn(catalogue.view(lang), feedback.pages(catalogue.view(lang), DAY), "feedback/")
    wrong = html.split('aria-labelledby="wrong"')[1].split("</section>")[0]
    assert 'href="tel:12345"' in wrong
    assert "https://" not in html


def test_with_a_page_for_reports_it_leads_there(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    view = replace(view, hub=replace(view.hub, report_url="https://example.org/report?site=1"))
    html = drawn(view, feedback.pages(view, DAY), "feedback/")
    wrong = html.split('aria-labelledby="wrong"')[1].split("</section>")[0]
    assert 'href="https://example.org/report?site=1"' in wrong
    assert "tel:12345" not in wrong


def test_the_complaints_number_of_the_chosen_window_is_one_tap_away(phone, host) -> None:
    phone.goto(f"{host}zh/feedback/")
    assert phone.get_by_role("link", name="找你的窗口").get_attribute("href") == "../../zh/regions/"
    phone.evaluate(
        "localStorage.setItem('window', JSON.stringify({code: '441602001', places: ['441602001', '441602'],"
        " chain: ['441602', '441602001'], names: {'zh-Hans': {'441602001': '上城街道的窗口'}}}))"
    )
    phone.reload()
    phone.get_by_role("link", name="看你的窗口的监督电话：上城街道的窗口").click()
    assert phone.url == f"{host}zh/places/441602001/"
