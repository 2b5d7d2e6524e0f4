"""Who provides a service, and the mini-programme by which it is had, as a service's page shows them."""

import re
from xml.etree import ElementTree

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.publish.site.pages import services
from tongchuang.publish.words import words

from . import conftest

ITEM, COUNTY, HUNAN = "demo-points-settlement", "990101", "430000"


@pytest.fixture(scope="module", params=["zh", "en"])
def view(request: pytest.FixtureRequest, model_county: Catalogue) -> View:
    return model_county.view(request.param)


def drawn(view: View, at: str) -> str:
    return conftest.drawn(view, services.pages(view, "2026-11-21"), f"services/{at}/")


@pytest.mark.parametrize(
    ("at", "provider"),
    [("job-matching", "public"), ("peoples-mediation", "community"), (ITEM, "public"), (f"{ITEM}/{COUNTY}", "bought")],
)
def test_a_service_says_who_provides_it_and_at_the_top_if_no_department_does(
    view: View, at: str, provider: str
) -> None:
    top, _, record = drawn(view, at).partition('<section class="record" aria-labelledby="review">')
    found = str(words(view.lang)(f"provider.{provider}")).replace("'", "&#39;")
    assert f"<dd>{found}</dd>" in record
    assert (f"<small>{found}</small>" in top) is (provider != "public")


def test_a_mini_programme_is_named_and_its_link_drawn_to_scan(view: View) -> None:
    channel = next(channel for channel in view.service(ITEM, COUNTY).channels if channel.mini_programme)
    html = drawn(view, f"{ITEM}/{COUNTY}")
    assert "示范县办事" in html
    [square] = re.findall(r"<svg(?: [^>]*)?>(?:(?!</svg>).)*<title>.*?</svg>", html, re.DOTALL)
    assert ElementTree.fromstring(square).findtext("{*}title") == channel.url


def test_a_mini_programme_without_a_link_has_nothing_to_scan(view: View) -> None:
    html = drawn(view, f"self-service-appeal/{HUNAN}")
    assert "湘就业" in html.split('id="channels"')[1].split("</section>")[0]
    assert 'class="qr"' not in html
    assert 'class="qr"' not in drawn(view, "job-information")
