"""Minimums that no document asks for."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R708",
    "warning",
    Bilingual("最低标准没有依据", "A minimum without a basis"),
    Bilingual(
        "场地和人员的最低标准要写明出自哪份文件，没有依据就不能拿它来要求别人。",
        "A minimum of premises or staff must say which document sets it; without one it can't be asked of anybody.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The minimums of every profile."""
    for record in content.records("profile"):
        if "minimums" in record.doubtful:
            continue
        for index, minimum in enumerate(record.data.get("minimums", ())):
            if not minimum.get("basis"):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("minimums", index)),
                    Bilingual(f"“{minimum['what']}”没有写依据。", f'"{minimum["what"]}" has no basis.'),
                    Bilingual("请写上 basis：哪份文件、哪一条。", "Add the basis: which document, which article."),
                )
