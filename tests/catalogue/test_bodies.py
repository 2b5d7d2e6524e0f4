"""Where to go when refused: it depends on the kind of act and on the place."""

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.provenance import trace
from tongchuang.load import Sources

CENTRE, OFFICE, STATION = "441600", "441602001", "441621100201"
LABELS = {CENTRE: "a city centre", OFFICE: "a township office", STATION: "a village station"}
# Item, remedy, and the body named at each of the three places; None where the place alone doesn't tell.
TABLE = [
    ("residence-permit-apply", "review", None, "源城区人民政府", "紫金县人民政府"),
    ("compulsory-school-enrolment", "review", None, "源城区人民政府", "紫金县人民政府"),
    ("job-matching", "discrimination", None, "管源城区案子的基层人民法院", "管紫金县案子的基层人民法院"),
    ("labour-arbitration", "sue-award", None, "管源城区案子的基层人民法院", "管紫金县案子的基层人民法院"),
    (
        "labour-arbitration",
        "employer-set-aside",
        "仲裁委员会当地的中级人民法院",
        "仲裁委员会当地的中级人民法院",
        "仲裁委员会当地的中级人民法院",
    ),
    (
        "work-injury-recognition",
        "arbitration",
        "管河源市的劳动人事争议仲裁委员会",
        "管源城区的劳动人事争议仲裁委员会",
        "管紫金县的劳动人事争议仲裁委员会",
    ),
    (
        "wage-arrears-report",
        "legal-aid",
        "河源市的法律援助机构",
        "源城区的法律援助机构",
        "紫金县的法律援助机构",
    ),
]


@pytest.mark.parametrize(
    ("id_", "remedy", "place", "body"),
    [
        pytest.param(id_, remedy, place, body, id=f"{id_} {remedy} at {LABELS[place]}")
        for id_, remedy, *bodies in TABLE
        for place, body in zip(LABELS, bodies, strict=True)
    ],
)
def test_the_body_follows_from_the_act_and_the_place(
    catalogue: Catalogue, id_: str, remedy: str, place: str, body: str | None
) -> None:
    service = catalogue.view("zh").service(id_, place)
    assert {r.id: r.body for r in service.remedies}[remedy] == body


def test_bodies_are_named_in_english_too(catalogue: Catalogue) -> None:
    review = {r.id: r for r in catalogue.view("en").service("residence-permit-apply", OFFICE).remedies}["review"]
    assert review.body == "The people's government of Yuancheng District"


def test_without_a_place_and_outside_the_networks_only_the_kind_of_body_is_known(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    for place in (None, "220200"):
        review = {r.id: r for r in view.service("residence-permit-apply", place).remedies}["review"]
        assert (review.body, review.body_kind) == (None, "review")


def test_the_line_behind_a_body_is_that_of_the_profile(catalogue: Catalogue, sources: Sources) -> None:
    origins = {o.field: o for o in trace(sources, catalogue, "residence-permit-apply", STATION)}
    body = origins["remedies.review.body"]
    assert (body.value, body.rule, body.path) == (
        "紫金县人民政府",
        "profile",
        "content/network/profiles/heyuan.yaml",
    )
