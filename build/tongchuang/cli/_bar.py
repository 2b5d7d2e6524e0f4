"""How far a long command is."""

import sys
from collections.abc import Mapping

from ..model.finding import Bilingual


class Bar:
    """Progress on standard error: a line for each publisher, and a count that moves on a terminal."""

    NAMES: Mapping[str, Bilingual] = {
        "site": Bilingual("网站", "site"),
        "api": Bilingual("接口", "API"),
        "export": Bilingual("表格", "tables"),
        "search": Bilingual("搜索", "search"),
        "offline": Bilingual("离线内容", "offline"),
        "print": Bilingual("印刷品", "print"),
    }

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._moving = False

    def __call__(self, publisher: str, done: int, total: int) -> None:
        name = self.NAMES[publisher].in_language(self._lang)
        if not total:
            self.close()
            print(f"{name} …", file=sys.stderr, flush=True)
        elif sys.stderr.isatty():
            width = 30 * done // total
            print(f"\r{name} [{'#' * width:<30}] {done}/{total}", end="", file=sys.stderr, flush=True)
            self._moving = True
        elif done * 4 // total != (done - 1) * 4 // total:
            print(f"{name} {done}/{total}", file=sys.stderr, flush=True)

    def close(self) -> None:
        """End the line that moves."""
        if self._moving:
            print(file=sys.stderr)
        self._moving = False
