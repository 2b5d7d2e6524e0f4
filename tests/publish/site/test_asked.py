"""A file of the site that is drawn when it is asked for is the same as the one that the whole build writes."""

from collections.abc import Callable

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.asked import Asked

from .conftest import Built, one_of_each


@pytest.fixture(scope="module")
def file(catalogue: Catalogue) -> Callable[[str], bytes | None]:
    return Asked(catalogue, sheets(catalogue)).file


def test_a_page_of_each_kind_is_the_built_one_in_every_language(
    catalogue: Catalogue, built: Built, file: Callable[[str], bytes | None]
) -> None:
    for lang in catalogue.languages:
        for address in one_of_each(catalogue):
            path = f"{lang}/{address}index.html"
            assert file(path) == built.files[path], path


def test_the_files_of_no_language_are_the_built_ones(built: Built, file: Callable[[str], bytes | None]) -> None:
    paths = [path for path in built.files if path.partition("/")[0] not in ("zh", "en")]
    assert {"index.html", "404.html", "kiosk.html"} < set(paths)
    assert all(file(path) == built.files[path] for path in paths)


@pytest.mark.parametrize("path", ["zh/nowhere/index.html", "zh/shells/place/index.html", "fr/index.html", "zh", "../x"])
def test_where_the_site_has_no_file_there_is_none(file: Callable[[str], bytes | None], path: str) -> None:
    assert file(path) is None
