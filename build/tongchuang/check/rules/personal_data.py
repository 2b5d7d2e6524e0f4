"""Numbers that belong to a person."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R606",
    "error",
    Bilingual("有个人信息", "Personal data"),
    Bilingual(
        "公开的内容里不能有身份证号和个人手机号，举例也不行：有人会照着打，也可能正好是真人的号码。单位对外的电话请用座机或热线。",
        "Identity numbers and mobile numbers have no place in public content, not even as examples: somebody may "
        "call them, "
        "or they may be somebody's. For offices use a landline or a hotline.",
    ),
)
_IDENTITY = re.compile(r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])")
_MOBILE = re.compile(r"(?:(?<=\+86)|(?<=\+86[ -])|(?<!\d))1[3-9]\d(?:[ .-]?\d{4}){2}(?!\d)")


_IDENTITY_WORDS = Bilingual("身份证号", "an identity number")
_MOBILE_WORDS = Bilingual("手机号", "a mobile number")
_LONG = re.compile(r"[1１][3-9３-９](?:[ .\-－\u3000]?\d){9}|\d{17}")
# Digits and signs of full width, as Chinese keyboards write them.
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ＋－\u3000", "0123456789Xx+- ")


def find(content: Content) -> Iterator[Finding]:
    """Every text of every file, in whatever width its digits are written."""
    for words in content.prose_with(_LONG):
        text = words.text.translate(_NARROW)
        for pattern, what in ((_IDENTITY, _IDENTITY_WORDS), (_MOBILE, _MOBILE_WORDS)):
            for found in pattern.finditer(text):
                yield EXPLANATION.at(
                    words.path,
                    words.at(found.start()),
                    Bilingual(f"这里像是{what.zh}。", f"This looks like {what.en}."),
                    Bilingual(
                        "请删掉；需要电话时用单位座机或热线。",
                        "Delete it; where a phone is needed, use that of the office or a hotline.",
                    ),
                )
