"""Places that name their windows, offer nothing of one of the groups of services, and do not say why."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..profiles import profiled

EXPLANATION = Explanation(
    "R718",
    "warning",
    Bilingual("少了一类服务，没说为什么", "A group of services is left out without a reason"),
    Bilingual(
        "每个中心、所、站都要管几大类服务（content/groups.yaml）。自己写明窗口的，这些窗口办的事要每一类都有；哪一类没有，"
        "在 not_offered 里写明为什么，网页就不再列那一类的事，并告诉来的人。没有写窗口的，按这一级的事项列，各类都有。"
        "别的部门的事在“其他窗口”（other）替人代办、指路，也算有。",
        "Every centre, office and station serves all groups (content/groups.yaml). One that names its windows must have "
        "something of each at these; of which there is nothing, not_offered says why, and its page then lists no services "
        "of that group and tells people so. One that names no windows is listed with the services of its level, which are "
        'of all groups. Passing people on to other departments at the window "other" counts as well.',
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every place file that names its windows, once services, categories and groups are known."""
    groups = [record.data.get("id", "") for record in content.records("group") if not record.data.get("withdrawn")]
    group_of = {r.data.get("id", ""): r.data.get("group", "") for r in content.records("category")}
    at = [
        (group_of.get(record.data.get("category", ""), ""), record.data.get("window"), record.data.get("levels", ()))
        for record in content.records("service")
        if not record.data.get("withdrawn")
    ]
    windows = {record.data.get("id") for record in content.records("window")}
    if any(window not in windows for _, window, _ in at):
        return
    if content.unread("service") or content.unread("category") or content.unread("group"):
        return
    for place in profiled(content):
        record = place.record
        if "windows" not in record.data or record.doubtful & {"windows", "not_offered"}:
            continue
        offered = {group for group, window, levels in at if place.level in levels and window in record.data["windows"]}
        # What no place of this level offers, no place need explain.
        usual = {group for group, _, levels in at if place.level in levels}
        excused = {entry["id"] for entry in record.data.get("not_offered", ())}
        for group in groups:
            if group in usual - offered - excused:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("windows",)),
                    Bilingual(f"这些窗口没有“{group}”这一类的事。", f'At these windows there is nothing of "{group}".'),
                    Bilingual(
                        "请补上窗口，或者在 not_offered 里写明为什么、该去哪里。",
                        "Add the window, or say under not_offered why, and where to go.",
                    ),
                )
