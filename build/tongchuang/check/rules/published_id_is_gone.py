"""Records of the base that no file holds any more."""

from collections.abc import Iterator

from ... import schemas
from ...catalogue.revisions import REVISED
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R108",
    "error",
    Bilingual("公布过的编号不见了", "A published id has gone"),
    Bilingual(
        "公布过的事项、政策、场所、服务点、表格等不能删，也不能改编号：网址、二维码、译文和印出去的纸都指着它。"
        "不再办理的，保留文件，加上 withdrawn：日期、原因、由谁代替。搬到别的文件夹不要紧，编号不变就行。",
        "A service, policy, place, point, form and so on that was published can't be deleted or given another id: web "
        "addresses, QR codes, translations and printed sheets point to it. Keep the file and add withdrawn, with the "
        "date, why, and what replaces it. Moving it to another folder is fine as long as the id stays.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Named at the file that the base had."""
    if content.base is None:
        return
    for kind in REVISED:
        title = schemas.schema(kind)
        before = {document.key: document.path for document in content.base.sources.of(kind).values()}
        before |= {p.key: p.path for p in content.base.unread_files if p.kind == kind and p.lang is None}
        for key, path in sorted(before.items()):
            if key not in content.sources.of(kind) and not content.unread(kind, key):
                yield EXPLANATION.at(
                    path,
                    (1, 1),
                    Bilingual(
                        f"公布过的{title['title']}“{key}”不见了。",
                        f'The published {title["x-en"].lower()} "{key}" has gone.',
                    ),
                    Bilingual(
                        "请恢复这个文件，加上 withdrawn（date、why、replaced_by）。",
                        "Restore this file and add withdrawn (date, why, replaced_by).",
                    ),
                )
