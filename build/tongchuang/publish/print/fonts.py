"""The fonts of every sheet: two static TrueType files, and nothing else that the machine may have."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf")
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def configuration(fonts: Path, folder: Path) -> Path:
    """A fontconfig file, written in ``folder``, under which only the files in ``fonts`` exist.

    Raises FileNotFoundError if ``fonts`` lacks one of ``FILES``.
    """
    for name in FILES:
        if not (fonts / name).is_file():
            raise FileNotFoundError(fonts / name)
    file = folder / "fonts.conf"
    file.write_text(_CONFIGURATION.format(fonts=fonts.resolve(), cache=folder / "cache"), encoding="utf-8")
    return file


@cache
def covered(fonts: Path) -> frozenset[int]:
    """The code points that all the fonts have a glyph for."""
    maps = [TTFont(fonts / name, lazy=True).getBestCmap() for name in FILES]
    return frozenset(set(maps[0]).intersection(*maps[1:]))
