"""The parent of each division, by its code."""

from collections.abc import Iterator

from ...catalogue.network import COUNTRY, tier_of
from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..divisions import merged

EXPLANATION = Explanation(
    "R701",
    "error",
    Bilingual("区划的上级不对", "A division under the wrong parent"),
    Bilingual(
        "统计用区划代码自带层级：村（12 位）的前 9 位是乡镇，乡镇（9 位）的前 6 位是县区，县区的前 4 位是市，"
        "市的前 2 位是省，"
        "省的上级是全国 100000。上级写错或不在表里，场所就会挂到别处。",
        "Division codes carry their place: the first 9 digits of a village (12) are its township, the first 6 of a "
        "township (9) its county, the first 4 of a county its city, the first 2 of a city its province, and provinces "
        "belong to the country, 100000. With a wrong parent, or one not in the table, offices end up elsewhere.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every row of the division tables, and the divisions that a network lists as merged."""
    rows: list[tuple[Record, Pointer, str, str]] = [
        (row, (), row.data["code"], row.data["parent"]) for row in content.records("division")
    ]
    rows += [(network, (*at, "parent"), one["id"], one["parent"]) for network, at, one in merged(content)]
    codes = {code for _, _, code, _ in rows}
    for record, pointer, code, parent in rows:
        if code == COUNTRY and not parent:
            continue
        due = _parents(code)
        if parent not in due:
            right = next((one for one in due if one in codes), due[0] if due else "")
            message = Bilingual(
                f"{code} 的上级写的是“{parent}”，应当是 {right}。",
                f'The parent of {code} is "{parent}"; it should be {right}.',
            )
            remedy = Bilingual(f"请把 parent 改成 {right}。", f"Make the parent {right}.")
        elif parent not in codes and content.tables_are_whole:
            message = Bilingual(f"上级 {parent} 不在任何区划表里。", f"The parent {parent} is in no division table.")
            remedy = Bilingual("请在区划表里补上它。", "Add it to a division table.")
        else:
            continue
        yield EXPLANATION.at(record.document.path, record.position(pointer), message, remedy)


def _parents(code: str) -> tuple[str, ...]:
    """The codes that can be the parent, the usual one first; counties may lie directly under a province."""
    match tier_of(code):
        case "village":
            return (code[:9],)
        case "township":
            return (code[:6],)
        case "county":
            return (code[:4] + "00", code[:2] + "0000")
        case "city":
            return (code[:2] + "0000",)
        case "province":
            return (COUNTRY,)
    return ("",)
