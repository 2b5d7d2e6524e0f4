"""Division codes that the base had and that were not reported as merged."""

from collections.abc import Iterator, Mapping

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..divisions import merged_codes

EXPLANATION = Explanation(
    "R110",
    "error",
    Bilingual("公布过的区划代码不见了", "A published division code has gone"),
    Bilingual(
        "乡镇、村会撤并，代码从新的区划表里消失；可是墙上的二维码、网址和接口还用着它。请在服务网络文件的 merged 里写明："
        "原代码、原名、上级、日期、并入哪里、原因。它会留下一页，告诉人现在找谁。",
        "Townships and villages are merged and their codes leave the division table, but QR codes on walls, web "
        "addresses and the API still use them. List each under merged in the network's file: former code and name, "
        "parent, date, what it became part of, and why. A page remains that says whom to turn to now.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """At the network that covers the code, else at its table."""
    if content.base is None or not content.tables_are_whole or content.unread("network"):
        return
    rows = {row.data["code"]: row for row in content.base.records("division")}
    now = {row.data["code"] for row in content.records("division")} | merged_codes(content)
    networks = {str(record.data.get("region")): record for record in content.records("network")}
    for code in sorted((rows.keys() | merged_codes(content.base)) - now):
        network = _network(code, rows, networks)
        path = network.document.path if network else rows[code].document.path if code in rows else "content/network"
        gone = f"{code} {rows[code].data['name']}" if code in rows else code
        yield EXPLANATION.at(
            path,
            network.position(("merged",)) if network else (1, 1),
            Bilingual(f"公布过的区划“{gone}”不见了。", f'The published division "{gone}" has gone.'),
            Bilingual(
                f'请写进 merged：- {{id: "{code}", name: …, parent: …, date: …, replaced_by: …, why: …}}',
                f'List it under merged: - {{id: "{code}", name: …, parent: …, date: …, replaced_by: …, why: …}}',
            )
            if network
            else Bilingual("请在区划表里补回这一行。", "Put its row back into the table."),
        )


def _network(code: str, rows: Mapping[str, Record], networks: Mapping[str, Record]) -> Record | None:
    """The network of the nearest region above; a code that is gone itself is known by its digits."""
    seen: set[str] = set()
    while code and code not in seen:
        if code in networks:
            return networks[code]
        seen.add(code)
        code = rows[code].data["parent"] if code in rows else code[:9] if len(code) == 12 else code[:6]
    return None
