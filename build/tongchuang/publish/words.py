"""Interface words of each language, and the ways in which a language writes times, dates and articles.

A language is one file, ``words/<lang>.yaml``; nothing else knows that there are two.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..model.common import Citation, Duration
from ..model.place import Hours, SpecialHours, WeeklyTimes
from ..model.policy import Policy
from ..model.service import Fee

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

    def charged(self, fee: Fee) -> str:
        """Free or not; in part, where charges are named and none has an amount: they depend on the case."""
        if fee.free:
            return self("free")
        return self("partly_free" if fee.items and not any(item.yuan for item in fee.items) else "not_free")

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

    def hours(self, hours: Hours) -> str:
        """Opening hours in one line: each week, then holidays, make-up days and the note; special days apart."""
        parts = [
            self._week(hours.weekly),
            self(f"hours.holidays.{hours.holidays}") if hours.holidays else "",
            self(f"hours.make_up_days.{hours.make_up_days}") if hours.make_up_days else "",
            hours.note or "",
        ]
        return self("hours.join").join(filter(None, parts))

    def special_hours(self, special: SpecialHours) -> str:
        """What holds on some days only, and why."""
        first, last = self.date(special.starts), self.date(special.ends)
        return self(
            "hours.special",
            days=first if first == last else self("hours.period", starts=first, ends=last),
            what=self._week(special.weekly) if special.weekly else self("hours.closed"),
            why=special.why,
        )

    def _week(self, weekly: Sequence[WeeklyTimes]) -> str:
        """The times of a week, days that are alike together, in the order of their first."""
        alike: dict[tuple[tuple[str, str, bool], ...], list[int]] = {}
        for day in range(1, 8):
            times = sorted((t.opens, t.closes, t.by_appointment) for t in weekly if day in t.days)
            if times:
                alike.setdefault(tuple(times), []).append(day)
        found = [
            self("hours.open_on", days=self._days(days), times=self._times(times)) for times, days in alike.items()
        ]
        return self("hours.join").join(found) or self("hours.none")

    def _days(self, days: Sequence[int]) -> str:
        """Days of the week in rising order, three or more in a row as a run."""
        if len(days) == 7:
            return self("hours.every_day")
        runs: list[list[int]] = []
        for day in days:
            if runs and day == runs[-1][-1] + 1:
                runs[-1].append(day)
            else:
                runs.append([day])
        said = []
        for run in runs:
            names = [self(f"hours.day.{day}") for day in run]
            said += names if len(run) < 3 else [self("hours.run", first=names[0], last=names[-1])]
        return self._joined(said, "day")

    def _times(self, times: Iterable[tuple[str, str, bool]]) -> str:
        said = []
        for opens, closes, by_appointment in times:
            time = self("hours.time", opens=opens.removeprefix("0"), closes=closes.removeprefix("0"))
            said.append(self("hours.by_appointment", times=time) if by_appointment else time)
        return self._joined(said, "time")

    def _joined(self, said: Sequence[str], what: str) -> str:
        *before, last = said
        return self(f"hours.last_{what}_join").join(filter(None, (self(f"hours.{what}s_join").join(before), last)))

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
    return Words(lang, yaml.load((FOLDER / f"{lang}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader))


def languages() -> tuple[str, ...]:
    """All languages that have words, the Chinese original first."""
    found = sorted(file.stem for file in FOLDER.glob("*.yaml"))
    return tuple(sorted(found, key=lambda lang: lang != "zh"))
