"""The words of the report (``words.yaml``) in one language."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ...publish.words import Words

LANGUAGES = ("zh", "en")


@cache
def wording(lang: str) -> Words:
    """The words of the report in ``lang``; KeyError for a language that tools don't speak."""
    written: Any = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
    return Words(lang, written[lang])
