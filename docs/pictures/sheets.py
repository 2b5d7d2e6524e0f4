"""Draws the gallery of printed documents from the content and the made-up model county: ``make pictures``.

``sheets/`` holds one sheet of each, and for those that hang large what is left of it from three metres;
``docs/gallery.md`` and ``docs/gallery.zh.md`` show them. What is needed of a new document is in its own folder; an
example that shows more than the first of its sheets is named here.
"""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.print import sheet
from tongchuang.publish.print.documents import documents

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FONTS = ROOT / ".cache" / "fonts"
DAY = date(2026, 11, 23)
# Of what, on which paper, in which language and for which place or window each is shown.
EXAMPLES: dict[str, dict[str, str]] = {
    "board": {"of": "441602001", "size": "A2"},
    "card": {"of": "visitor-phrases", "size": "A5", "lang": "both"},
    "category": {"of": "wages-contracts", "size": "A2"},
    "duties": {"of": "hunan-2020"},
    "event": {"of": "boss-wont-pay", "lang": "both"},
    "filled": {"of": "wage-complaint"},
    "form": {"of": "wage-complaint"},
    "guide": {"of": "culture"},
    "leaflet": {"of": "wage-payment-regulations"},
    "notice": {"of": "wage-arrears-report", "lang": "both"},
    "placard": {"of": "site-wage-board", "size": "A3"},
    "process": {"of": "wage-arrears-report"},
    "rights": {"of": "boss-wont-pay", "lang": "both"},
    "sign": {"of": "441602001", "window": "win-petition", "lang": "both"},
    "wall": {"of": "dangerous-work", "size": "A2", "lang": "both"},
}
# What only a county has where everything is known.
MODEL: dict[str, dict[str, str]] = {
    "guidebook": {"of": "990101001001"},
    "plate": {"of": "990101"},
    "posts": {"of": "990101001", "size": "A2"},
    "season": {"of": "demo-closure", "size": "A3"},
    "timetable": {"of": "demo-mobile", "lang": "both"},
    "walls": {"of": "990101"},
}
HEIGHT = 620  # pixels of a sheet in a picture
MOST = 25_000  # bytes of a picture
# A screen has about 96 pixels an inch and is read from 40 cm: so large does a sheet look there that hangs 3 m away.
AFAR = 96 / 25.4 * 0.4 / 3
LARGE = 590  # millimetres of height: what hangs to be read from afar
BOOKLET = "A5"  # of which its cover and two pages from inside are shown
WORDS = {
    "zh": (
        "# 能印的全部\n\n[English](gallery.md) · 怎么印：[给服务中心、所、站](centres.zh.md)\n\n"
        "由 `make pictures` 画成，用真的内容和编出来的模范县（`tests/demo`）。没有设发布单位，所以都标着“样稿”。\n"
    ),
    "en": (
        "# Everything that can be printed\n\n[中文](gallery.zh.md) · How to print it: [for centres](centres.md)\n\n"
        "Drawn by `make pictures`, from the real content and the made-up model county (`tests/demo`). No publisher is "
        "set, so each is marked as a sample.\n"
    ),
}
SIZES = {"zh": "尺寸：{sizes}", "en": "Sizes: {sizes}"}
FROM_AFAR = {
    "zh": "挂在3米外看，和离这张小图40厘米看一样大：",
    "en": "From 3 metres it looks as large as this from 40 cm:",
}


def main() -> None:
    """Draw them all, and write the pages that show them."""
    real, model = (resolve(load(Project(ROOT, overlay)), DAY) for overlay in (None, ROOT / "tests" / "demo"))
    folder = HERE / "sheets"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    for name in documents():
        catalogue, example = (model, MODEL[name]) if name in MODEL else (real, EXAMPLES.get(name, {}))
        draw(catalogue, name, example, folder)
    for lang, top in WORDS.items():
        suffix = "" if lang == "en" else f".{lang}"
        entries = [top, *(entry(name, lang, folder) for name in documents())]
        (HERE.parent / f"gallery{suffix}.md").write_text("\n".join(entries), encoding="utf-8")


def draw(catalogue: Catalogue, name: str, example: dict[str, str], folder: Path) -> None:
    """The sheet of a document, a booklet with pages from inside, and one that hangs large as it looks from afar."""
    document = documents()[name]
    of = example.get("of") or next(iter(document.defaults(catalogue.view("zh")))).of
    size = example.get("size", document.sizes[0])
    asked = {key: example[key] for key in ("lang", "window") if key in example}
    with pypdfium2.PdfDocument(sheet(catalogue, FONTS, name, of, size=size, **asked).data) as pdf:
        numbers = [0]
        if size == BOOKLET:
            numbers = sorted({0, 1, len(pdf) // 2} & set(range(len(pdf))))
        shown = [_page(pdf[number], HEIGHT) for number in numbers]
        high = pdf[0].get_height() / 72 * 25.4
        afar = _page(pdf[0], round(high * AFAR)) if high > LARGE else None
    _save(_side_by_side(shown), folder / f"{name}.webp")
    if afar:
        _save(afar, folder / f"{name}.3m.webp")


def _page(page: pypdfium2.PdfPage, height: int) -> Image.Image:
    """A page so many pixels high, drawn twice as large first so that its letters stay clear."""
    large = page.render(scale=2 * height / page.get_height()).to_pil().convert("RGB")
    return large.resize((large.width // 2, large.height // 2), Image.Resampling.LANCZOS)


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    gap = 6
    whole = Image.new("RGB", (sum(p.width + gap for p in pages) + gap, pages[0].height + 2 * gap), "#8a8f8c")
    x = gap
    for page in pages:
        whole.paste(page, (x, gap))
        x += page.width + gap
    return whole


def _save(picture: Image.Image, file: Path) -> None:
    """As good as fits into ``MOST`` bytes; a busy picture gets smaller too."""
    for share in (1, 0.85, 0.7, 0.55):
        small = picture.resize((round(picture.width * share), round(picture.height * share)), Image.Resampling.LANCZOS)
        for quality in (80, 60, 40, 25):
            data = BytesIO()
            small.save(data, "webp", quality=quality, method=6)
            if data.tell() <= MOST:
                file.write_bytes(data.getvalue())
                return
    raise ValueError(f"{file.name}: no picture of at most {MOST} bytes")


def entry(name: str, lang: str, folder: Path) -> str:
    """What a document is called and for, its sizes, and its pictures."""
    document = documents()[name]
    words = document.words(lang)
    title = words(f"print.{name}.title")
    sizes = SIZES[lang].format(sizes=" · ".join(document.sizes))
    found = [f"## {title}（`{name}`）" if lang == "zh" else f"## {title} (`{name}`)"]
    found += [words(f"print.{name}.purpose"), sizes, f"![{title}](pictures/sheets/{name}.webp)"]
    if (folder / f"{name}.3m.webp").exists():
        found += [FROM_AFAR[lang], f"![{title} · 3 m](pictures/sheets/{name}.3m.webp)"]
    return "\n\n".join(found) + "\n"


if __name__ == "__main__":
    main()
