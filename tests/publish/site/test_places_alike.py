"""Bodies shared by neighbours: nobody can tell them from bodies drawn one by one."""

import pytest
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.places import alone, places


@pytest.mark.parametrize("of", ["catalogue", "model_county", "tombstones"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_place_has_the_body_that_it_would_have_alone(request, of, lang):
    catalogue = request.getfixturevalue(of)
    view = catalogue.view(lang)
    drawing = Drawing(view, sheets(catalogue)[lang])
    for page, body in places(drawing, catalogue.as_of.isoformat()):
        place = view.places[page.address.split("/")[-2]]
        assert body == drawing.body(alone(view, place)), place.name


def test_most_places_are_not_drawn_alone(catalogue, monkeypatch):
    drawing, drawn = Drawing(catalogue.view("zh")), []
    body = drawing.body
    monkeypatch.setattr(drawing, "body", lambda page: drawn.append(page) or body(page))
    found = len(list(places(drawing, "")))
    assert len(drawn) < found / 3
