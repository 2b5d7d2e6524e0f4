"""All artifacts of a release, publisher by publisher."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..catalogue import Catalogue
from ..publish.artifact import Artifact

# Called with the publisher's name, how many artifacts it has made, and of how many (0: not known).
Progress = Callable[[str, int, int], None]


def artifacts(catalogue: Catalogue, cache: Path, progress: Progress) -> Iterator[Artifact]:
    """Everything a release holds but its manifest. ``cache`` is a folder for what need not be made twice.

    Imports happen here, so that commands that publish nothing work without the publishers' libraries.
    """
    from ..publish import api, export, offline, print, search, site
    from ..publish.print import thumbnail
    from ..publish.sheets import sheets

    def sheet_made(sheet: print.Progress) -> None:
        progress("print", sheet.done, sheet.total)

    def site_and_links() -> Iterator[Artifact]:
        yield from site.publish(catalogue, sheets(catalogue, printed, pictures))

    frame = site.frame()
    # The bytes of what is printed, by path: pages tell the size of what is large.
    printed: dict[str, int] = {}
    # Width and height of the small pictures of sheets, by path.
    pictures: dict[str, tuple[int, int]] = {}
    # What phones may keep, filled by the publishers that come before ``offline``.
    kept: dict[str, bytes] = {}
    publishers: dict[str, Iterator[Artifact]] = {
        "print": print.publish(catalogue, print.FONTS, frame, cache / "print", sheet_made),
        "site": site_and_links(),
        "api": api.publish(catalogue),
        "export": export.publish(catalogue),
        "search": iter(search.publish(catalogue)),
        "offline": offline.publish(catalogue, kept, frame.assets),
    }
    for name, made in publishers.items():
        progress(name, 0, 0)
        for artifact in made:
            if name == "print":
                printed[artifact.path] = len(artifact.data)
                if artifact.path.endswith(thumbnail.SUFFIX):
                    pictures[artifact.path] = thumbnail.measured(artifact.data)
            if offline.may_keep(artifact.path):
                kept[artifact.path] = artifact.data
            yield artifact
