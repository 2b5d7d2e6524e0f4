"""Which sheets on the walls of a place are to be replaced, and why."""

from dataclasses import replace

from tongchuang.catalogue import Catalogue
from tongchuang.publish.print.due import since, since_day

from .conftest import OFFICE

SERVICE = "job-matching"


def revised(catalogue: Catalogue) -> Catalogue:
    """The catalogue after a service was renamed, with a revision that says so."""
    views = {}
    for lang, view in catalogue.views.items():
        service = view.services[SERVICE]
        new = replace(service.revisions[-1], id="r99", date="2030-01-01", fields=("name",))
        changed = replace(service, name="找活干", revisions=(*service.revisions, new))
        views[lang] = replace(view, services={**view.services, SERVICE: changed})
    return replace(catalogue, views=views)


def test_since_a_day_the_sheets_that_show_a_revised_record_are_named_with_the_record(catalogue: Catalogue):
    found = {one.document.name: one for one in since_day(revised(catalogue), "2029-12-31", [OFFICE], "zh")}
    assert "board" in found
    assert found["board"].why.keys() == {("service", SERVICE)}
    assert not list(since_day(catalogue, "2029-12-31", [OFFICE], "zh"))


def test_since_another_catalogue_the_editions_then_and_now_tell(catalogue: Catalogue):
    found = {one.document.name: one for one in since(catalogue, revised(catalogue), [OFFICE], "zh")}
    board = found["board"]
    assert board.was
    assert board.was != board.edition
    assert [revision.id for revision in board.why["service", SERVICE]] == ["r99"]
    assert not list(since(catalogue, catalogue, [OFFICE], "zh"))
