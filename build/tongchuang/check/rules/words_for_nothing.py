"""Words for entries or files that the original does not have."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..foreign import original

EXPLANATION = Explanation(
    "R504",
    "error",
    Bilingual("译文对不上原文", "Words for what the original does not have"),
    Bilingual(
        "译文按编号和原文对应。原文没有这个编号，或没有这个文件，这些字句就不会出现在任何页面上：编号写错了，或原文已经删改。",
        "A translation matches the original by ids. If the original has no such id, or there is no such file, the "
        "words "
        "appear on no page: the id is misspelt, or the original has changed.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Ids in translations, rows in translated tables, and whole files."""
    for document in content.sources.documents:
        if document.lang is None:
            continue
        base = original(content.sources, document)
        if base is None:
            if not content.unread(document.kind, document.key):
                yield EXPLANATION.at(
                    document.path,
                    (1, 1),
                    Bilingual("这个译文没有对应的中文原文。", "There is no Chinese original for this translation."),
                    Bilingual(
                        "请改正文件名，或先写中文原文。", "Correct the file name, or write the Chinese original first."
                    ),
                )
            continue
        for pointer in content.foreign.get(document.path, ()):
            yield EXPLANATION.at(
                document.path,
                document.position(pointer),
                Bilingual(f"原文里没有“{pointer[-1]}”。", f'The original has no "{pointer[-1]}".'),
                Bilingual("请改成原文里的编号，或删掉。", "Use the id of the original, or delete this."),
            )
        if document.kind == "division":
            codes = {row.data["code"] for row in content.records("division") if row.document is base}
            for row in content.records("division", document.lang):
                if row.document is document and codes and row.data["code"] not in codes:
                    yield EXPLANATION.at(
                        document.path,
                        row.position(()),
                        Bilingual(
                            f"原表里没有代码 {row.data['code']}。",
                            f"The original table has no code {row.data['code']}.",
                        ),
                        Bilingual("请改正代码，或删掉这一行。", "Correct the code, or delete the row."),
                    )
