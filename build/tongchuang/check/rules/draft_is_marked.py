"""Text that its editor marked as a draft."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R607",
    "error",
    Bilingual("还有草稿标记", "A mark of a draft"),
    Bilingual(
        "写了【草稿】或【draft】的文字还没有定，不能发布。标记里可以写缘由，例如【草稿：等省里印发】。没有印发的内容留在自己的分支上。"
        "在分支上编辑时不查，发布时才查（check --for-release 和 build）。",
        "Text with a mark between 【 and 】 that starts with draft is not settled and can't be published. The mark may say "
        "why. What has not been issued stays on its branch. Nothing is said while you edit there, only for a release "
        "(check --for-release, build).",
    ),
)
_MARK = re.compile(r"【\s*(?:草稿|draft)[^】\n]*】?", re.IGNORECASE)


def find(content: Content) -> Iterator[Finding]:
    """One finding a line, for a release."""
    if not content.for_release:
        return
    for words in content.prose_with(_MARK):
        for found in words.matches(_MARK):
            shown = found.group()[:30]
            yield EXPLANATION.at(
                words.path,
                words.at(found.start()),
                Bilingual(f"这里还是草稿：{shown}", f"This is still a draft: {shown}"),
                Bilingual(
                    "定稿后删掉标记；没有定的先不要合并。",
                    "Delete the mark once it is settled; until then, do not merge.",
                ),
            )
