"""Services that ask for a form which does not know them."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..values import along

EXPLANATION = Explanation(
    "R802",
    "warning",
    Bilingual("事项和表格互相对不上", "Service and form disagree"),
    Bilingual(
        "事项的材料里写了要填这张表，表格的 services 里也要有这个事项，表格页面才会列出它。",
        "Where a service asks for a form among its papers, the form must list the service, or the page of the form leaves it out.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The materials of all services."""
    used = {
        record.document.key: record.data["services"]
        for record in content.records("form")
        if "services" in record.data and "services" not in record.doubtful
    }
    for record in content.records("service"):
        for pointer, form in along("materials.*.form", record.data):
            if form in used and record.document.key not in used[form]:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(
                        f"表格“{form}”没有列出事项“{record.document.key}”。",
                        f'The form "{form}" does not list the service "{record.document.key}".',
                    ),
                    Bilingual("请在表格的 services 里补上。", "Add it to the services of the form."),
                )
