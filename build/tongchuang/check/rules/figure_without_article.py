"""Times, amounts and ages stated in a service's text without the article they come from."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...catalogue.figures import FIGURE, STATED
from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R307",
    "warning",
    Bilingual("文字里的数字没有写依据", "A figure in the text without its article"),
    Bilingual(
        "办事的人会照着期限、金额、年龄去做。凡是写了这样的数字，这一条就要写明出自哪部法、第几条：basis。"
        "不是法律定的数字（例如提前几天打电话），换成不带数字的说法。",
        "People act on time limits, amounts and ages. An entry that states one names the article it comes from, in its "
        "own `basis`. If no law sets it (such as calling a few days ahead), say it without a figure.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Conditions, materials, steps, remedies, answers and notes of the standard services."""
    for record in content.records("service"):
        if record.data.get("withdrawn"):
            continue
        for pointer, text, cited in _stated(record.data):
            figure = FIGURE.search(text)
            if figure and not cited:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(f"“{figure[0]}”没有写出自哪部法、第几条。", f'"{figure[0]}" names no law and article.'),
                    Bilingual(
                        '请在这一条补上 basis: [{policy: …, article: "条号"}]，或者去掉数字。',
                        'Add basis: [{policy: …, article: "number"}] to this entry, or leave the figure out.',
                    ),
                )


def _stated(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, str, bool]]:
    for field, (key, _) in STATED.items():
        for index, entry in enumerate(data.get(field, ())):
            if key in entry:
                yield (field, index, key), entry[key], _cites(entry)
    for field in ("time", "fee"):
        if "note" in data.get(field, {}):
            yield (field, "note"), data[field]["note"], _cites(data[field])


def _cites(value: Any) -> bool:
    """Whether an entry, or a time within it, names an article."""
    if isinstance(value, dict):
        return bool(value.get("article")) or any(_cites(inner) for inner in value.values())
    return isinstance(value, list) and any(_cites(inner) for inner in value)
