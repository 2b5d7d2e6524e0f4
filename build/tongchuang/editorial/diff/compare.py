"""Comparing two versions of the content record by record."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from ... import schemas
from ...catalogue import Catalogue, resolve
from ...catalogue.due import due
from ...catalogue.revisions import stale_fields
from ...check import check
from ...load.sources import Sources
from ...model.common import Revision
from ...model.finding import Bilingual, Finding
from . import fields, walls
from .reach import Reach
from .records import Key, Record, records
from .report import Change, Day, Loss, Report, Stale, What
from .told import Teller, kind_name

# So many records of a kind that go at once are probably a mistake: ten, or three that are a fifth of all.
MANY, FEW, SHARE = 10, 3, 0.2
_AHEAD = 3660  # days; as far as days that begin or end are told


class Unreadable(Exception):
    """A version is too broken to be compared; ``message`` says so and names the first thing wrong with it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message.en)
        where = f"{finding.path}:{finding.line}:{finding.column}: {finding.code}"
        self.message = Bilingual(
            f"旧版本的内容有错，读不了，没有比较。这不等于没有改动。\n    {where} {finding.message.zh}",
            "The content of the base is broken and can't be read; nothing was compared. That does not mean that nothing "
            f"changed.\n    {where} {finding.message.en}",
        )


@dataclass(frozen=True)
class Version:
    """The content at one time, resolved for the day of the comparison; ``errors`` counts those that it has."""

    sources: Sources
    catalogue: Catalogue
    errors: int = 0

    @classmethod
    def of(cls, sources: Sources, day: date) -> "Version":
        """The version that ``sources`` are; Unreadable where errors leave nothing sound to compare.

        An earlier revision may break rules that are younger, or that time has broken: that alone is no hindrance.
        """
        errors = [finding for finding in check(sources, day) if finding.severity == "error"]
        understood = {document.path for document in sources.documents}
        for finding in errors:
            if finding.path not in understood:
                raise Unreadable(finding)
        try:
            return cls(sources, resolve(sources, day), len(errors))
        except (LookupError, TypeError, ValueError, AttributeError, StopIteration, msgspec.MsgspecError):
            if not errors:
                raise
            raise Unreadable(errors[0]) from None


def compare(before: Version, after: Version, revision: str, commit: str) -> Report:
    """The report of the change from one version to another; ``revision`` is what ``commit`` was asked for as."""
    return _Comparison(before, after).report(revision, commit)


class _Comparison:
    def __init__(self, before: Version, after: Version) -> None:
        self._before, self._after = before, after
        self._old, self._new = records(before.sources), records(after.sources)
        self._reach = Reach(before.catalogue.view("zh"), after.catalogue.view("zh"))
        self._tell = Teller((self._old, self._new), (before.catalogue, after.catalogue), self._reach)

    def report(self, revision: str, commit: str) -> Report:
        keys = sorted({*self._old, *self._new})
        changes = [change for key in keys if not key.lang and (change := self._change(key))]
        sheets, on_walls = walls.sheets(self._before.catalogue, self._after.catalogue)
        return Report(
            revision=revision,
            base=commit,
            as_of=self._after.catalogue.as_of.isoformat(),
            base_errors=self._before.errors,
            changes=tuple(sorted(changes, key=_weight)),
            translated=tuple(found for key in keys if key.lang and (found := self._tell.translated(key))),
            stale=tuple(self._stale(changes)),
            sheets=sheets,
            walls=on_walls,
            days=tuple(self._days()),
            losses=tuple(self._losses(changes)),
        )

    def _change(self, key: Key) -> Change | None:
        old, new = self._old.get(key), self._new.get(key)
        record = new or old
        if record is None or (old and new and old.data == new.data):
            return None
        what: What = "changed"
        if old is None or new is None:
            what = "added" if old is None else "removed"
        elif new.data.get("withdrawn") and not old.data.get("withdrawn"):
            what = "withdrawn"
        found = list(self._tell.differing(key, old, new))
        revisions = _new_revisions(old, new)
        if what == "changed" and not found and not revisions:
            return None
        return Change(
            kind=key.kind,
            kind_name=kind_name(key.kind),
            id=key.id,
            name=self._tell.name(key),
            path=record.path,
            what=what,
            substance=tuple(field for field, minor in found if not minor),
            wording=tuple(field for field, minor in found if minor),
            revisions=revisions,
            region=key.region or None,
            region_name=self._tell.named("region", key.region) if key.region else None,
            starts=_starts(old, new, revisions),
            windows=self._reach.windows(key),
        )

    def _stale(self, changes: list[Change]) -> Iterator[Stale]:
        """Translations that were up to date, or that nothing dates, and whose original went on without them."""
        for lang in self._after.catalogue.languages[1:]:
            for change in changes:
                if change.what in ("changed", "withdrawn"):
                    dated = change.kind in schemas.TRANSLATED_BY_REVISION
                    titles = self._stale_by_revision(change, lang) if dated else self._left_behind(change, lang)
                    if titles:
                        yield Stale(lang, change.kind_name, change.id, change.name, tuple(titles))

    def _stale_by_revision(self, change: Change, lang: str) -> list[Bilingual]:
        """The fields that a translation has not followed, if this change made it fall behind."""
        old, new = (version.catalogue.views.get(lang) for version in (self._before, self._after))
        now = new.record(change.kind, change.id) if new else None
        was = old.collection(change.kind).get(change.id) if old else None
        if now is None or now.translation.status != "stale" or (was and was.translation.status == "stale"):
            return []
        schema = schemas.schema(change.kind)
        return [fields.title(fields.below(schema, name), name) for name in stale_fields(now)]

    def _left_behind(self, change: Change, lang: str) -> list[Bilingual]:
        """The fields whose words changed and whose translation did not."""
        found = (*change.substance, *change.wording)
        key = Key(change.kind, change.id, change.region or "", lang)
        left = self._tell.left_behind(key, [field.path for field in found])
        return [field.title for field, behind in zip(found, left, strict=True) if behind]

    def _days(self) -> Iterator[Day]:
        """What begins or ends on a day, and did not before."""
        before, after = (due(version.sources, version.catalogue, _AHEAD) for version in (self._before, self._after))
        known = {replace(event, line=0, path="", name=Bilingual("", "")) for event in before}
        for event in after:
            if (
                event.event in ("starts", "ends")
                and replace(event, line=0, path="", name=Bilingual("", "")) not in known
            ):
                yield Day(event.day, event.event, kind_name(event.kind), event.id, event.name)

    def _losses(self, changes: list[Change]) -> Iterator[Loss]:
        gone = Counter(change.kind for change in changes if change.what in ("removed", "withdrawn"))
        there = Counter(key.kind for key in self._old if not key.lang)
        for kind, count in sorted(gone.items()):
            if count >= MANY or (count >= FEW and count >= SHARE * there[kind]):
                yield Loss(kind_name(kind), count, there[kind])


def _weight(change: Change) -> tuple[bool, int, str, str, str]:
    """Substance first, what reaches most windows before the rest."""
    return not change.functional, -(change.windows or 0), change.kind, change.id, change.region or ""


def _new_revisions(old: Record | None, new: Record | None) -> tuple[Revision, ...]:
    known = {revision["id"] for revision in (old.data.get("revisions", ()) if old else ())}
    written = new.data.get("revisions", ()) if new else ()
    return tuple(msgspec.convert(revision, Revision) for revision in written if revision["id"] not in known)


def _starts(old: Record | None, new: Record | None, revisions: tuple[Revision, ...]) -> str | None:
    """The first day of the change: that from which the record newly holds, else that of its newest revision."""
    if new is None:
        return None
    for pointer in (("withdrawn", "date"), ("dates", "effective"), ("validity", "starts"), ("starts",)):
        day = fields.at(new.data, pointer)
        if isinstance(day, str) and (old is None or fields.at(old.data, pointer) != day):
            return day
    days = [revision.date for revision in revisions if revision.kind == "functional"]
    return max(days, default=None)
