"""Services past their validity that nobody has withdrawn."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R414",
    "warning",
    Bilingual("事项的有效期已过", "A service past its validity"),
    Bilingual(
        "事项有效期的止日已经过去，却没有写撤销。还在办的，请改止日；不办了的，写上 withdrawn（日期、原因、由谁代替），"
        "网页和二维码会照此说明。",
        "The last day of the service has passed, and it is not withdrawn. If it goes on, change the last day; if not, "
        "add withdrawn (date, why, replaced by what), and its page and QR codes will say so.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every service, on the day of the check."""
    for record in content.records("service"):
        ends = record.data.get("validity", {}).get("ends")
        if (
            ends
            and ends < content.as_of.isoformat()
            and "validity" not in record.doubtful
            and not record.data.get("withdrawn")
        ):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("validity", "ends")),
                Bilingual(f"有效期到 {ends} 为止。", f"It was valid until {ends}."),
                Bilingual("请改止日，或写上 withdrawn。", "Change the last day, or add withdrawn."),
            )
