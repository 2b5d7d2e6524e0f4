"""The page about the systems of the source documents: ``docs/systems.md`` and ``docs/systems.zh.md``.

It lists every system of ``content/systems.yaml`` with what serves it and where to see that. ``make reference`` runs
this module; tests hold the pages to the content, and their links and addresses to what they lead to.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from .. import schemas
from ..catalogue import Catalogue, resolve
from ..catalogue.serving import RECORDS
from ..check import explain
from ..load import Sources, load
from ..model.network import Routing
from ..model.place import Network
from ..model.profile import Profile
from ..model.system import System
from ..project import Project
from ..publish.address import address
from ..publish.site.pages import all_pages
from ..publish.site.pages.regions import elsewhere

ROOT = Path(__file__).resolve().parents[3]
FILES: Mapping[str, str] = {"en": "systems.md", "zh": "systems.zh.md"}
_CODE = "build/tongchuang"
_PRINT = f"{_CODE}/publish/print/documents"
_EXPORT = f"{_CODE}/publish/export/tables"


class SystemsPage:
    """The page in one language; making it raises KeyError where a system names something that there isn't."""

    def __init__(self, sources: Sources, catalogue: Catalogue, lang: str) -> None:
        self.sources = sources
        self.view = catalogue.view(lang)
        self.other = catalogue.view("en" if lang == "zh" else "zh")
        pages = (*all_pages(catalogue, lang), *elsewhere(self.view, catalogue.as_of.isoformat()))
        self.pages = {page.address: page for page in pages}
        self.words: Mapping[str, Any] = yaml.safe_load(
            (Path(__file__).parent / "systems.yaml").read_text(encoding="utf-8")
        )[lang]
        self._parts: Mapping[str, Callable[[str], str]] = {
            "demo": lambda file: _link(f"`{file}`", f"tests/demo/content/{file}.yaml"),
            "fields": lambda path: self._field(*path.split(".")),
            "rules": self._rule,
            "pages": self._page,
            "papers": lambda name: _link(f"`{name}`", f"{_PRINT}/{name}"),
            "api": lambda path: _link(f"`/api/v1/{path.format(lang=lang)}`", self._document("api")),
            "tables": lambda name: _link(f"`/export/{lang}/{name}.csv`", f"{_EXPORT}/{name.replace('-', '_')}.py"),
            "commands": lambda name: _link(f"`tongchuang {name}`", f"{_CODE}/cli/{name}.py"),
            "guides": self._guide,
        }

    def markdown(self) -> str:
        """The whole page. A system that was withdrawn is not on it."""
        systems = [system for system in self.view.systems.values() if not system.withdrawn]
        by_policy: dict[str, list[System]] = {}
        for system in systems:
            by_policy.setdefault(system.policy, []).append(system)
        served = sum(bool(self._served(system)) for system in systems)
        lines = [
            f"# {self.words['title']}\n",
            *(f"{self.words[key]}\n" for key in ("other", "intro", "reading")),
            f"{self.words['count'].format(all=len(systems), served=served)}\n",
            "| " + " | ".join(self.words["column"]) + " |",
            "|---|---|",
            *(f"| [{self.view.policies[id_].title}](#{id_}) | {len(found)} |" for id_, found in by_policy.items()),
            "",
        ]
        for id_, found in by_policy.items():
            lines += [f'<a id="{id_}"></a>\n', f"## {self.view.policies[id_].title}\n"]
            for system in found:
                lines += self._system(system)
        return "\n".join(lines)

    def _system(self, system: System) -> Iterator[str]:
        yield f'<a id="{system.id}"></a>\n'
        yield f"### {system.name} · {self.other.systems[system.id].name}\n"
        yield f"{system.summary}{self.words['space']}(`{system.id}`)\n"
        if system.note:
            yield f"{system.note}\n"
        if system.measures:
            measures = (self._measure(*measure.split("/")) for measure in system.measures)
            yield f"- {self.words['where']}{self.words['colon']}{self.words['join'].join(measures)}"
        yield from self._served(system) or (f"- {self.words['unserved']}",)
        yield ""

    def _served(self, system: System) -> list[str]:
        """A line for each field of ``served_by``."""
        labels = schemas.properties(schemas.schema("system")["properties"]["served_by"])
        found = []
        for field in fields(system.served_by):
            if ids := getattr(system.served_by, field.name):
                shown = self.words["join"].join(self._entry(field.name, id_) for id_ in ids)
                found.append(f"- {self._title(labels[field.name])}{self.words['colon']}{shown}")
        return found

    def _entry(self, field: str, id_: str) -> str:
        return self._parts[field](id_) if field in self._parts else self._record(field, id_)

    def _record(self, field: str, id_: str) -> str:
        kind = RECORDS[field]
        record = getattr(self.view, field)[id_]
        if isinstance(record, Routing | Profile | Network):
            name = f"{self.view.regions[record.region].short}{self.words['space']}{self._title(schemas.schema(kind))}"
        else:
            name = getattr(record, "name", None) or record.title
        documents = self.sources.of(kind)
        # A record of a list lies in the one file of that list.
        file = (documents.get(id_) or next(iter(documents.values()))).path
        return _link(name, file) + ("" if isinstance(record, Network) else self._at(address(kind, id_)))

    def _measure(self, policy: str, id_: str) -> str:
        measure = next(measure for measure in self.view.policies[policy].measures if measure.id == id_)
        file = f"content/policies/{policy}/{self.view.lang}.md"
        return _link(measure.title, file) + self._at(f"{address('policy', policy)}#{id_}")

    def _field(self, kind: str, *path: str) -> str:
        node = schemas.deref(schemas.schema(kind))
        titles = [self._title(node)]
        for key in path:
            node = schemas.deref(schemas.properties(node.get("items", node))[key])
            titles.append(self._title(node))
        return _link(" › ".join(titles), f"schemas/{kind}.json")

    def _rule(self, code: str) -> str:
        found = explain(code)
        if found is None:
            raise KeyError(code)
        return _link(f"{code} {found.title.in_language(self.view.lang)}", f"tests/check/examples/{code}")

    def _page(self, where: str) -> str:
        page = self.pages[where]
        return _link(page.title, f"{_CODE}/publish/site/templates/{page.template}") + self._at(where)

    def _guide(self, name: str) -> str:
        file = self._document(name)
        return _link((ROOT / file).read_text(encoding="utf-8").partition("\n")[0].removeprefix("# "), file)

    def _document(self, name: str) -> str:
        return f"docs/{name}.zh.md" if self.view.lang == "zh" else f"docs/{name}.md"

    def _title(self, node: schemas.Node) -> str:
        return str(node["title" if self.view.lang == "zh" else "x-en"])

    def _at(self, where: str) -> str:
        return f" `/{self.view.lang}/{where}`"


def _link(name: str, file: str) -> str:
    return f"[{name}](../{file})"


if __name__ == "__main__":
    sources = load(Project(ROOT))
    catalogue = resolve(sources, date.today())
    for lang, name in FILES.items():
        (ROOT / "docs" / name).write_text(SystemsPage(sources, catalogue, lang).markdown(), encoding="utf-8")
