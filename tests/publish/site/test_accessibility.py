"""What axe-core finds on a phone 360 px wide: WCAG 2.2 AA, on one page of each kind, in every look."""

import json
from pathlib import Path

import pytest

from .conftest import one_of_each

pytest.importorskip("playwright.sync_api")

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {"light": {"shade": "light"}, "dark": {"shade": "dark"}, "large": {"size": "large"}}
RUN = """async (standards) => {
  const { violations } = await axe.run({ runOnly: standards });
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
}"""


@pytest.fixture(scope="module")
def folder(model_folder: Path) -> Path:
    return model_folder


@pytest.fixture(scope="module")
def checker(project) -> str:
    return (project.root / ".cache" / "checkers" / "axe.min.js").read_text()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_of_any_kind_is_hard_to_use(browser, host, model_county, checker, lang, look):
    # The checker itself comes from elsewhere: without this the pages' own policy keeps it out.
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    context.add_init_script(f"localStorage.setItem('look', {json.dumps(json.dumps(LOOKS[look]))})")
    page = context.new_page()
    found = {}
    for address in one_of_each(model_county):
        page.goto(f"{host}{lang}/{address}")
        page.evaluate(checker)
        if violations := page.evaluate(RUN, STANDARDS):
            found[address] = violations
    context.close()
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    ["index.html", "404.html", "kiosk.html", *(f"q/board-441602/{asked}" for asked in ("", "?e={current}", "?e=old"))],
)
def test_the_pages_for_all_languages_are_not_hard_to_use_either(browser, host, folder, checker, address, scheme):
    # The root page's script would lead on to a language.
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True, color_scheme=scheme)
    context.route("**/language.js", lambda route: route.abort())
    page = context.new_page()
    current, *_ = json.loads((folder / "q/board-441602/editions.json").read_text())
    page.goto(host + address.format(current=current), wait_until="networkidle")
    page.evaluate(checker)
    assert page.evaluate(RUN, STANDARDS) == []
    context.close()
