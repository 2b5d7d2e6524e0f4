"""The gallery of printed documents, drawn by ``make pictures``."""

import pytest
from tongchuang.project import Project
from tongchuang.publish.print.documents import documents

MOST, ALL = 25_000, 1_500_000  # bytes of a picture and of all, so that the repository stays small


@pytest.mark.parametrize("page", ["gallery.md", "gallery.zh.md"])
def test_the_gallery_shows_every_document(project: Project, page: str):
    shown = (project.root / "docs" / page).read_text(encoding="utf-8")
    for name in documents():
        assert f"`{name}`" in shown
        assert f"(pictures/sheets/{name}.webp)" in shown


def test_the_pictures_of_the_gallery_are_there_and_small(project: Project):
    pictures = {file.stem: file.stat().st_size for file in (project.root / "docs/pictures/sheets").glob("*.webp")}
    assert set(documents()) <= set(pictures)
    assert max(pictures.values()) <= MOST
    assert sum(pictures.values()) <= ALL
