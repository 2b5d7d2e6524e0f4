"""The site, built once, and read without a browser."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.publish import search, site
from tongchuang.publish.print import check_page
from tongchuang.publish.print.compose import Composer
from tongchuang.publish.print.orders import default_orders
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.page import Page
from tongchuang.publish.site.pages import all_pages
from tongchuang.publish.site.places import alone
from tongchuang.publish.site.stamp import STAMPED

from ..conftest import written

_ADDRESS = re.compile(r'<(\w+)\b[^>]*?\s(href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


class Built:
    """The files of a site by path."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}

    def in_languages(self) -> dict[str, str]:
        """The pages below a language's root."""
        return {path: html for path, html in self.pages.items() if "/" in path}

    def links(self, path: str) -> list[tuple[str, str]]:
        """Each link, resource and form of a page: the element, and the address as written."""
        return [(element, unescape(address)) for element, _, address in _ADDRESS.findall(self.pages[path])]

    def ids(self, path: str) -> set[str]:
        """The anchors of a page."""
        return {unescape(id_) for id_ in _ID.findall(self.pages[path])}

    @staticmethod
    def target(path: str, address: str) -> str:
        """The file that a relative address on a page leads to."""
        address = address.split("#")[0].split("?")[0]
        found = normpath(join(dirname(path), address)) if address else path
        return normpath(join(found, "index.html")) if address.endswith("/") else found


def places(view: View, day: str) -> Iterator[Page]:
    """The page of every place, each drawn by itself."""
    return (alone(view, place) for place in view.places.values())


def drawn(view: View, pages: Iterable[Page], at: str) -> str:
    """The body of the one page at an address."""
    [page] = [page for page in pages if page.address == at]
    return str(Drawing(view).body(page))


def one_of_each(catalogue: Catalogue) -> list[str]:
    """The address below a language's root of one page of each kind."""
    view, day = catalogue.view("zh"), catalogue.as_of.isoformat()
    drawn = {page.template: page.address for page in all_pages(catalogue, "zh")}
    drawing = Drawing(view, sheets(catalogue)["zh"])
    stamped = [[page.address for page, _ in kind.pages(drawing, day)] for kind in STAMPED.values()]
    return [*drawn.values(), *(address for pages in stamped for address in (pages[0], pages[-1]))]


@pytest.fixture(scope="session")
def built(catalogue: Catalogue) -> Built:
    return Built({artifact.path: artifact.data for artifact in site.publish(catalogue, sheets(catalogue))})


@pytest.fixture(scope="session")
def folder(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on disk."""
    return written(built.files, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def model_folder(model_county: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the model county, its search and the pages of its sheets on disk."""
    of_sheets = check_page.pages(model_county, Composer(model_county), default_orders(model_county), site.frame())
    made = (*site.publish(model_county, sheets(model_county)), *search.publish(model_county), *of_sheets)
    return written({artifact.path: artifact.data for artifact in made}, tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def host(serve: Callable[[Path], str], folder: Path) -> str:
    """The address of the site."""
    return serve(folder)
