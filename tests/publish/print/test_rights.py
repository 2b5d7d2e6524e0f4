"""The rights card for the wallet."""

from dataclasses import replace

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Withdrawn
from tongchuang.model.service import Service
from tongchuang.publish.print import PrintError
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents

from .conftest import bare, text

WAGES = "boss-wont-pay"


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_ten_cards_say_what_to_do_what_to_keep_whom_to_call_and_until_when(catalogue: Catalogue, make, lang):
    data = make(catalogue, "rights", WAGES, "A4", lang).data
    found = text(data)
    for one in ("zh", "en") if lang == "both" else (lang,):
        view, words = catalogue.view(one), documents()["rights"].words(one)
        event = view.life_events[WAGES]
        facts = [event.name, event.stages[0].name, event.stages[0].text, *event.card.proof]
        facts += [words.limit(limit.duration) for limit in view.limits(event)]
        facts += [words.article("27", view.policies["labour-dispute-law"])]
        facts += ["12348", "12333", "12345"]
        helping = [view.services[id_] for stage in event.stages for id_ in stage.services]
        facts += [words("print.revised", date=words.date(max(one.revisions[-1].date for one in helping)))]
        for fact in facts:
            assert found.count(bare(fact)) >= 10, fact
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == 2


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
@pytest.mark.parametrize("of", ["boss-wont-pay", "hurt-at-work", "dispute-or-fired", "renting-a-home"])
def test_every_card_names_the_article_that_binds_the_other_side(catalogue: Catalogue, make, of: str, lang: str):
    found = text(make(catalogue, "rights", of, "A4", lang).data)
    for one in ("zh", "en") if lang == "both" else (lang,):
        view, words = catalogue.view(one), documents()["rights"].words(one)
        law = view.life_events[of].card.law
        facts = [law.text, *(words.article(said.article, view.policies[said.policy]) for said in law.basis)]
        assert all(found.count(bare(fact)) >= 10 for fact in facts)


def test_limits_come_from_the_services_that_the_card_names(catalogue: Catalogue):
    view = catalogue.view("zh")
    first, second = view.limits(view.life_events["hurt-at-work"])
    assert (first.entry.id, first.duration.value, first.duration.unit) == ("self", 1, "years")
    assert [citation.article for citation in first.duration.basis] == ["17"]
    assert (second.service.id, second.entry.kind) == ("work-injury-recognition", "arbitration")


def test_a_card_is_as_new_as_the_services_of_its_limits_and_of_nothing_withdrawn(catalogue: Catalogue):
    view, rights = catalogue.view("zh"), documents()["rights"]
    event = view.life_events["renting-a-home"]
    (limit,) = view.limits(event)
    event = replace(event, stages=tuple(replace(one, services=()) for one in event.stages))
    newer = replace(limit.service, revisions=(replace(limit.service.revisions[-1], date="2030-01-02"),))

    def revised(service: Service) -> str:
        services = {**view.services, service.id: service}
        hub = replace(view, life_events={event.id: event}, services=services)
        return rights.facts(hub, rights.words("zh"), Subject("life-event", event.id))["revised"]

    assert "2030年1月2日" in revised(newer)
    assert not revised(replace(newer, withdrawn=Withdrawn("2026-10-01", "合并了")))


def test_only_life_events_with_a_card_are_printed(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    printed = [subject.of for subject in documents()["rights"].defaults(view)]
    assert printed == [event.id for event in view.life_events.values() if event.card]
    assert "just-arrived" not in printed
    with pytest.raises(KeyError):
        make(catalogue, "rights", "just-arrived")


def test_every_card_says_that_it_is_a_sample(catalogue: Catalogue, make):
    assert text(make(catalogue, "rights", WAGES).data).count("样稿·非政府发布") == 11


def test_more_proof_than_a_card_takes_is_an_error_that_names_it(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    event = view.life_events[WAGES]
    long = replace(event, card=replace(event.card, proof=("很长的一样东西" * 60,)))
    spoilt = replace(
        catalogue, views={**catalogue.views, "zh": replace(view, life_events={**view.life_events, WAGES: long})}
    )
    with pytest.raises(PrintError) as raised:
        make(spoilt, "rights", WAGES)
    assert raised.value.field in ("proof", "back", "limit.1", "limit.2")
