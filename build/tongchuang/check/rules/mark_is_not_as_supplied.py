"""A mark's picture that is not the one its owner supplied."""

import hashlib
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R720",
    "error",
    Bilingual("标识不是上级给的原图", "A mark that is not as supplied"),
    Bilingual(
        "统一的标识只能用上级给的原图，不能自己画、改颜色、裁边。图片放在 network/marks/，地区规范的 artwork 写谁给的、"
        "哪天给的和文件的SHA-256。有一样对不上就不印。",
        "A shared mark may only be printed from the artwork that its owner supplied, never redrawn, recoloured or cropped. "
        "The picture lies in network/marks/; the profile's artwork says who supplied it, when, and its SHA-256. "
        "If one of them does not match, it is not printed.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Each picture without a record, and each record without its picture."""
    profiles = {record.document.key: record for record in content.records("profile")}
    marks = content.sources.marks
    for id_, mark in marks.items():
        record = profiles.get(id_)
        told = record is not None and ("artwork" in record.data or "artwork" in record.broken)
        if not told and not content.unread("profile", id_):
            yield EXPLANATION.at(
                mark.path,
                (1, 1),
                Bilingual("没有写这张图是谁给的。", "Nothing says who supplied this picture."),
                Bilingual(
                    f"在 network/profiles/{id_}.yaml 写上 artwork：谁给的、哪天、SHA-256（{_sha256(mark.png)}）。",
                    f"Add artwork to network/profiles/{id_}.yaml: by whom, when, and the SHA-256 ({_sha256(mark.png)}).",
                ),
            )
    for id_, record in profiles.items():
        if "artwork" not in record.data or "artwork" in record.doubtful or content.unread("mark", id_):
            continue
        if id_ not in marks:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("artwork",)),
                Bilingual("写了标识原图，但没有图。", "There is a record of the artwork and no picture."),
                Bilingual(f"把原图放在 network/marks/{id_}.png。", f"Put the artwork at network/marks/{id_}.png."),
            )
        elif _sha256(marks[id_].png) != record.data["artwork"]["sha256"]:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("artwork", "sha256")),
                Bilingual("图和当初给的那张不一样。", "The picture is not the one that was supplied."),
                Bilingual(
                    "换回原图；上级给了新图的，把三项都照新图写。",
                    "Put the original back; if new artwork was supplied, write all three fields anew.",
                ),
            )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
