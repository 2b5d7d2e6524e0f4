"""A release holds what its pages lead to."""

from pathlib import Path

import pytest
from tongchuang.publish.artifact import Artifact
from tongchuang.release.links import dead
from tongchuang.release.write import ReleaseError, write

TARGETS = {
    "en/index.html": '<h1 id="top">1</h1><h2 id="a&amp;b">2</h2>',
    "print/board/a b.pdf": "",
    "assets/icons.svg": '<symbol id="phone"></symbol>',
}
ALIVE = (
    "",
    "#here",
    "?q=1",
    "../../en/",
    "../../en/?q=1#top",
    "../../en/index.html#a&amp;b",
    "/en/",
    "../../print/board/a%20b.pdf",
    "../../assets/icons.svg#phone",
    "https://example.org/none",
    "//example.org/none",
    "tel:12345",
)
DEAD = (
    "#there",
    "../../fr/",
    "../../en",
    "../../en/#none",
    "../../../en/",
    "/none",
    "../../assets/icons.svg#fax",
    "x.pdf",
)


def _dead(folder: Path, address: str, attribute: str = "href") -> list[tuple[str, str]]:
    page = "zh/services/index.html"
    for path, text in {**TARGETS, page: f'<p id="here"><x {attribute}="{address}">'}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return list(dead(folder, {*TARGETS, page}))


@pytest.mark.parametrize("address", ALIVE)
def test_what_is_there_or_elsewhere_is_no_dead_link(tmp_path, address):
    assert _dead(tmp_path, address) == []


@pytest.mark.parametrize("attribute", ["href", "src", "action"])
@pytest.mark.parametrize("address", DEAD)
def test_a_missing_file_or_anchor_is_a_dead_link(tmp_path, address, attribute):
    assert _dead(tmp_path, address, attribute) == [("zh/services/index.html", address)]


def test_a_release_with_a_dead_link_is_not_published(tmp_path):
    with pytest.raises(ReleaseError, match=r"dead link: none/ on zh/index\.html"):
        write(tmp_path, [Artifact("zh/index.html", b'<a href="none/">')], "2026-11-21", True, ("zh", "en"))
    assert not (tmp_path / "current").exists()
