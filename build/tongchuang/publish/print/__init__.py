"""Paper: every document of ``documents`` as PDF, and the pages that the QR codes on sheets open."""

from .error import PrintError
from .fonts import FOLDER as FONTS
from .publish import Progress, network, publish, sheet

__all__ = ["FONTS", "PrintError", "Progress", "network", "publish", "sheet"]
