"""Telling what differs: each value before and after in words, under the names that editors know."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ... import schemas
from ...catalogue import Catalogue, translate
from ...catalogue.revisions import BODY, WORDING_ANYWHERE, difference
from ...load.sources import Kind, Pointer
from ...model.finding import Bilingual
from . import fields
from .reach import Reach
from .records import Key, Record, schema_of
from .report import Field, Translated
from .say import Speaker
from .wording import LANGUAGES, wording

_SLOGANS = frozenset({"tagline"})  # wording of records that have no revisions
_MEMORY = frozenset({"id", "revisions", "base"})  # told apart, or in the heading
_REVIEW = "review"
_OTHERS = {
    "region": Bilingual("行政区划", "Division"),
    "local": Bilingual("地方版本", "Local version"),
}
_MADE_OF = Bilingual("译自哪次修订", "Made of revision")


def kind_name(kind: Kind) -> Bilingual:
    """What editors call a kind of record."""
    if kind in _OTHERS:
        return _OTHERS[kind]
    schema = schemas.schema(kind)
    return Bilingual(schema["title"], schema["x-en"])


class Teller:
    """Tells of the records of two versions of the content."""

    def __init__(
        self,
        records: tuple[Mapping[Key, Record], Mapping[Key, Record]],
        catalogues: tuple[Catalogue, Catalogue],
        reach: Reach,
    ) -> None:
        self._records, self._reach = records, reach
        self._speakers = {
            lang: tuple(Speaker(c.views.get(lang, c.view(c.languages[0])), lang) for c in catalogues)
            for lang in LANGUAGES
        }

    def named(self, kind: Kind, id_: str) -> Bilingual:
        """What a record is called in the newer version that has it; its id for kinds without names."""
        names = {}
        for lang, (old, new) in self._speakers.items():
            try:
                name = new.name(kind, id_)
                names[lang] = name if name != id_ else old.name(kind, id_)
            except KeyError:
                names[lang] = id_
        return Bilingual(names["zh"], names["en"])

    def name(self, key: Key) -> Bilingual:
        """What the record of a key is called; a local version by its service."""
        if key.kind == "hub":
            return kind_name("hub")
        return self.named("service" if key.kind == "local" else key.kind, key.id)

    def differing(self, key: Key, old: Record | None, new: Record | None) -> Iterator[tuple[Field, bool]]:
        """Each value that differs, and whether only in wording.

        Of a new record all that it says, a new local version beside the standard; nothing of one that is gone.
        """
        if new is None:
            return
        before = old or Record(new.path, self._standard(key, new))
        substance = {name for name, minor in difference(before.data, new.data).items() if not minor}
        words = {lang: self._in_words(key, before, new, lang) for lang in LANGUAGES}
        for one in fields.differences(schema_of(key), before.data, new.data):
            top = str(one.pointer[0])
            if top in _MEMORY or (old is None and top == _REVIEW):
                continue
            minor = key.kind != "region" and (
                top not in substance or top in _SLOGANS or one.pointer[-1] == WORDING_ANYWHERE
            )
            yield self._field(key, replace(one, after=_brief(top, one.after)) if old is None else one, words), minor

    def _standard(self, key: Key, new: Record) -> Mapping[str, Any]:
        """What the standard item says where a local version differs."""
        standard = self._records[1].get(Key("service", key.id)) if key.kind == "local" else None
        return _alike(standard.data, new.data) if standard else {}

    def _field(self, key: Key, one: fields.Difference, words: Mapping[str, tuple[Any, Any]]) -> Field:
        node = schema_of(key)
        inner, keys = fields.node_at(node, one.pointer), [str(part) for part in one.pointer]
        said: list[Bilingual | None] = []
        for side, value in enumerate((one.before, one.after)):
            texts = {}
            for lang, versions in words.items():
                shown, other = (fields.at(versions[which], one.pointer) for which in (side, 1 - side))
                shown = _what_differs(value if shown is None or isinstance(value, Bilingual) else shown, other)
                texts[lang] = self._speakers[lang][side].say(inner, shown, keys)
            said.append(None if value is None else Bilingual(texts["zh"], texts["en"]))
        before, after = said
        if before and after and before.en == after.en and before.zh != after.zh:
            after = Bilingual(after.zh, wording("en")("untranslated", text=after.zh))
        newest_first = {lang: versions[::-1] for lang, versions in words.items()}
        title = self._title_of_item(key, one.pointer) or _title(node, one.pointer, newest_first)
        return Field(".".join(keys), title, before, after, self._reach.windows(key, keys[0]))

    def _title_of_item(self, key: Key, pointer: Pointer) -> Bilingual | None:
        """What the standard item calls what a local version changes; None for what stands apart there."""
        item = replace(key, kind="service", region="")
        standard = self._records[1].get(item) or self._records[0].get(item)
        node = schemas.schema("service")
        if key.kind != "local" or standard is None or pointer[0] not in schemas.properties(node):
            return None
        words = {lang: self._in_words(item, standard, standard, lang)[1:] for lang in LANGUAGES}
        return _title(node, pointer, words)

    def _in_words(self, key: Key, old: Record, new: Record, lang: str) -> tuple[Any, Any]:
        """Both versions of a record's data with the words of a language, where there is a translation."""
        found = []
        for record, every in zip((old, new), self._records, strict=True):
            translation = every.get(replace(key, lang=lang))
            if translation is None or key.kind in _OTHERS:
                found.append(record.data)
            else:
                overlaid, _ = translate.overlay(key.kind, record.data, translation.data)
                found.append({**overlaid, BODY: translation.data[BODY]} if BODY in translation.data else overlaid)
        return found[0], found[1]

    def translated(self, key: Key) -> Translated | None:
        """What changed in the words of another language; None where nothing did, or the record itself is new or gone."""
        old, new = (every.get(key) for every in self._records)
        original = replace(key, lang="")
        record = new or old
        if record is None or len({original in every for every in self._records}) > 1:
            return None
        before, after = (side.data if side else {} for side in (old, new))
        node = schema_of(key)
        found = []
        for one in fields.differences(node, before, after):
            inner, keys = fields.node_at(node, one.pointer), [str(part) for part in one.pointer]
            sides = (_what_differs(one.before, one.after), _what_differs(one.after, one.before))
            texts = [None if value is None else self._speakers["en"][0].say(inner, value, keys) for value in sides]
            told = [None if text is None else Bilingual(text, text) for text in texts]
            found.append(Field(".".join(keys), self._title_of_original(key, one.pointer), told[0], told[1]))
        if not found:
            return None
        return Translated(key.lang, kind_name(key.kind), key.id, self.name(original), record.path, tuple(found))

    def _title_of_original(self, key: Key, pointer: Pointer) -> Bilingual:
        """What the field of the original is called that a translation's is about."""
        if pointer[0] in ("of", "base"):
            return _MADE_OF
        original = replace(key, lang="")
        newest_first = self._records[::-1]
        found = [record.data for every in newest_first if (record := every.get(original))]
        words = [record.data for every in newest_first if (record := every.get(key))]
        return _title(schema_of(original), pointer, {"zh": found, "en": words})

    def left_behind(self, key: Key, paths: Sequence[str]) -> list[bool]:
        """For each path of a record's field that changed, whether its words in the key's language did not."""
        old, new = (every.get(key) for every in self._records)
        found = []
        for path in paths:
            words = fields.at(new.data, tuple(path.split("."))) if new else None
            found.append(words is not None and old is not None and words == fields.at(old.data, tuple(path.split("."))))
        return found


def _title(node: schemas.Node, pointer: Pointer, words: Mapping[str, Sequence[Any]]) -> Bilingual:
    """What editors call what lies at a pointer, entries of lists by their own names in each language."""
    titles = []
    for number, part in enumerate(pointer, 1):
        node = fields.node_at(node, (part,))
        called = {
            lang: fields.title(node, str(part), *(fields.at(version, pointer[:number]) for version in versions))
            for lang, versions in words.items()
        }
        titles.append(Bilingual(called["zh"].zh, called["en"].en))
    return Bilingual(" · ".join(one.zh for one in titles), " · ".join(one.en for one in titles))


def _alike(standard: Any, local: Mapping[str, Any]) -> dict[str, Any]:
    """What the standard says at the values of a local version; nothing for lists, which a place only adds to."""
    found: dict[str, Any] = {}
    for key, value in local.items():
        mine = fields.at(standard, (key,))
        if isinstance(value, Mapping) and mine is not None:
            found[key] = _alike(mine, value)
        elif mine is not None and not isinstance(mine, list):
            found[key] = mine
    return found


def _brief(field: str, value: Any) -> Any:
    """A value of a new record; of a long text only how long it is, as it can be read in the file."""
    if field != BODY or not isinstance(value, str):
        return value
    count = f"{sum(not character.isspace() for character in value):,}"
    return Bilingual(*(wording(lang)("body", n=count) for lang in LANGUAGES))


def _what_differs(shown: Any, other: Any) -> Any:
    """Of a list the entries that the other side lacks, of a long text its lines; all of it where only the order differs."""
    if isinstance(shown, list) and isinstance(other, list):
        return [entry for entry in shown if entry not in other] or shown
    if isinstance(shown, str) and isinstance(other, str) and "\n" in shown + other:
        lines = difflib.ndiff(other.splitlines(), shown.splitlines())
        return "\n".join(line[2:] for line in lines if line.startswith("+ ") and line[2:].strip()) or shown
    return shown
