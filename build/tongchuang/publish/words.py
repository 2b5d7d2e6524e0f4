"""Interface words of each language, and the ways in which a language writes times, dates and articles.

A language is one file, ``words/<lang>.yaml``; nothing else knows that there are two.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..model.common import Citation, Duration
from ..model.policy import Policy

FOLDER = Path(__file__).parent / "words"
_ARTICLE = re.compile(r"(\d+)(?:-(\d+))?((?:\(\d+\))*)")


@dataclass(frozen=True)
class Words:
    """The words of one language; ``words("site.search")`` looks one up by its dotted key."""

    lang: str
    table: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The words under ``key`` with ``values`` filled in; KeyError if the file lacks the key."""
        found: Any = self.table
        for part in key.split("."):
            found = found[part]
        text = str(found)
        return text.format(**values) if values else text

    def duration(self, duration: Duration) -> str:
        """A time limit with its unit, without what it is counted from."""
        forms: Mapping[str, str] = self.table["units"][duration.unit]
        form = forms["one"] if duration.value == 1 else forms["other"]
        return form.format(n=duration.value)

    def limit(self, duration: Duration) -> str:
        """A time limit with what it is counted from, if that is known."""
        if not duration.counted_from:
            return self.duration(duration)
        return self("limit", duration=self.duration(duration), start=duration.counted_from)

    def date(self, iso: str) -> str:
        """An ISO date as the language writes it."""
        year, month, day = iso.split("-")
        months = self.table["months"]
        return self("date", year=year, month=months[int(month) - 1], day=int(day))

    def article(self, article: str, policy: Policy) -> str:
        """An article in digits (``14(6)``, ``276-1``) as the language cites it, called what the policy calls it."""
        match = _ARTICLE.fullmatch(article)
        if not match:
            raise ValueError(article)
        number, bis, items = match.groups()
        called = policy.articles.called if policy.articles else "article"
        text = self("article.bis", n=number, bis=bis) if bis else self(f"article.{called}", n=number)
        for item in re.findall(r"\d+", items):
            text += self("article.sub", n=item)
        return text

    def citation(self, citation: Citation, policies: Mapping[str, Policy]) -> str:
        """A citation with the policy's short title and the article."""
        policy = policies[citation.policy]
        title = self("citation.title", title=policy.short or policy.title)
        return title + (self("citation.join") + self.article(citation.article, policy) if citation.article else "")


@cache
def words(lang: str) -> Words:
    """The words of ``lang``; FileNotFoundError for a language without a file."""
    return Words(lang, yaml.safe_load((FOLDER / f"{lang}.yaml").read_text(encoding="utf-8")))


def languages() -> tuple[str, ...]:
    """All languages that have words, the Chinese original first."""
    found = sorted(file.stem for file in FOLDER.glob("*.yaml"))
    return tuple(sorted(found, key=lambda lang: lang != "zh"))
