"""The first view of a service's page: what it weighs, and that its first screen waits for no other file."""

import gzip

import pytest

pytest.importorskip("playwright.sync_api")

MOST_BYTES = 40_000
BOXES = """() => [...document.querySelectorAll(".head *, .bar *, main > :is(nav, h1, p), .facts *")]
  .map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
  .filter(([, box]) => box.top < innerHeight && box.width)
  .map(([html, { x, y, width, height }]) => [html, ...[x, y, width, height].map(Math.round)])"""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_heaviest_service_page_is_light(browser, host, built, lang):
    pages = {path: html for path, html in built.in_languages().items() if path.startswith(f"{lang}/services/")}
    services = [path for path in pages if path.count("/") > 2]
    heaviest = max(services, key=lambda path: len(gzip.compress(pages[path].encode())))
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(host)))
    page.goto(host + heaviest.removesuffix("index.html"), wait_until="networkidle")
    context.close()
    files = {url.partition("#")[0] + "index.html" * url.endswith("/") for url in asked}
    # Their headers come on top: 300 bytes are many for a file.
    assert sum(len(gzip.compress(built.files[file])) + 300 for file in files) <= MOST_BYTES, (heaviest, files)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("size", ["", "large"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_screen_is_the_same_before_the_style_sheet_comes(browser, host, lang, size, width):
    context = browser.new_context(viewport={"width": width, "height": 740})
    context.add_init_script(f"localStorage.setItem('look', JSON.stringify({{ size: '{size}' }}))")
    page = context.new_page()
    address = f"{host}{lang}/services/residence-permit-apply/"
    page.goto(address, wait_until="networkidle")
    whole = page.evaluate(BOXES)
    page.route("**/site.css", lambda route: route.abort())
    page.goto(address, wait_until="networkidle")
    assert page.evaluate(BOXES) == whole
    context.close()
