"""Draws docs/pictures/overview.png from dist/current: run ``make pictures`` after ``make hub``."""

import functools
import http.server
import os
import tempfile
import threading
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "dist" / "current"
FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>'
    "<cachedir>{cache}</cachedir></fontconfig>"
)
HEIGHT = 1480


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the release without a log."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def phone(*pages: str) -> list[Image.Image]:
    """The first screens of pages on a phone 360 CSS pixels wide, in the fonts of the printed sheets."""
    from playwright.sync_api import sync_playwright

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(RELEASE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    shots = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        config = Path(folder) / "fonts.conf"
        config.write_text(FONTS.format(fonts=ROOT / ".cache" / "fonts", cache=folder), encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            env={**os.environ, "FONTCONFIG_FILE": str(config)},
        )
        view = browser.new_page(viewport={"width": 360, "height": HEIGHT // 2}, device_scale_factor=2)
        for number, page in enumerate(pages):
            view.goto(f"http://127.0.0.1:{server.server_port}/{page}")
            file = Path(folder) / f"{number}.png"
            view.screenshot(path=str(file))
            shots.append(Image.open(file).convert("RGB").copy())
        browser.close()
    server.shutdown()
    return shots


def sheet(path: str) -> Image.Image:
    """The first page of a printed sheet, as high as a screen."""
    page = pypdfium2.PdfDocument(RELEASE / "print" / path)[0]
    return (
        page.render(scale=HEIGHT / page.get_height())
        .to_pil()
        .convert("RGB")
        .resize((round(HEIGHT * page.get_width() / page.get_height()), HEIGHT))
    )


def main() -> None:
    """Put the pictures side by side."""
    pictures = [
        *phone("zh/services/wage-arrears-report/", "en/services/wage-arrears-report/"),
        sheet("notices/wage-arrears-report.zh.pdf"),
        sheet("boards/441602001.A2.zh.pdf"),
    ]
    gap = 40
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) + 1)
    overview = Image.new("RGB", (width, HEIGHT + 2 * gap), "#8a8f8c")
    x = gap
    for picture in pictures:
        overview.paste(picture, (x, gap))
        x += picture.width + gap
    overview = overview.resize((overview.width // 2, overview.height // 2), Image.Resampling.LANCZOS)
    overview.quantize(64).save(ROOT / "docs" / "pictures" / "overview.png", optimize=True)


if __name__ == "__main__":
    main()
