"""Draws the pictures of the documentation from the content and the made-up model county: ``make pictures``.

``overview.png`` stands in the READMEs. ``pages/`` holds every kind of page as a phone shows it, in every language.
"""

import functools
import http.server
import os
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import BrowserContext, sync_playwright
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish import search, site
from tongchuang.publish.print import sheet
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.pages import all_pages

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FONTS = ROOT / ".cache" / "fonts"
FONTS_CONF = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>'
    "<cachedir>{cache}</cachedir></fontconfig>"
)
# The pictures don't change from day to day.
DAY = date(2026, 11, 23)
MORNING = "2026-11-23T02:00:00Z"
HEIGHT = 1480
# As much as somebody scrolls; long lists are the same further down.
LONGEST = 1700
# The example of each kind of page: the first that there is, unless another shows more.
EXAMPLES = {
    "category": "categories/wages-contracts/",
    "department": "departments/hrss/",
    "group": "groups/rights-protection/",
    "life-event": "life-events/boss-wont-pay/",
    "paper": "forms/wage-complaint/",
    "policy": "policies/wage-payment-regulations/",
    "search": "search/?q=老板不给钱",
    "service": "services/residence-permit-apply/#ground=rented&who=self",
    "wall": "wall/window-phrases/",
    "county": "regions/990101/",
    "region": "regions/990100/",
}
# Kinds that stand at the root, or that are stamped from a shell.
OTHERS = {
    "appeal-in-region": "appeals/appeal-labour-security/990101/",
    "place": "places/990101/",
    "place-unconfirmed": "places/441602001001/",
    "elsewhere": "regions/330000/",
}
ROOTS = {"404": "404.html", "kiosk": "kiosk.html"}

GALLERY = """# Every kind of page · 每一种页面

Drawn by `make pictures`, from the real content and the made-up model county of `tests/demo` (模范县是编的).
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def model_county() -> Catalogue:
    """What the pictures show: the real content, and a county where everything is known because it is made up."""
    return resolve(load(Project(ROOT, ROOT / "tests" / "demo")), DAY)


@contextmanager
def served(catalogue: Catalogue) -> Iterator[str]:
    """The address of the site and its search, for as long as they are needed."""
    with tempfile.TemporaryDirectory() as folder:
        for made in (site.publish(catalogue, sheets(catalogue)), search.publish(catalogue)):
            for artifact in made:
                file = Path(folder, artifact.path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(artifact.data)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def phone(scale: float) -> Iterator[BrowserContext]:
    """A phone 360 CSS pixels wide, in the fonts of the printed sheets, on a Monday morning."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        config = Path(folder, "fonts.conf")
        config.write_text(FONTS_CONF.format(fonts=FONTS, cache=folder), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
        )
        context = browser.new_context(
            viewport={"width": 360, "height": HEIGHT // 2}, device_scale_factor=scale, service_workers="block"
        )
        context.clock.set_fixed_time(MORNING)
        yield context
        browser.close()


def kinds(catalogue: Catalogue) -> Mapping[str, str]:
    """An address below the language's root for each kind of page."""
    found: dict[str, str] = {}
    for page in all_pages(catalogue, "zh"):
        found.setdefault(page.template.removesuffix(".html"), page.address)
    unknown = EXAMPLES.keys() - found.keys()
    if unknown:
        raise KeyError(*unknown)
    return dict(sorted((found | EXAMPLES | OTHERS).items()))


def pictures(catalogue: Catalogue, host: str) -> None:
    """Every kind of page, in every language, as far as somebody scrolls."""
    folder = HERE / "pages"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    wanted = {kind: [f"{lang}/{at}" for lang in catalogue.languages] for kind, at in kinds(catalogue).items()}
    gallery = [GALLERY]
    with phone(1) as context:
        view = context.new_page()
        for kind, addresses in (wanted | {kind: [at] for kind, at in ROOTS.items()}).items():
            names = []
            for address in addresses:
                view.goto("about:blank")
                view.goto(host + address, wait_until="networkidle")
                names.append(f"{kind}.{address.partition('/')[0]}.webp" if len(addresses) > 1 else f"{kind}.webp")
                height = min(LONGEST, view.evaluate("document.documentElement.scrollHeight"))
                view.set_viewport_size({"width": 360, "height": height})
                picture = Image.open(BytesIO(view.screenshot())).convert("RGB")
                picture.save(folder / names[-1], quality=45, method=6)
                view.set_viewport_size({"width": 360, "height": HEIGHT // 2})
            gallery.append(f"## {kind}\n\n" + " ".join(f"![{view.title()}]({name})" for name in names) + "\n")
    (folder / "README.md").write_text("\n".join(gallery), encoding="utf-8")


def overview(catalogue: Catalogue, host: str) -> None:
    """A page in two languages, a notice and a board, side by side."""
    shown: list[Image.Image] = []
    with phone(2) as context:
        view = context.new_page()
        for lang in catalogue.languages:
            view.goto(f"{host}{lang}/services/wage-arrears-report/")
            shown.append(Image.open(BytesIO(view.screenshot())).convert("RGB"))
    for document, of, size in (("notice", "wage-arrears-report", "A4"), ("board", "441602001", "A2")):
        page = pypdfium2.PdfDocument(sheet(catalogue, FONTS, document, of, size=size).data)[0]
        shown.append(page.render(scale=HEIGHT / page.get_height()).to_pil().convert("RGB"))
    gap = 40
    whole = Image.new("RGB", (sum(p.width for p in shown) + gap * (len(shown) + 1), HEIGHT + 2 * gap), "#8a8f8c")
    x = gap
    for picture in shown:
        whole.paste(picture, (x, gap))
        x += picture.width + gap
    whole = whole.resize((whole.width // 2, whole.height // 2), Image.Resampling.LANCZOS)
    whole.quantize(64).save(HERE / "overview.png", optimize=True)


def main() -> None:
    """Draw them all."""
    catalogue = model_county()
    with served(catalogue) as host:
        overview(catalogue, host)
        pictures(catalogue, host)


if __name__ == "__main__":
    main()
