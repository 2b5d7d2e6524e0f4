"""The standard set of a network: which sheets, how many, and the log of them."""

import json
from collections import Counter
from dataclasses import replace

import jsonschema_rs
from tongchuang import schemas
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print.cache import Printed
from tongchuang.publish.print.compose import Composer
from tongchuang.publish.print.index import index
from tongchuang.publish.print.orders import standard_orders

from .conftest import OFFICE, STATION


def of_two_places(catalogue: Catalogue) -> Catalogue:
    views = {
        lang: replace(view, places={code: view.places[code] for code in (OFFICE, STATION)})
        for lang, view in catalogue.views.items()
    }
    return replace(catalogue, views=views)


def test_each_place_has_a_board_a_wall_list_and_its_signs_twice_and_each_service_two_sheets(catalogue: Catalogue):
    view = catalogue.view("zh")
    orders = standard_orders(of_two_places(catalogue), "zh")
    services = len(view.services) + len(view.regional)
    signs = len(view.places[OFFICE].windows) + 1
    assert Counter((order.document.name, order.size) for order in orders) == {
        ("board", "A4"): 2,
        ("walls", "A4"): 2,
        ("sign", "A4"): signs,
        ("sign", "A5"): signs,
        ("notice", "A4"): services,
        ("process", "A4"): services,
    }
    assert len({order.path for order in orders}) == len(orders)


def test_nothing_withdrawn_is_in_the_set(tombstones: Catalogue):
    assert not [one for one in standard_orders(tombstones, "zh") if one.subject.of == "residence-permit-apply"]


def test_the_index_tells_of_each_sheet_what_it_bears_and_how_it_was_set(catalogue: Catalogue):
    [order] = [
        one for one in standard_orders(of_two_places(catalogue), "zh") if one.path.startswith(f"print/walls/{OFFICE}.")
    ]
    composer = Composer(catalogue)
    made = index(composer.jobs([order]), [Printed(order.path, b"", "body 12pt", None, 2)])
    [entry] = listed = json.loads(made.data)
    schema = json.loads((schemas.FOLDER / "output" / "print-index.json").read_text(encoding="utf-8"))
    jsonschema_rs.validator_for(schema).validate(listed)
    assert (made.path, entry["path"], entry["pages"]) == ("print/index.json", order.path, 2)
    assert entry["edition"] == composer.edition(order.document, order.subject, "zh")
    assert (entry["size"], entry["lang"], entry["step"], entry["own_step"]) == ("A4", "zh", "body 12pt", None)
    assert entry["picture"] is None
