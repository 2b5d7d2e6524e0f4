"""Changes of a place that are not in people's favour."""

from collections.abc import Iterator
from typing import Any

from ... import schemas
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..local import problems
from ..nodes import name_of

EXPLANATION = Explanation(
    "R202",
    "error",
    Bilingual("地方版本比标准更麻烦", "A place makes it harder"),
    Bilingual(
        "承诺时限、跑腿次数、收费、复印件份数，地方只能比标准（和上级地方版本）更有利：更短、更少、更便宜。"
        "“日”和“工作日”不同：15 个工作日比 15 日长。",
        "The promised time, visits, fees and copies of a place may only be better for people than those of the "
        "standard "
        "and of the region above: shorter, fewer, cheaper. Mind that 15 working days are longer than 15 calendar days.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Each local version against the standard item and the local versions above it."""
    for record, problem in problems(content):
        if problem.breach == "harder" and problem.pointer[0] != "exceptions":
            name = name_of(schemas.schema("service"), problem.pointer)
            here, there = _words(problem.local), _words(problem.standard)
            yield EXPLANATION.at(
                record.document.path,
                record.position(problem.pointer),
                Bilingual(
                    f"{name.zh}比标准更麻烦：本地{here.zh}，标准{there.zh}。",
                    f"{name.en} is harder than the standard: {here.en} here, {there.en} there.",
                ),
                Bilingual("请改成不比标准麻烦，或删掉这一栏。", "Make it no harder than the standard, or delete it."),
            )


def _words(value: Any) -> Bilingual:
    if value is None:
        return Bilingual("没有写", "nothing")
    if isinstance(value, dict) and "value" in value:
        unit = value.get("unit", "")
        units = {"minutes": "分钟", "working-days": "个工作日", "calendar-days": "日", "months": "个月", "years": "年"}
        return Bilingual(f" {value['value']} {units.get(unit, unit)}", f"{value['value']} {unit.replace('-', ' ')}")
    if isinstance(value, dict):
        return Bilingual("免费", "free") if value.get("free") is True else Bilingual("收费", "a charge")
    return Bilingual(f" {value}", str(value))
