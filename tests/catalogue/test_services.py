"""Services in each language and at each place."""

from datetime import date
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.catalogue.provenance import trace
from tongchuang.load import Sources, load
from tongchuang.model.common import Duration
from tongchuang.project import Project

DAY = date(2026, 11, 21)
PLACE = "441602001003"  # a village-tier community of Yuancheng


@pytest.fixture
def changed(project: Project, tmp_path: Path) -> Project:
    """The real content, with two local versions laid over one service."""
    import shutil

    shutil.copytree(project.content, tmp_path / "content")
    local = tmp_path / "content" / "local"
    (local / "441600").mkdir(parents=True)
    (local / "441602").mkdir()
    (local / "441600" / "residence-permit-apply.yaml").write_text(
        "base: r1\ntime:\n  promised: {value: 10, unit: calendar-days}\nkeywords:\n  - 河源居住证\n", encoding="utf-8"
    )
    (local / "441602" / "residence-permit-apply.yaml").write_text(
        'base: r1\ntime:\n  promised: {value: 7, unit: calendar-days}\nimplementation_code: "441602-1"\n',
        encoding="utf-8",
    )
    (local / "441602" / "residence-permit-apply.en.yaml").write_text("keywords:\n  - Heyuan permit\n", encoding="utf-8")
    return Project(tmp_path)


def test_a_place_without_a_local_version_gives_the_standard_answer(catalogue: Catalogue) -> None:
    for lang in catalogue.languages:
        view = catalogue.view(lang)
        for place in view.places:
            for service in view.services:
                assert view.version(service, place) is view.services[service]


def test_the_nearest_local_version_up_the_chain_holds(changed: Project) -> None:
    view = resolve(load(changed), DAY).view("zh")
    near, far = view.service("residence-permit-apply", PLACE), view.service("residence-permit-apply", "441621")
    assert near.region == "441602"
    assert far.region == "441600"
    assert near.time.promised == Duration(7, "calendar-days")
    assert far.time.promised == Duration(10, "calendar-days")
    assert "河源居住证" in near.keywords
    assert near.implementation_code == "441602-1"
    assert view.service("residence-permit-apply").time.promised is None
    assert near.differences == ("time.promised", "keywords", "implementation_code")


def test_every_field_names_the_file_and_line_that_set_it(changed: Project) -> None:
    sources = load(changed)
    origins = {o.field: o for o in trace(sources, resolve(sources, DAY), "residence-permit-apply", PLACE)}
    promised, code, name = origins["time.promised.value"], origins["implementation_code"], origins["name"]
    assert (promised.path, promised.line) == ("content/local/441602/residence-permit-apply.yaml", 3)
    assert (code.path, code.line) == ("content/local/441602/residence-permit-apply.yaml", 4)
    assert name.path == "content/services/residence-hukou/residence-permit-apply.yaml"
    for origin in origins.values():
        file = changed.root / origin.path
        line = file.read_text(encoding="utf-8").splitlines()[origin.line - 1]
        assert origin.field.rpartition(".")[2] in line or "-" in line or "{" in line, origin


def test_english_words_of_a_field_that_a_place_changed_are_not_taken_from_the_standard(changed: Project) -> None:
    file = changed.content / "local" / "441600" / "residence-permit-apply.yaml"
    file.write_text(f"base: r1\nsteps:\n  {first_step(changed)}: {{where: 一楼大厅}}\n", encoding="utf-8")
    service = resolve(load(changed), DAY).view("en").service("residence-permit-apply", "441621")
    assert service.steps[0].where == "一楼大厅"
    assert f"steps.{service.steps[0].id}.where" in service.translation.fallbacks


def first_step(project: Project) -> str:
    return str(load(project).of("service")["residence-permit-apply"].data["steps"][0]["id"])


def test_a_stale_translation_shows_the_current_chinese_where_it_could_mislead(changed: Project) -> None:
    file = changed.content / "services" / "residence-hukou" / "residence-permit-apply.yaml"
    entry = '  - {id: r2, date: "2026-11-22", kind: functional, zh: 改时限, en: Time changed}\n'
    text = file.read_text(encoding="utf-8")
    head, _, tail = text.partition("revisions:\n")
    first, _, rest = tail.partition("\n")
    file.write_text(f"{head}revisions:\n{first}\n{entry}{rest}", encoding="utf-8")
    catalogue = resolve(load(changed), DAY)
    zh, en = (catalogue.view(lang).services["residence-permit-apply"] for lang in ("zh", "en"))
    assert en.translation.status == "stale"
    assert en.materials[0].name == zh.materials[0].name
    assert en.conditions[0].text == zh.conditions[0].text
    assert en.name != zh.name


def test_the_standard_english_is_current_and_whole(catalogue: Catalogue, sources: Sources) -> None:
    for service in catalogue.view("en").services.values():
        assert service.translation.status == "current"
        assert service.translation.fallbacks == (), service.id


@pytest.mark.parametrize(
    ("validity", "offered"),
    [
        ('{starts: "2026-11-21"}', True),
        ('{ends: "2026-11-21"}', True),
        ('{starts: "2026-11-22"}', False),
        ('{ends: "2026-11-20"}', False),
    ],
)
def test_a_service_outside_its_validity_is_offered_nowhere_but_keeps_its_record(
    validity: str, offered: bool, changed: Project
) -> None:
    file = changed.content / "services" / "employment" / "job-matching.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"validity: {validity}\n", encoding="utf-8")
    view = resolve(load(changed), DAY).view("zh")
    assert "job-matching" in view.services
    at_place = {service.id for service in view.services_at(view.places[PLACE])}
    assert ("job-matching" in at_place) is offered


def test_every_field_at_every_place_has_a_file_and_a_line(sources: Sources, catalogue: Catalogue) -> None:
    for place in catalogue.view("zh").places:
        for origin in trace(sources, catalogue, "labour-arbitration", place):
            assert origin.path.startswith("content/"), (place, origin)
            assert origin.line >= 1
