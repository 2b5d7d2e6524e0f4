"""Changes of substance that nobody has approved, where the hub asks for it."""

from collections.abc import Iterator

from ...catalogue.revisions import REVISED
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R422",
    "error",
    Bilingual("实质改动没有批准", "A change of substance without approval"),
    Bilingual(
        "站点写了 approval_since：从那天起的实质改动（functional），修订记录里要有 approval，写明批准的岗位、文号和日期，"
        "才能发布。审批单用 tongchuang diff --format docx 打印。只写岗位，不写人名。在分支上编辑时不查，发布时才查"
        "（check --for-release 和 build）。",
        "The hub sets approval_since: from that day on a functional revision needs its approval, with posts, document "
        "number and date, before it is published. tongchuang diff --format docx makes the sheet to sign. Write posts, "
        "never names. Nothing is asked for while you edit on a branch, only for a release (check --for-release, build).",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Each functional revision from the hub's day on, for a release."""
    hub = next((record for record in content.records("hub") if "approval_since" in record.data), None)
    if not content.for_release or hub is None or "approval_since" in hub.doubtful:
        return
    for kind in REVISED:
        for record in content.records(kind):
            if "revisions" in record.doubtful:
                continue
            for index, revision in enumerate(record.data.get("revisions", ())):
                since = revision["date"] >= hub.data["approval_since"]
                if since and revision["kind"] == "functional" and "approval" not in revision:
                    yield EXPLANATION.at(
                        record.document.path,
                        record.position(("revisions", index)),
                        Bilingual(
                            f"修订 {revision['id']} 是实质改动，还没有批准。",
                            f"Revision {revision['id']} is a change of substance and has no approval.",
                        ),
                        Bilingual(
                            f'批准以后加上 approval: {{posts: [岗位], number: 文号, date: "{content.as_of}"}}。',
                            f'Once approved, add approval: {{posts: [post], number: …, date: "{content.as_of}"}}.',
                        ),
                    )
