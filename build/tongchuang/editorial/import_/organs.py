"""Names of public bodies: which words are one, and lines of a signature joined to whole names."""

import re
from collections.abc import Iterable

_END = (
    "人民政府|政府|厅|局|委员会|委|部|办公室|办公厅|小组|领导小组|法院|检察院|院|会|公司|中心|署|行|办|处|所|集团|党组|指挥部|联席会议|常务委员会|管委会"
    "|总队|支队|大队|学校|医院|社|总工会|联合会|协会|银行"
)
_ORGAN = re.compile(rf"^[\u4e00-\u9fff（）()“”]{{2,60}}(?:{_END})(?:[（(][^（）()]*[)）])?$")
# What a name does not end in although its last character might do.
_OPEN = re.compile(r"(?:工作|和|与|及|暨|以及)$")


def is_organ(name: str) -> bool:
    """Whether a name reads like that of a public body."""
    return bool(_ORGAN.match(name)) and not _OPEN.search(name)


def joined(lines: Iterable[str]) -> tuple[str, ...]:
    """Whole names from lines that may each hold a part of one, or several with spaces between."""
    found: list[str] = []
    whole = True
    for line in lines:
        for word in re.split(r"[\s|]+", line.strip(" |")):
            if not word:
                continue
            if whole or re.match(r"^中共|^中华", word):
                found.append(word)
            else:
                found[-1] += word
            whole = is_organ(found[-1])
    return tuple(found)
