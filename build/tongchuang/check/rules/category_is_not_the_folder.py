"""The category of a service against the folder it lies in."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R102",
    "error",
    Bilingual("类别和文件夹不一致", "The category is not the folder"),
    Bilingual(
        "事项文件放在以类别编号命名的文件夹里：content/services/<类别>/<编号>.yaml。两处不一致时，找文件的人会找错。",
        "A service lies in the folder named after its category: content/services/<category>/<id>.yaml. If they differ, "
        "people look in the wrong place.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Services only; a category that does not exist has a finding of its own."""
    known = {record.data.get("id") for record in content.records("category")}
    for record in content.records("service"):
        category, folder = record.data.get("category"), record.document.path.split("/")[-2]
        if category is not None and category != folder and category in known:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("category",)),
                Bilingual(
                    f"类别写的是“{category}”，文件却在文件夹“{folder}”里。",
                    f'The category is "{category}", but the file lies in the folder "{folder}".',
                ),
                Bilingual(
                    f"请把文件移到 content/services/{category}/，或改类别。",
                    f"Move the file to content/services/{category}/, or change the category.",
                ),
            )
