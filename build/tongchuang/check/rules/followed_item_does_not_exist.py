"""Wall texts, or items of them, that a place follows and nobody has written."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..profiles import wall_rules

EXPLANATION = Explanation(
    "R716",
    "error",
    Bilingual("照着做的制度没有这一条", "Nobody wrote the item that is followed"),
    Bilingual(
        "follows 里写的是 content/wall/ 里一份上墙内容的编号，和里面各条的编号；没有的条，谁也不知道做到了什么。",
        "follows names a wall text of content/wall/ by its id, and its items by theirs; of an item that isn't there nobody "
        "knows what was done.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Everything under ``follows`` of a place."""
    written = {record.document.key for record in content.records("wall-rule")}
    items = {id_: [item["id"] for item in data.get("items", ())] for id_, data in wall_rules(content).items()}
    for record in content.records("place"):
        if "follows" in record.doubtful:
            continue
        for rule, followed in record.data.get("follows", {}).items():
            if rule not in written and not content.unread("wall-rule", rule):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("follows", rule)),
                    Bilingual(f"没有编号为“{rule}”的上墙内容。", f'There is no wall text "{rule}".'),
                    Bilingual("请改成 content/wall/ 里有的编号。", "Use one of content/wall/."),
                )
            for index, item in enumerate(followed if rule in items else ()):
                if item not in items[rule]:
                    yield EXPLANATION.at(
                        record.document.path,
                        record.position(("follows", rule, index)),
                        Bilingual(f"“{rule}”里没有“{item}”这一条。", f'"{rule}" has no item "{item}".'),
                        Bilingual(f"有的是：{'、'.join(items[rule])}。", f"It has {', '.join(items[rule])}."),
                    )
