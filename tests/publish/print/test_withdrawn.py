"""What was withdrawn is printed no more, and the QR codes of its old sheets still answer."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Withdrawn
from tongchuang.publish.print import PrintError, check_page, sheet
from tongchuang.publish.print.compose import Composer
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.publish import default_orders, orders_ever

from .conftest import FRAME, published

TOWNSHIP, SERVICE = "441602099", "residence-permit-apply"


def test_nothing_withdrawn_is_in_the_default_set(tombstones: Catalogue) -> None:
    subjects = {order.subject.id for order in default_orders(tombstones)}
    assert SERVICE not in subjects
    assert not any(subject.startswith(TOWNSHIP) for subject in subjects)


@pytest.mark.parametrize("wanted", [("notice", SERVICE), ("board", TOWNSHIP)])
def test_a_sheet_of_something_withdrawn_is_refused_with_what_to_print_now(
    wanted: tuple[str, str], tombstones: Catalogue, tmp_path: Path
) -> None:
    with pytest.raises(PrintError) as refused:
        sheet(tombstones, tmp_path, *wanted)
    assert "2026-10-01" in refused.value.message.en
    assert {"notice": "job-matching", "board": "441602001"}[wanted[0]] in refused.value.remedy.zh


@pytest.mark.parametrize("id_", ["h12333", "h12348", "h110"])
def test_a_hotline_that_is_no_longer_in_use_is_on_no_sheet(id_: str, catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    ended = replace(view.hotlines[id_], name="停用的热线", withdrawn=Withdrawn("2026-10-01", "并入12345"))
    changed = replace(view, hotlines={**view.hotlines, id_: ended})
    printed = {
        document.name: [
            document.facts(changed, document.words("zh"), subject) for subject in document.defaults(changed)
        ]
        for document in documents().values()
    }
    assert not [name for name, facts in printed.items() if ended.name in json.dumps(facts, ensure_ascii=False)]
    assert not [kind for board in printed["door"] for kind in board["kinds"] if ended.number in kind["hotlines"]]


@pytest.mark.parametrize("id_", [f"notice-{SERVICE}", f"board-{TOWNSHIP}"])
def test_the_qr_of_an_old_sheet_says_that_it_is_no_longer_in_use(id_: str, tombstones: Catalogue) -> None:
    hub = published(tombstones)
    kept = [order for order in orders_ever(hub) if order.document.sheet_id(order.subject) == id_]
    made = {a.path: a.data.decode() for a in check_page.pages(hub, Composer(hub), kept, FRAME)}
    assert json.loads(made[f"q/{id_}/editions.json"]) == []
    page = made[f"q/{id_}/index.html"]
    assert "这张纸2026年10月1日起不再用了。" in page
    assert "This sheet has not been in use since" in page
