"""Paper: services boards, one-time notices and window signs as PDF, and the pages that their QR codes open."""

from .error import PrintError
from .fonts import FOLDER as FONTS
from .publish import Progress, publish, sheet

__all__ = ["FONTS", "PrintError", "Progress", "publish", "sheet"]
