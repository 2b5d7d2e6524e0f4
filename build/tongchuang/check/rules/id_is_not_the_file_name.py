"""The id in a file against the name of the file."""

from collections.abc import Iterator

from ...load.sources import Kind
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R101",
    "error",
    Bilingual("编号和文件名不一致", "The id is not the file name"),
    Bilingual(
        "一个文件一样东西的内容（事项、政策、场所、表格等）按文件名查找，政策按文件夹名，日历按年份，网址和二维码也用它。"
        "文件里写的编号必须和它一样，"
        "否则同一样东西会有两个名字。改名前请想清楚：公布过的编号不能改。",
        "What has a file of its own (a service, place, form and so on) is found by the name of that file, a policy by "
        "its folder, a calendar by its year; web addresses and QR codes are made of it. The id inside must be the "
        "same, or one thing has two names. Mind that a published id never changes.",
    ),
)
_ID_FIELD: tuple[tuple[Kind, str], ...] = (
    ("service", "id"),
    ("policy", "id"),
    ("network", "id"),
    ("place", "code"),
    ("profile", "id"),
    ("point", "id"),
    ("pair", "id"),
    ("routing", "region"),
    ("form", "id"),
    ("ledger", "id"),
    ("wall-rule", "id"),
    ("target", "id"),
    ("partner", "id"),
    ("brand", "id"),
    ("course", "id"),
    ("rate", "id"),
    ("calendar", "year"),
    ("notice", "id"),
)


def find(content: Content) -> Iterator[Finding]:
    """Every record that is a file of its own."""
    for kind, field in _ID_FIELD:
        for record in content.records(kind):
            written, expected = record.data.get(field), record.document.key
            if written is not None and str(written) != expected:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position((field,)),
                    Bilingual(
                        f"编号写的是“{written}”，文件名是“{expected}”。",
                        f'The id is "{written}", but the file is named "{expected}".',
                    ),
                    Bilingual(
                        f"请把编号改成“{expected}”，或改文件名。", f'Make the id "{expected}", or rename the file.'
                    ),
                )
