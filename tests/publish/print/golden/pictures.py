"""Pictures of printed sheets to compare with: small, in four greys, all pages of a sheet side by side.

The fonts and libraries are pinned, so a picture drawn anew is the one that is kept, pixel by pixel. A grey of the kept
picture stands for a range of 64 of the 256 greys that were drawn; how far a new pixel lies outside that range is how much
it differs, and ``NOISE`` lets another rasteriser round otherwise. More than ``MOST`` pixels beyond that are a difference:
a board moved by 0.05 mm has over a thousand, one character less on it has about 4 to 16.
"""

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageOps

LONGER_SIDE = 560  # pixels of a page; the smallest text of each size of paper is then about 6 pixels high
A_ROW = 4  # pages
NOISE, MOST = 24, 3
_GREYS = 4
_RANGE = 256 // _GREYS


def drawn(pdf: bytes) -> Image.Image:
    """All pages of a PDF, in 256 greys."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [
            page.render(scale=LONGER_SIDE / max(page.get_size()), grayscale=True).to_pil().convert("L")
            for page in document
        ]
    width, height = (max(sides) + 1 for sides in zip(*(page.size for page in pages), strict=True))
    rows = -(-len(pages) // A_ROW)
    whole = Image.new("L", (width * min(len(pages), A_ROW), height * rows), 0)
    for number, page in enumerate(pages):
        whole.paste(page, (number % A_ROW * width, number // A_ROW * height))
    return whole


def keep(picture: Image.Image, file: Path) -> None:
    """Writes a picture to compare with."""
    file.parent.mkdir(parents=True, exist_ok=True)
    few = picture.point([grey // _RANGE * 255 // (_GREYS - 1) for grey in range(256)])
    few.convert("RGB").save(file, lossless=True, quality=100)


def difference(kept: Image.Image, new: Image.Image) -> Image.Image:
    """How far each pixel of ``new`` lies outside the grey that was kept: 0 where it is the same."""
    size = tuple(max(sides) for sides in zip(kept.size, new.size, strict=True))
    kept, new = (
        ImageOps.pad(one, size, centering=(0, 0), color=255) if one.size != size else one for one in (kept, new)
    )
    kept = kept.convert("L")
    darkest = kept.point([grey * _GREYS // 256 * _RANGE for grey in range(256)])
    lightest = darkest.point([min(255, grey + _RANGE - 1) for grey in range(256)])
    return ImageChops.lighter(ImageChops.subtract(darkest, new), ImageChops.subtract(new, lightest))


def differs(kept: Image.Image, new: Image.Image) -> int:
    """How many pixels differ by more than noise."""
    if kept.size != new.size:
        return max(kept.width * kept.height, new.width * new.height)
    return sum(difference(kept, new).histogram()[NOISE + 1 :])


def side_by_side(kept: Image.Image, new: Image.Image) -> Image.Image:
    """The kept picture, the new one, and the new one pale with what differs in red."""
    apart = difference(kept, new)
    pale = Image.new("L", apart.size, 255)
    pale.paste(new)
    marked = Image.blend(pale, Image.new("L", pale.size, 255), 0.7).convert("RGB")
    marked.paste("#d00000", mask=apart.point([0] * (NOISE + 1) + [255] * (255 - NOISE)))
    shown = [kept.convert("RGB"), new.convert("RGB"), marked]
    whole = Image.new("RGB", (sum(one.width + 8 for one in shown), apart.height + 14), "white")
    x = 0
    for name, one in zip(("kept", "new", "difference"), shown, strict=True):
        ImageDraw.Draw(whole).text((x + 2, 1), name, fill="black")
        whole.paste(one, (x, 14))
        x += one.width + 8
    return whole
