"""What the answers of one person leave of a service: the same as the checklist on the phone."""

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.answers import UnknownAnswer, left, read
from tongchuang.model.service import Service

PAY, LEFT = ("claim", "pay"), ("job", "left")


@pytest.fixture
def service(catalogue: Catalogue) -> Service:
    return catalogue.view("zh").services["labour-arbitration"]


def test_what_an_answer_rules_out_goes_and_what_it_calls_for_stays(service: Service) -> None:
    before = {material.id: material.when for material in service.materials}
    after = {material.id for material in left(service, (PAY,)).materials}
    assert after == {id for id, when in before.items() if "pay" in when.get("claim", ("pay",))}
    assert after != set(before)


def test_what_depends_on_an_open_question_stays_with_that_question_alone(service: Service) -> None:
    some = left(service, (PAY,))
    open_ = [condition.when for condition in some.conditions if condition.when]
    assert open_
    assert not any("claim" in when for when in open_)
    assert {question.id for question in some.questions} == {"job", "people"}


def test_without_answers_the_service_is_whole(service: Service) -> None:
    assert left(service, ()) == service


def test_when_every_question_is_answered_nothing_depends_on_anything(catalogue: Catalogue) -> None:
    for service in catalogue.view("zh").services.values():
        answers = tuple((question.id, question.options[0].id) for question in service.questions)
        personal = left(service, answers)
        entries = (*personal.conditions, *personal.materials, *personal.steps, *personal.remedies)
        assert not any(entry.when for entry in entries)


@pytest.mark.parametrize(
    "written", ["claim=pay,job=left", "#claim=pay&job=left", "claim=pay，job=left", " claim=pay job=left "]
)
def test_answers_are_read_as_typed_and_as_the_phone_writes_them(service: Service, written: str) -> None:
    assert read(written, service.questions) == (PAY, LEFT)


@pytest.mark.parametrize("written", ["claim=nothing", "colour=red", "claim", "claim=pay,claim=tie"])
def test_what_is_no_answer_is_refused_with_the_answers_that_there_are(service: Service, written: str) -> None:
    with pytest.raises(UnknownAnswer) as refused:
        read(written, service.questions)
    assert "job=left" in refused.value.known
