"""Files that a project can't do without."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R106",
    "error",
    Bilingual("缺少文件", "A file is missing"),
    Bilingual(
        "站点说明、各个清单、区划表和服务网络是每个项目都要有的，别的内容都指向它们。",
        "Every project needs the description of the hub, the lists, the division table and a network: everything else "
        "refers to them.",
    ),
)
_NEEDED = (
    "hub.yaml",
    "groups.yaml",
    "categories.yaml",
    "life-events.yaml",
    "departments.yaml",
    "appeals.yaml",
    "windows.yaml",
    "hotlines.yaml",
    "glossary.yaml",
    "network/regions.csv",
)


def find(content: Content) -> Iterator[Finding]:
    """None of these if the content folder as a whole is missing."""
    if any(finding.code == "L101" for finding in content.sources.findings):
        return
    missing = [f"content/{name}" for name in _NEEDED if not content.exists(f"content/{name}")]
    if not content.records("network") and not content.unread("network") and not content.sources.of("network"):
        missing.append("content/network/<id>.yaml")
    for path in missing:
        yield EXPLANATION.at(
            path,
            (1, 1),
            Bilingual(f"缺少文件 {path}。", f"The file {path} is missing."),
            Bilingual("请补上；可以从示例项目复制一份再改。", "Add it; copy one from another project and adapt it."),
        )
