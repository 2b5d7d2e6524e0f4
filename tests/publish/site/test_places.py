"""What a place says of itself, on its page."""

import re
from html import unescape

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.stamp import places
from tongchuang.publish.words import words

TOLD, SILENT = "990101001", "990101002"


def rows(catalogue: Catalogue, lang: str, code: str) -> dict[str, str]:
    """The facts on a place's page, by their names."""
    view = catalogue.view(lang)
    page = next(page for page in places(view, "2026-11-21") if page.address == f"places/{code}/")
    found = re.findall(r"<dt>([^<]*)</dt><dd>(.*?)</dd>", str(Drawing(view).body(page)), re.DOTALL)
    return {name: unescape(value) for name, value in found}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("field", ["host", "directions", "honours"])
def test_hall_way_and_honours_are_shown_where_a_place_has_them(field: str, lang: str, model_county: Catalogue) -> None:
    name, place = words(lang)(f"site.place.{field}"), model_county.view(lang).places[TOLD]
    value = getattr(place, field)
    shown = value if isinstance(value, str) else words(lang)("site.list_join").join(value)
    assert shown
    assert rows(model_county, lang, TOLD)[name] == shown
    assert name not in rows(model_county, lang, SILENT)
