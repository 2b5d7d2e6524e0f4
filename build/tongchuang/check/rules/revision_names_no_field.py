"""Revisions that name a field which their kind of record does not have."""

import difflib
from collections.abc import Iterator

from ... import schemas
from ...catalogue.revisions import BODY, REVISED
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R418",
    "warning",
    Bilingual("修订记录写了不存在的栏目", "A revision names a field that there isn't"),
    Bilingual(
        "修订记录的 fields 写顶层栏目的名字（time、fee、materials……，政策正文写 text）。写错了，就没人知道改的是什么。",
        "fields of a revision holds the names of top-level fields (time, fee, materials and so on; text for the body "
        "of a policy). Misspelt, it tells nobody what changed.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every kind of record with revisions."""
    for kind in REVISED:
        known = [*schemas.properties(schemas.schema(kind)), *([BODY] if kind == "policy" else [])]
        for record in content.records(kind):
            for index, revision in enumerate(record.data.get("revisions", ())):
                for at, field in enumerate(revision.get("fields", ())):
                    if field not in known:
                        near = difflib.get_close_matches(field.split(".")[0], known, n=1)
                        yield EXPLANATION.at(
                            record.document.path,
                            record.position(("revisions", index, "fields", at)),
                            Bilingual(f"没有“{field}”这个栏目。", f'There is no field "{field}".'),
                            Bilingual(f"是不是“{near[0]}”？", f'Did you mean "{near[0]}"?')
                            if near
                            else Bilingual("请写顶层栏目的名字。", "Write the name of a top-level field."),
                        )
