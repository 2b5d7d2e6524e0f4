"""Draws the pictures of the documentation from the content and the made-up model county: ``make pictures``.

``overview.png`` stands in the READMEs. ``pages/`` holds every kind of page as a phone shows it, in every language.
"""

import functools
import http.server
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import BrowserContext, Page, sync_playwright
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish import api, offline, search, site
from tongchuang.publish.print import sheet
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.pages import all_pages

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FONTS = ROOT / ".cache" / "fonts"
FONTS_CONF = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>'
    # English in a Latin font, as on a phone, where the machine has this one; the system's own font is Chinese.
    "<dir>/usr/share/fonts/truetype/dejavu</dir><selectfont><rejectfont><glob>*Serif*</glob></rejectfont>"
    "<rejectfont><glob>*Mono*</glob></rejectfont></selectfont>"
    '<match><test name="family" qual="all" compare="not_contains"><string>DejaVu</string></test>'
    '<edit name="family" mode="append" binding="strong"><string>Noto Sans SC</string></edit></match>'
    "<cachedir>{cache}</cachedir></fontconfig>"
)
# The pictures don't change from day to day.
DAY = date(2026, 11, 23)
MORNING = "2026-11-23T02:00:00Z"
HEIGHT = 1480
# A longer page is shown down to here, and then its end: long lists are the same in between.
LONGEST = 2600
END = 700
# The example of each kind of page: the first that there is, unless another shows more.
EXAMPLES = {
    "category": "categories/wages-contracts/",
    "county": "regions/441602/",
    "department": "departments/hrss/",
    "elsewhere": "regions/330000/",
    "group": "groups/rights-protection/",
    "life-event": "life-events/boss-wont-pay/",
    "paper": "forms/wage-complaint/",
    "place": "places/441602001/",
    "policy": "policies/wage-payment-regulations/",
    "search": "search/?q=老板不给钱",
    "service": "services/residence-permit-apply/",
    "appeal-in-region": "appeals/appeal-labour-security/441602/",
    "wall": "wall/window-phrases/",
}
# What only a county has where everything is known.
MODEL = {
    "courses": "courses/",
    "dated": "activities/",
    "notices": "notices/",
    "place-confirmed": "places/990101/",
    "rates": "rates/",
    "routing": "routing/990100/",
}
ROOTS = {"404": "404.html"}
# A terminal stands upright.
TERMINAL = {"width": 1080, "height": 1920}
GALLERY = """# Every kind of page · 每一种页面

Drawn by `make pictures`, from the real content and the made-up model county of `tests/demo` (模范县是编的).
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(catalogue: Catalogue) -> Iterator[str]:
    """The address of the hub without its sheets, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        publishers = (site.publish(catalogue, sheets(catalogue)), search.publish(catalogue), api.publish(catalogue))
        files = {artifact.path: artifact.data for made in publishers for artifact in made}
        kept = {path: data for path, data in files.items() if offline.may_keep(path)}
        files |= {made.path: made.data for made in offline.publish(catalogue, kept, site.frame().assets)}
        for path, data in files.items():
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
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
        context = browser.new_context(viewport={"width": 360, "height": HEIGHT // 2}, device_scale_factor=scale)
        context.clock.set_fixed_time(MORNING)
        yield context
        browser.close()


def kinds(catalogue: Catalogue) -> dict[str, str]:
    """An address below the language's root for each kind of page of the real content."""
    found: dict[str, str] = {}
    for page in all_pages(catalogue, "zh"):
        found.setdefault(page.template.removesuffix(".html"), page.address)
    return found | EXAMPLES


def pictures(catalogue: Catalogue, host: str, model_host: str) -> None:
    """Every kind of page, in every language, as far as somebody scrolls."""
    folder = HERE / "pages"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    wanted = {kind: (host, at) for kind, at in kinds(catalogue).items()}
    wanted |= {kind: (model_host, at) for kind, at in MODEL.items()}
    taken = {
        kind: {f"{kind}.{lang}.webp": f"{base}{lang}/{at}" for lang in catalogue.languages}
        for kind, (base, at) in sorted(wanted.items())
    }
    taken |= {kind: {f"{kind}.webp": host + at} for kind, at in ROOTS.items()}
    gallery = [GALLERY]
    with phone(1) as context:
        view = context.new_page()
        for kind, files in taken.items():
            shown = []
            for name, address in files.items():
                view.goto("about:blank")
                view.goto(address, wait_until="networkidle")
                view.locator("#checking").wait_for(state="hidden")
                _whole(view).save(folder / name, quality=45, method=6)
                shown.append(f"![{view.title()}]({name})")
            gallery.append(f"## {kind}\n\n{' '.join(shown)}\n")
        view.set_viewport_size(TERMINAL)
        view.goto(f"{host}kiosk.html", wait_until="networkidle")
        terminal = Image.open(BytesIO(view.screenshot())).convert("RGB")
        terminal.resize((540, 960), Image.Resampling.LANCZOS).save(folder / "kiosk.webp", quality=60, method=6)
        gallery.append(f"## kiosk\n\n![{view.title()}](kiosk.webp)\n")
    (folder / "README.md").write_text("\n".join(gallery), encoding="utf-8")


def _whole(view: Page) -> Image.Image:
    """A page from top to end, without the middle of a long one."""
    height = view.evaluate("document.documentElement.scrollHeight")
    view.set_viewport_size({"width": 360, "height": height})
    whole = Image.open(BytesIO(view.screenshot())).convert("RGB")
    view.set_viewport_size({"width": 360, "height": HEIGHT // 2})
    if height <= LONGEST + END:
        return whole
    shown = Image.new("RGB", (whole.width, LONGEST + END + 8), "#8a8f8c")
    shown.paste(whole.crop((0, 0, whole.width, LONGEST)), (0, 0))
    shown.paste(whole.crop((0, height - END, whole.width, height)), (0, LONGEST + 8))
    return shown


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
    real, model = (resolve(load(Project(ROOT, overlay)), DAY) for overlay in (None, ROOT / "tests" / "demo"))
    with served(real) as host, served(model) as model_host:
        overview(real, host)
        pictures(real, host, model_host)


if __name__ == "__main__":
    main()
