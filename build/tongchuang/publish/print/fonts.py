"""The fonts of every sheet: two static TrueType files, and nothing else that the machine may have."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from ...model.finding import Bilingual
from .error import PrintError

# Where the set-up command puts them: beside the program, whatever project is printed.
FOLDER = Path(__file__).resolve().parents[4] / ".cache" / "fonts"
FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf")
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def configuration(fonts: Path, folder: Path) -> Path:
    """A fontconfig file, written in ``folder``, under which only the files in ``fonts`` exist.

    Raises PrintError if ``fonts`` lacks one of ``FILES``.
    """
    for name in FILES:
        if not (fonts / name).is_file():
            raise PrintError(
                "",
                "",
                "",
                "",
                Bilingual(f"缺少字体 {fonts / name}", f"the font {fonts / name} is missing"),
                Bilingual("先运行 make hub 完成安装。", "Run make hub once to install what is needed."),
            )
    file, kept = folder / "fonts.conf", folder / "cache"
    # Workers that start together would each try to make it, and one of them complain.
    kept.mkdir(exist_ok=True)
    file.write_text(_CONFIGURATION.format(fonts=fonts.resolve(), cache=kept), encoding="utf-8")
    return file


@cache
def covered(fonts: Path) -> frozenset[int]:
    """The code points that all the fonts have a glyph for."""
    return frozenset.intersection(*(_code_points(fonts / name) for name in FILES))


def _code_points(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())
