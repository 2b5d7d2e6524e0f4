"""Revisions of the base that are no longer as they were."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..compared import Compared, compared
from ..content import Content

EXPLANATION = Explanation(
    "R419",
    "error",
    Bilingual("改了以前的修订记录", "An earlier revision was rewritten"),
    Bilingual(
        "修订记录只能在最后加，写过的不改、不删、不插队：译文、地方版本和印出去的纸记着它们的编号。"
        "写错了，就再加一条说明。",
        "Revisions are only ever added at the end. Those written are not changed, removed or pushed down: translations, "
        "local versions and printed sheets remember their ids. If one was wrong, add another that says so.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The first of a record that is not what it was."""
    for one in compared(content):
        index = next((i for i, old in enumerate(one.before) if _told(one.revisions[i : i + 1]) != _told((old,))), None)
        if index is not None:
            yield _finding(one, index)


def _told(revisions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What revisions say; the approval of an earlier one may come later."""
    return [{key: value for key, value in revision.items() if key != "approval"} for revision in revisions]


def _finding(one: Compared, index: int) -> Finding:
    id_ = one.before[index]["id"]
    pointer: Pointer = ("revisions", index)
    if index in one.new:
        message = Bilingual(f"新的修订写在了“{id_}”前面。", f'A new revision stands before "{id_}".')
        remedy = Bilingual("请把新的放到最后。", "Move the new one to the end.")
    elif index < len(one.revisions) and one.revisions[index]["id"] == id_:
        message = Bilingual(f"以前的修订“{id_}”被改动了。", f'The earlier revision "{id_}" was changed.')
        remedy = Bilingual("请改回原样，另加一条说明。", "Put it back, and add another that says what was wrong.")
    else:
        pointer = ("revisions",)
        message = Bilingual(f"以前的修订“{id_}”不见了。", f'The earlier revision "{id_}" is gone.')
        remedy = Bilingual("请放回原处。", "Put it back where it was.")
    return EXPLANATION.at(one.record.document.path, one.record.position(pointer), message, remedy)
