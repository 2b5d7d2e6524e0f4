import json
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.cli import main
from tongchuang.publish.search import publish


def _with_services_only(catalogue: Catalogue) -> Catalogue:
    """Quick to publish."""
    left_out = {"places": {}, "terms": {}, "policies": {}, "appeals": {}, "life_events": {}}
    return replace(catalogue, views={lang: replace(view, **left_out) for lang, view in catalogue.views.items()})


@pytest.fixture(scope="module")
def released(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for artifact in publish(_with_services_only(catalogue)):
        path = root / "dist" / "current" / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    return root


def test_results_are_printed_as_json(released: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "老板不给钱", "--project", str(released), "--limit", "2", "--format", "json"]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert [set(result) for result in results] == [{"kind", "id", "title", "url", "score"}] * 2
    assert results[0]["id"] == "wage-arrears-report"


def test_results_are_printed_for_people(released: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "boss won't pay", "--lang", "en", "--project", str(released)]) == 0
    assert "[service wage-arrears-report]" in capsys.readouterr().out


def test_nothing_found_is_said(released: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "qwxzqwxz", "--project", str(released)]) == 0
    assert "12345" in capsys.readouterr().out


@pytest.mark.parametrize(("lang", "words"), [("zh", "先运行 tongchuang build"), ("en", "Run tongchuang build first")])
def test_without_a_release_it_says_what_to_do(
    lang: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["search", "工伤", "--lang", lang, "--project", str(tmp_path)]) == 2
    assert words in capsys.readouterr().err


def test_an_unknown_language_names_the_known_ones(released: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["search", "工伤", "--lang", "xx", "--project", str(released)]) == 2
    assert "zh、en" in capsys.readouterr().err
