"""Courses of providers that do not teach, or may no longer."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ...model.point import TEACHING
from ..content import Content

EXPLANATION = Explanation(
    "R721",
    "warning",
    Bilingual("教课的单位不能再教", "A course by somebody who can't teach it"),
    Bilingual(
        "课程由培训机构或学校来教。机构撤销了，或者已从主管部门的名单清理掉，就不能再叫工人去报名。",
        "A course is taught by a training provider or a school. Where that is withdrawn, or was struck off its "
        "department's list, workers should not be sent there.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every course that is not over, with a provider that is known."""
    points = {record.document.key: record.data for record in content.records("point")}
    today = content.as_of.isoformat()
    for record in content.records("course"):
        provider = points.get(record.data.get("provider", ""))
        if provider is None or record.data.get("withdrawn") or record.data.get("ends", today) < today:
            continue
        if why := _why_not(provider):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("provider",)),
                why,
                Bilingual("请换教课的单位，或写 withdrawn。", "Name another provider, or withdraw the course."),
            )


def _why_not(provider: Mapping[str, Any]) -> Bilingual | None:
    if provider.get("kind", TEACHING[0]) not in TEACHING:
        return Bilingual(
            "这个服务点不是培训机构，也不是学校。", "That point is neither a training provider nor a school."
        )
    if provider.get("withdrawn"):
        return Bilingual("这个机构已经撤销。", "That provider is withdrawn.")
    if provider.get("listing", {}).get("status") == "removed":
        return Bilingual("这个机构已从名单清理掉。", "That provider was struck off the list.")
    return None
