"""What is wrong with a piece of content, in words an editor can act on."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Chinese and English; tools speak these two, whatever languages the content has."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        """The Chinese words for any Chinese tag, else the English ones."""
        return self.zh if lang.startswith("zh") else self.en


class Failure(Exception):
    """Something can't be done; ``message`` says what happened and what to do next."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place of one file.

    ``path`` is relative to the project, with forward slashes; ``line`` and ``column`` count from 1.
    Errors stop a build, warnings and advice do not.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: Bilingual
    remedy: Bilingual
