"""Pages that lead to the which-door board and to the posters of categories."""

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.pages import appeals, groups, regions, routings

DAY = "2026-11-21"


@pytest.fixture(scope="module")
def drawn(catalogue: Catalogue) -> dict[str, str]:
    view = catalogue.view("zh")
    drawing = Drawing(view, sheets(catalogue)["zh"])
    wanted = {"appeals/", "groups/rights-protection/", "regions/441602/", "regions/430000/", "routing/430000/"}
    found = (
        *appeals.pages(view, DAY),
        *groups.pages(view, DAY),
        *regions.pages(view, DAY),
        *regions.elsewhere(view, DAY),
        *routings.pages(view, DAY),
    )
    return {page.address: str(drawing.body(page)) for page in found if page.address in wanted}


@pytest.mark.parametrize(
    ("page", "region"),
    [
        ("appeals/", "441602"),
        ("regions/441602/", "441602"),
        ("regions/430000/", "430000"),
        ("routing/430000/", "430000"),
    ],
)
def test_appeals_regions_and_routings_lead_to_the_board_of_doors(drawn: dict[str, str], page: str, region: str) -> None:
    assert f"print/door/{region}.A3.zh.pdf" in drawn[page]


def test_a_group_is_an_index_of_the_posters_of_its_categories(drawn: dict[str, str], catalogue: Catalogue) -> None:
    for category in catalogue.view("zh").categories.values():
        file = f"print/category/{category.id}.A2.zh.pdf"
        assert (file in drawn["groups/rights-protection/"]) == (category.group == "rights-protection")
