"""Systems of the source documents that nothing in the hub serves."""

from collections.abc import Iterator, Mapping

from ...catalogue.serving import RECORDS
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R114",
    "warning",
    Bilingual("文件要求的制度没有落实", "A system is not served"),
    Bilingual(
        "来源文件要求的每项制度，都要写明本站用什么来落实（served_by）：事项、上墙文字、台账、网页、打印件、接口，或者"
        "拒收不该公开的东西的检查规则。已经撤销的东西不算。",
        "For each system that a source document sets up, served_by says what of the hub serves it: services, wall texts, "
        "ledgers, pages, printed documents, the API, or the rule of check that refuses what must not be public. What has "
        "been withdrawn does not count.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every system that has not itself been withdrawn."""
    gone = _gone(content)
    for record in content.records("system"):
        if "id" not in record.data or "withdrawn" in record.data or "served_by" in record.doubtful:
            continue
        if not _served(record.data.get("served_by", {}), gone):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("id",)),
                Bilingual(f"没有东西落实“{record.data['id']}”。", f'Nothing serves "{record.data["id"]}".'),
                Bilingual(
                    "请在 served_by 里写明由什么落实；还没有，就先做出来。",
                    "Say in served_by what serves it; if there is nothing yet, make it first.",
                ),
            )


def _served(served_by: Mapping[str, list[str]], gone: Mapping[str, set[str]]) -> bool:
    return any(id_ not in gone.get(field, ()) for field, ids in served_by.items() for id_ in ids)


def _gone(content: Content) -> dict[str, set[str]]:
    """The ids of what was withdrawn, by the field of ``served_by`` that would name it."""
    return {
        field: {
            str(record.data.get("id", record.document.key))
            for record in content.records(kind)
            if "withdrawn" in record.data
        }
        for field, kind in RECORDS.items()
    }
