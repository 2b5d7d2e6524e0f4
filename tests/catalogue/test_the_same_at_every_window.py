"""The promise itself, over generated networks and local versions, honest and not.

Local versions are laid over each other as they are, rule-breaking changes and all: what a rule forbids must
not come through, whoever wrote it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tongchuang import schemas
from tongchuang.catalogue import resolve
from tongchuang.catalogue.ease import not_longer
from tongchuang.catalogue.inherit import merge
from tongchuang.catalogue.merged import Merged
from tongchuang.catalogue.provenance import trace
from tongchuang.load import Document, Sources, load
from tongchuang.project import Project

DAY = date(2026, 11, 21)
ID = "report-wages"
SHARED = Project(Path(__file__).resolve().parents[1] / "check" / "shared")
FREE = {"free": True}
CHARGE = {"free": False, "items": [{"id": "card", "name": "工本费", "yuan": "20.00"}]}
DELEGATION = {"id": "d", "fields": ["conditions"], "tier": "city", "basis": [{"policy": "wage-rules"}]}


@cache
def small() -> Sources:
    return load(SHARED)


def standard(fee: dict[str, Any]) -> dict[str, Any]:
    data = small().of("service")[ID].data
    condition = {"id": "owed", "text": "被欠了工资。"}
    faq = {"id": "free", "q": "要钱吗？", "a": "见收费。"}
    return {**data, "fee": fee, "conditions": [condition], "faq": [faq], "delegations": [DELEGATION]}


DURATION = st.fixed_dictionaries(
    {
        "value": st.integers(0, 70),
        "unit": st.sampled_from(["minutes", "working-days", "calendar-days", "months", "years"]),
    }
)
YUAN = st.sampled_from(["0", "0.01", "19.99", "20.00", "20.01", "300"])
CHARGES = st.lists(
    st.fixed_dictionaries({"id": st.sampled_from(["card", "urgent"]), "name": st.just("工本费"), "yuan": YUAN}),
    max_size=2,
)
FEE = st.one_of(st.just(FREE), st.fixed_dictionaries({"free": st.booleans(), "items": CHARGES}))
TEXT = st.sampled_from(["甲", "乙"])
MATERIAL = st.fixed_dictionaries({}, optional={"copies": st.integers(0, 5), "waived": st.booleans(), "name": TEXT})
EXCEPTION = st.fixed_dictionaries(
    {
        "id": st.just("x"),
        "set": st.fixed_dictionaries(
            {},
            optional={
                "materials": st.dictionaries(
                    st.sampled_from(["id-card", "contract-paper", "photo"]),
                    st.fixed_dictionaries(
                        {},
                        optional={"required": st.booleans(), "note": TEXT, "name": TEXT, "copies": st.integers(0, 5)},
                    ),
                ),
                "conditions": st.dictionaries(st.sampled_from(["owed", "more"]), st.fixed_dictionaries({"text": TEXT})),
                "name": TEXT,
                "result": st.fixed_dictionaries({"name": TEXT}),
            },
        ),
        "reason": TEXT,
        "basis": st.just([{"policy": "wage-rules"}]),
        "approved_by": TEXT,
        "until": st.sampled_from(["2026-11-20", "2026-11-21", "2027-01-01"]),
    }
)
LOCAL = st.fixed_dictionaries(
    {"base": st.just("r1")},
    optional={
        "name": TEXT,
        "window": st.just("rights"),
        "visits": st.fixed_dictionaries({"count": st.integers(0, 5)}),
        "time": st.fixed_dictionaries({"promised": DURATION}),
        "fee": FEE,
        "materials": st.dictionaries(st.sampled_from(["id-card", "contract-paper", "photo"]), MATERIAL),
        "faq": st.dictionaries(st.sampled_from(["free", "near"]), st.fixed_dictionaries({"q": TEXT, "a": TEXT})),
        "keywords": st.lists(TEXT, max_size=2),
        "delegated": st.fixed_dictionaries(
            {},
            optional={"conditions": st.lists(st.fixed_dictionaries({"id": st.just("new"), "text": TEXT}), max_size=1)},
        ),
        "exceptions": st.lists(EXCEPTION, min_size=1, max_size=2),
    },
)
CHAIN = ("440000", "441600", "441602", "441602001")


def heavier(before: Any, after: Any) -> list[str]:
    """What ``after`` asks of the worker over and above ``before``."""
    found = []
    known = {material["id"]: material for material in before["materials"]}
    for material in after["materials"]:
        old = known.get(material["id"])
        if old is None or material["name"] != old["name"] or material.get("when") != old.get("when"):
            found.append(f"another paper: {material['id']}")
            continue
        if material.get("copies", 0) > old.get("copies", 0) or material["required"] > old["required"]:
            found.append(f"more of {material['id']}")
        if old.get("waived") and not material.get("waived"):
            found.append(f"waived no more: {material['id']}")
    if after["visits"]["count"] > before["visits"]["count"]:
        found.append("visits")
    if cost(after["fee"]) > cost(before["fee"]):
        found.append("fee")
    if not not_longer(after["time"]["promised"], before["time"]["promised"]):
        found.append("time")
    return found


def cost(fee: Any) -> Decimal:
    return Decimal(0) if fee["free"] else sum((Decimal(item["yuan"]) for item in fee["items"]), Decimal(0))


def locked(node: schemas.Node, rule: str, value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every locked leaf of a record with its dotted name."""
    node = schemas.deref(node)
    rule = node.get("x-rule", rule)
    entry = schemas.items_by_id(node)
    if entry is not None:
        for item in value:
            yield from locked(entry, rule, item, f"{name}.{item['id']}")
    elif schemas.properties(node):
        for key, child in schemas.properties(node).items():
            if key in value:
                yield from locked(child, rule, value[key], f"{name}.{key}".lstrip("."))
    elif rule == "locked":
        yield name, value


def layers(data: dict[str, Any], locals_: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Merged, str]]:
    for code in CHAIN:
        if code in locals_:
            merged = merge(data, locals_[code], code, DAY)
            yield data, merged, code
            data = merged.data


@settings(max_examples=300, deadline=None)
@given(fee=st.sampled_from([FREE, CHARGE]), locals_=st.dictionaries(st.sampled_from(CHAIN), LOCAL))
def test_no_region_asks_for_more_than_the_region_above_it(fee: dict[str, Any], locals_: dict[str, Any]) -> None:
    for before, merged, _ in layers(standard(fee), locals_):
        assert heavier(before, merged.data) == []


@settings(max_examples=300, deadline=None)
@given(fee=st.sampled_from([FREE, CHARGE]), locals_=st.dictionaries(st.sampled_from(CHAIN), LOCAL))
def test_what_is_locked_is_the_standards_but_for_delegations_and_exceptions(
    fee: dict[str, Any], locals_: dict[str, Any]
) -> None:
    for before, merged, code in layers(standard(fee), locals_):
        apart = {path for path, by in merged.changes.items() if by[0] in ("delegated", "exceptions")}
        assert code == "441600" or not any(by[0] == "delegated" for by in merged.changes.values())
        excepted = {path for _, paths in merged.exceptions for path in paths}
        assert {path for path, by in merged.changes.items() if by[0] == "exceptions"} <= excepted
        same = dict(locked(schemas.schema("service"), "locked", before, ""))
        for name, value in locked(schemas.schema("service"), "locked", merged.data, ""):
            if not any(name.startswith(dotted(merged.data, path)) for path in apart):
                assert same[name] == value, name


def dotted(value: Any, path: tuple[str | int, ...]) -> str:
    parts = []
    for part in path:
        value = value[part]
        parts.append(value["id"] if isinstance(part, int) else part)
    return ".".join(map(str, parts))


GARBAGE = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | TEXT | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "id-card", "free", "a"]), inner),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(key=st.sampled_from(["time", "visits", "fee", "materials", "steps", "conditions", "name"]), value=GARBAGE)
def test_nonsense_changes_nothing_that_a_worker_must_bring_or_pay(key: str, value: Any) -> None:
    before = standard(CHARGE)
    after = merge(before, {"base": "r1", key: value}, "441602", DAY).data
    assert heavier(before, after) == []
    assert after["name"] == before["name"]
    assert after["conditions"] == before["conditions"]


NETWORK = st.dictionaries(st.sampled_from(["441602", "441621"]), st.integers(1, 3), min_size=1)


def generated(counties: dict[str, int], locals_: dict[str, Any]) -> Sources:
    """The small project with counties of townships of two villages each, and local versions."""
    rows = []
    for county, townships in counties.items():
        rows.append({"code": county, "name": "某县", "parent": "441600"})
        for n in range(1, townships + 1):
            township = f"{county}00{n}"
            rows.append({"code": township, "name": "某镇", "parent": county})
            rows += [{"code": f"{township}00{v}", "name": f"第{v}村", "parent": township} for v in (1, 2)]
    codes = {row["code"] for row in rows} | {"440000", "441600"}
    documents = [
        replace(document, data=rows)
        if (document.kind, document.key, document.lang) == ("division", "demo", None)
        else replace(document, data=standard(CHARGE))
        if (document.kind, document.lang) == ("service", None)
        else document
        for document in small().documents
    ]
    for code, data in locals_.items():
        if code in codes:
            documents.append(Document(f"content/local/{code}/{ID}.yaml", "local", ID, data, region=code))
    return Sources(tuple(documents))


@settings(max_examples=40, deadline=None)
@given(counties=NETWORK, locals_=st.dictionaries(st.sampled_from([*CHAIN, "441621", "441621001"]), LOCAL))
def test_two_windows_of_one_region_give_the_same_answer_and_can_say_why(
    counties: dict[str, int], locals_: dict[str, Any]
) -> None:
    sources = generated(counties, locals_)
    catalogue = resolve(sources, DAY)
    written = {document.path for document in sources.documents}
    for lang in catalogue.languages:
        view = catalogue.view(lang)
        for region in view.regions.values():
            windows = [code for code in region.children if code in view.places and (code, ID) not in view.regional]
            for one, other in combinations(windows, 2):
                assert view.version(ID, one) is view.version(ID, other)
                if region.tier in ("county", "township"):
                    assert view.service(ID, one) == view.service(ID, other)
    for place in list(view.places)[:6]:
        origins = trace(sources, catalogue, ID, place)
        assert {origin.path for origin in origins} <= written
        assert {"name", "fee.free", "visits.count", "time.promised.value"} <= {origin.field for origin in origins}
