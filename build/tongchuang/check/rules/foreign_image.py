"""Images from elsewhere."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R603",
    "error",
    Bilingual("正文里不能放图片", "No images in the text"),
    Bilingual(
        "外站的图片会把访问者的踪迹告诉别人，断网时看不到，也可能被人换掉；图片里的字也没法搜索和翻译。请用文字说明。",
        "Images from another site tell that site who reads, are missing without a network, and can be swapped; "
        "words in "
        "images can't be searched or translated. Say it in words.",
    ),
)
_IMAGE = re.compile(r"!\[")


def find(content: Content) -> Iterator[Finding]:
    """Images of Markdown, wherever they come from, once a line."""
    for words in content.prose_with(_IMAGE):
        for found in words.matches(_IMAGE) if words.markdown else ():
            yield EXPLANATION.at(
                words.path,
                words.at(found.start()),
                Bilingual("这里有图片。", "There is an image here."),
                Bilingual("请删掉图片，用文字说明。", "Delete the image and say it in words."),
            )
