"""Services in force that rest on a document which is not."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..values import citations

EXPLANATION = Explanation(
    "R412",
    "warning",
    Bilingual("依据的文件还没有施行", "It rests on a law that is not yet in force"),
    Bilingual(
        "事项已经在办，引用的政策法规却还没有施行。请引现在有效的文件；要等新文件施行才办的，给事项写上有效期的起日。",
        "The service is in force, but the law or policy it cites is not. Cite what holds today; if the service only "
        "begins with the new document, give its validity a first day.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Citations of services, on the later of the day of the check and the service's first day."""
    effective = {
        policy.document.key: policy.data.get("dates", {}).get("effective")
        for policy in content.records("policy")
        if "dates" not in policy.doubtful
    }
    for record in content.records("service"):
        starts = record.data.get("validity", {}).get("starts", "")
        day = max(content.as_of.isoformat(), starts)
        for pointer, citation in citations(record.data):
            begins = effective.get(citation["policy"])
            if begins and begins > day and not record.data.get("withdrawn"):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(
                        f"“{citation['policy']}”{begins} 才施行。",
                        f'"{citation["policy"]}" is not in force before {begins}.',
                    ),
                    Bilingual(
                        "请改引现行文件，或写上 validity: {starts: …}。",
                        "Cite what holds today, or add validity: {starts: …}.",
                    ),
                )
