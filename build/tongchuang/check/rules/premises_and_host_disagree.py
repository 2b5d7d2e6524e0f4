"""Places whose premises are one thing and whose host says another."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R715",
    "error",
    Bilingual("场地和借用的大厅对不上", "Premises and host disagree"),
    Bilingual(
        "借用别处大厅的要写明是哪里（host），工人才找得到门；自己的场地和流动的，没有 host。",
        "A place in another body's hall must name it under host, so that people find the door; one with premises of its "
        "own, or one that moves about, has none.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every place that says whose its premises are."""
    for record in content.records("place"):
        premises = record.data.get("premises")
        if premises is None or "premises" in record.doubtful or "host" in record.broken:
            continue
        if (premises == "hosted") != ("host" in record.data):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("premises",)),
                Bilingual("写了 hosted，没有写 host。", "It says hosted and names no host.")
                if premises == "hosted"
                else Bilingual(f"写了 {premises}，又写了 host。", f"It says {premises} and names a host."),
                Bilingual("请写上借用的是哪里的大厅。", "Name the hall.")
                if premises == "hosted"
                else Bilingual("请改成 hosted，或删掉 host。", "Make it hosted, or take the host away."),
            )
