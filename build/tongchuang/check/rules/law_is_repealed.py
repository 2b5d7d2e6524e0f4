"""Services that rest on a document that no longer holds."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..values import citations

EXPLANATION = Explanation(
    "R305",
    "warning",
    Bilingual("依据的文件已经失效", "It rests on a law that no longer holds"),
    Bilingual(
        "事项引用的政策法规已经废止或过期。请核对现行规定，改引新的文件，数字也一并核对。",
        "The service cites a law or policy that has been repealed or has expired. Look up what holds today, cite that, "
        "and check the figures with it.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Citations of services and local versions, on the day of the check."""
    day = content.as_of.isoformat()
    over: dict[str, str] = {}
    for policy in content.records("policy"):
        ends = [policy.data.get("repealed", {}).get("date"), policy.data.get("dates", {}).get("expires")]
        past = [end for end in ends if end and end <= day]
        if past:
            over[policy.document.key] = min(past)
    for record in (*content.records("service"), *content.records("local")):
        for pointer, citation in citations(record.data):
            end = over.get(citation["policy"])
            if end and not record.data.get("withdrawn"):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(
                        f"“{citation['policy']}”已于 {end} 失效。", f'"{citation["policy"]}" has not held since {end}.'
                    ),
                    Bilingual("请改引现行文件，并核对数字。", "Cite what holds today, and check the figures."),
                )
