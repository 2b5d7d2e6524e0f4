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
        "事项、政策、服务网络和场所都按文件名（政策按文件夹名）查找，网址和二维码也用它。文件里写的编号必须和它一样，"
        "否则同一样东西会有两个名字。改名前请想清楚：公布过的编号不能改。",
        "Services, policies, networks and places are found by the name of their file (a policy by its folder), and web "
        "addresses and QR codes are made of it. The id inside must be the same, or one thing has two names. Mind "
        "that a "
        "published id never changes.",
    ),
)
_ID_FIELD: tuple[tuple[Kind, str], ...] = (("service", "id"), ("policy", "id"), ("network", "id"), ("place", "code"))


def find(content: Content) -> Iterator[Finding]:
    """Services, policies, networks and places."""
    for kind, field in _ID_FIELD:
        for record in content.records(kind):
            written, expected = record.data.get(field), record.document.key
            if written is not None and written != expected:
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
