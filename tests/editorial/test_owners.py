"""CODEOWNERS is written from the hub's reviewers, so that each platform asks the right team."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import resolve
from tongchuang.cli import main
from tongchuang.editorial.owners import owners
from tongchuang.load import Sources
from tongchuang.model.finding import Failure

from ..conftest import AS_OF

EDITORS, HRSS, CITY, COUNTY = "@hy/editors", "@hy/hrss", "@hy/city", "@hy/groups/yuancheng"
TEAMS = [
    {"team": EDITORS},
    {"team": HRSS, "department": "hrss"},
    {"team": COUNTY, "region": "441602"},
    {"team": CITY, "region": "441600"},
]


def with_teams(sources: Sources, teams: list[dict[str, str]]) -> Sources:
    documents = (
        replace(document, data={**document.data, "reviewers": teams})
        if document.kind == "hub" and document.lang is None
        else document
        for document in sources.documents
    )
    return Sources(tuple(documents))


def asked(text: str, path: str) -> list[str]:
    """The owners of a path as platforms find them: the last pattern that fits."""
    found: list[str] = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            pattern, *teams = line.split()
            rest = "" if not pattern.endswith("/") else ".*"
            if re.fullmatch("[^/]*".join(map(re.escape, pattern.split("*"))) + rest, f"/{path}"):
                found = teams
    return found


@pytest.fixture(scope="module")
def text(sources: Sources) -> str:
    with_them = with_teams(sources, TEAMS)
    return owners(with_them, resolve(with_them, AS_OF).view("zh"))


@pytest.mark.parametrize(
    ("path", "team"),
    [
        ("content/departments.yaml", EDITORS),
        ("CODEOWNERS", EDITORS),
        ("content/network/places/441602001.en.yaml", COUNTY),
        ("content/network/places/441623.yaml", CITY),
        ("content/local/441602/job-matching.yaml", COUNTY),
        ("content/local/430000/self-service-appeal.yaml", EDITORS),
        ("content/network/routing/441600.yaml", CITY),
    ],
)
def test_the_last_pattern_that_fits_a_file_names_its_team(text: str, path: str, team: str) -> None:
    assert asked(text, path) == [team]


def test_a_service_goes_to_the_department_that_leads_it_in_every_language(text: str, sources: Sources) -> None:
    for document in sources.of("service").values():
        team = HRSS if document.data["departments"]["lead"] == "hrss" else EDITORS
        assert asked(text, document.path) == [team]
        assert asked(text, document.path.replace(".yaml", ".en.yaml")) == [team]


def test_a_policy_goes_to_the_first_department_that_issued_it(text: str, sources: Sources) -> None:
    first = {key: document.data["issuers"][0] for key, document in sources.of("policy").items()}
    of_hrss = [key for key, issuer in first.items() if issuer == "人力资源和社会保障部"]
    assert of_hrss
    assert all(asked(text, f"content/policies/{key}/en.md") == [HRSS] for key in of_hrss)
    assert asked(text, "content/policies/labour-law/zh.md") == [EDITORS]


def test_every_line_is_one_that_platforms_read(text: str) -> None:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"/[\w./*-]+( @[\w.-]+(/[\w.-]+)*)+", line) for line in lines)
    assert len({line.split()[0] for line in lines}) == len(lines)


def test_without_reviewers_it_says_where_to_write_them(sources: Sources) -> None:
    with pytest.raises(Failure) as refused:
        owners(sources, resolve(sources, AS_OF).view("zh"))
    assert "content/hub.yaml" in refused.value.message.zh


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small = Path(__file__).parents[1] / "check" / "shared" / "content"
    for file in small.rglob("*.*"):
        copy = tmp_path / "content" / file.relative_to(small)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    with (tmp_path / "content" / "hub.yaml").open("a", encoding="utf-8") as hub:
        hub.write('reviewers:\n  - team: "@hy/editors"\n')
    return tmp_path


def test_the_command_writes_the_file_and_says_when_it_is_out_of_date(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ["owners", "--project", str(root), "--as-of", "2026-11-21", "--lang", "en"]
    assert main([*run, "--check"]) == 1
    assert "run tongchuang owners" in capsys.readouterr().out
    assert not (root / "CODEOWNERS").exists()
    assert main(run) == 0
    assert "/content/ @hy/editors\n" in (root / "CODEOWNERS").read_text(encoding="utf-8")
    assert main([*run, "--check"]) == 0


def test_a_team_without_its_sign_or_of_a_department_that_is_not_there_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hub = root / "content" / "hub.yaml"
    right = hub.read_text(encoding="utf-8")
    for wrong in ('"hy/editors"', '"@hy/editors"\n    department: nowhere'):
        hub.write_text(right.replace('"@hy/editors"', wrong), encoding="utf-8")
        assert main(["check", "--project", str(root), "--as-of", "2026-11-21"]) == 1
        found = capsys.readouterr().out
        assert "content/hub.yaml:" in found
