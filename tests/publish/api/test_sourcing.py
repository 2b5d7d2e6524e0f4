"""The API has the sourcing report."""

import json
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.sourcing import sourcing
from tongchuang.publish import api


@pytest.fixture(scope="module")
def report(catalogue: Catalogue) -> dict[str, Any]:
    files = {artifact.path: artifact.data for artifact in api.publish(catalogue)}
    found: dict[str, Any] = json.loads(files[json.loads(files["api/v1/index.json"])["sourcing"]])
    return found


def test_the_totals_are_those_of_the_report(report: dict[str, Any], catalogue: Catalogue) -> None:
    totals = sourcing(catalogue.view("zh")).totals
    assert report["totals"] == {
        "confirmed": totals.confirmed,
        "without_article": totals.without_article,
        "unconfirmed": totals.unconfirmed,
        "historical": totals.historical,
    }


def test_a_figure_says_where_it_stands_and_what_it_rests_on(report: dict[str, Any]) -> None:
    [service] = [record for record in report["services"] if record["id"] == "labour-arbitration"]
    figure = next(figure for figure in service["figures"] if figure["field"] == "time.statutory")
    assert figure["stated"]["unit"] in ("calendar-days", "working-days")
    assert all(citation["article"] for citation in figure["basis"])


def test_what_is_unconfirmed_stands_there_in_every_language(report: dict[str, Any], catalogue: Catalogue) -> None:
    for record in report["services"]:
        for lang in catalogue.languages:
            review = catalogue.view(lang).version(record["id"], record["region"]).review
            assert record["unconfirmed"][lang] == list(review.unconfirmed)


def test_history_is_marked(report: dict[str, Any], catalogue: Catalogue) -> None:
    policies = {record["id"]: record for record in report["policies"]}
    assert policies["ningbo-2011"]["historical"] is True
    assert policies["labour-contract-law"]["historical"] is False
    measures = catalogue.view("zh").policies["ningbo-2011"].measures
    assert policies["ningbo-2011"]["historical_measures"] == [measure.id for measure in measures if measure.historical]
