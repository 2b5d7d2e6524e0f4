"""A free service with a list of charges."""

from collections.abc import Iterator

from ...load.sources import Kind
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R303",
    "error",
    Bilingual("写了免费，又列了收费项目", "Free, yet charges are listed"),
    Bilingual(
        "页面和公示板只会显示其中一种，办事人会被弄糊涂。有任何收费就写 free: false，并写清谁可以不交。",
        "Pages and boards can show only one of the two. If anything is charged write free: false, and say who need "
        "not pay.",
    ),
)
_KINDS: tuple[Kind, ...] = ("service", "local")


def find(content: Content) -> Iterator[Finding]:
    """Standard items and local versions."""
    for kind in _KINDS:
        for record in content.records(kind):
            fee = record.data.get("fee", {})
            if fee.get("free") is True and fee.get("items"):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("fee", "items")),
                    Bilingual("上面写了免费，这里却列了收费项目。", "It says free, but charges are listed here."),
                    Bilingual("请写 free: false，或删掉收费项目。", "Write free: false, or delete the charges."),
                )
