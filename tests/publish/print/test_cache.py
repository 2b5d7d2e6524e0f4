"""What was printed before is not printed again, and what has changed is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print.cache import Cache, Printed
from tongchuang.publish.print.compose import BATCH, Composer, Job, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.publish import finished

from .conftest import STATION

NOTICE = Order(documents()["notice"], Subject("service", "job-matching"), "A4", "zh")
SIGN = Order(documents()["sign"], Subject("place", STATION), "A4", "zh")


@pytest.fixture
def cache(tmp_path: Path, fonts: Path) -> Cache:
    return Cache(tmp_path / "cache", fonts)


def jobs(catalogue: Catalogue) -> list[Job]:
    return Composer(catalogue).jobs([NOTICE, SIGN])


def known(cache: Cache, job: Job) -> list[Printed]:
    return [one for batch in cache.known(job) for one in batch]


def data(made: list[list[Printed]]) -> dict[str, bytes]:
    return {one.path: one.data for sheets in made for one in sheets}


def with_name(catalogue: Catalogue, name: str) -> Catalogue:
    view = catalogue.view("zh")
    service = replace(view.services["job-matching"], name=name)
    return replace(
        catalogue, views={**catalogue.views, "zh": replace(view, services={**view.services, service.id: service})}
    )


def test_a_second_run_gives_the_same_sheets_from_the_cache(
    catalogue: Catalogue, fonts: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = data(list(finished(jobs(catalogue), fonts, cache)))
    monkeypatch.setattr("tongchuang.publish.print.worker.run", lambda jobs, fonts, pictured: iter(jobs))
    assert data(list(finished(jobs(catalogue), fonts, cache))) == first


@pytest.mark.parametrize(
    "spoilt",
    [lambda whole: b"", lambda whole: whole[:-9], lambda whole: b"[[1]]\n", lambda whole: whole.replace(b"%P", b"%K")],
    ids=["empty", "cut", "foreign", "changed"],
)
def test_a_spoilt_file_is_as_good_as_none(catalogue: Catalogue, cache: Cache, spoilt: Callable[[bytes], bytes]) -> None:
    notice, _ = jobs(catalogue)
    cache.keep(notice, [Printed(notice.copies[0].path, b"%PDF-whole", "a", None, 1, b"small")])
    assert known(cache, notice)
    [file] = cache.folder.glob("??/*")
    file.write_bytes(spoilt(file.read_bytes()))
    assert not known(cache, notice)


def test_only_the_sheets_of_a_changed_service_are_printed_anew(catalogue: Catalogue, fonts: Path, cache: Cache) -> None:
    before = data(list(finished(jobs(catalogue), fonts, cache)))
    changed = jobs(with_name(catalogue, "找活干"))
    assert [bool(known(cache, job)) for job in changed] == [False, True]
    after = data(list(finished(changed, fonts, cache)))
    assert [path for path in before if before[path] != after[path]] == ["print/notice/job-matching.A4.zh.pdf"]


def test_what_is_no_longer_wanted_is_forgotten(catalogue: Catalogue, fonts: Path, cache: Cache) -> None:
    notice, sign = jobs(catalogue)
    list(finished([notice, sign], fonts, cache))
    cache.forget_others([sign])
    assert not known(cache, notice)
    assert known(cache, sign)


def test_what_another_build_is_writing_is_let_be(catalogue: Catalogue, cache: Cache) -> None:
    part = cache.folder / "00" / "0000.4711"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"%PDF-par")
    cache.forget_others(jobs(catalogue))
    assert part.is_file()


def test_a_file_that_was_cut_short_is_never_there(catalogue: Catalogue, cache: Cache) -> None:
    """A part of a sheet is written under another name first."""
    notice, _ = jobs(catalogue)
    cache.keep(notice, [Printed(notice.copies[0].path, b"%PDF-whole", "a", None, 1)])
    assert [one.data for one in known(cache, notice)] == [b"%PDF-whole"]
    assert len(list(cache.folder.glob("??/*"))) == 1


def test_places_of_a_batch_share_their_fate(catalogue: Catalogue, fonts: Path, cache: Cache) -> None:
    """They share a font subset, so one of them changed gives all of them other bytes."""
    codes = [code for code, place in catalogue.view("zh").places.items() if place.level == "station"][: BATCH + 1]
    orders = [Order(documents()["sign"], Subject("place", code), "A4", "zh") for code in codes]
    [job] = Composer(catalogue).jobs(orders)
    cache.keep(job, [Printed(copy.path, b"x", "a", "b", 1) for copy in job.copies])
    assert [one.path for one in known(cache, job)] == [copy.path for copy in job.copies]
    other = replace(job.copies[0], edition="r9-aaaa")
    changed = replace(job, copies=[other, *job.copies[1:]])
    assert [one.path for one in known(cache, changed)] == [job.copies[BATCH].path]


def test_the_data_of_a_sheet_that_one_has_is_left_out(catalogue: Catalogue, cache: Cache) -> None:
    codes = [code for code, place in catalogue.view("zh").places.items() if place.level == "station"][:2]
    orders = [Order(documents()["sign"], Subject("place", code), "A4", "zh") for code in codes]
    [job] = Composer(catalogue).jobs(orders)
    first, second = (Printed(copy.path, copy.subject.encode(), "a", "b", 1, b"small") for copy in job.copies)
    cache.keep(job, [first, second])
    had = {first.path: first.sha256, second.path: first.sha256}
    [[found, other]] = cache.known(job, had)
    assert (found, other) == (replace(first, data=b"", picture=b""), second)


def test_a_hub_with_another_publisher_prints_all_anew(catalogue: Catalogue, cache: Cache) -> None:
    for job in jobs(catalogue):
        cache.keep(job, [Printed(copy.path, b"x", "a", None, 1) for copy in job.copies])
        assert known(cache, job)
    views = {
        lang: replace(view, hub=replace(view.hub, publisher="源城区人社局")) for lang, view in catalogue.views.items()
    }
    assert not any(known(cache, job) for job in jobs(replace(catalogue, views=views)))


def test_another_mark_prints_what_bears_it_anew(catalogue: Catalogue, cache: Cache) -> None:
    def marked(artwork: bytes) -> list[Job]:
        view = catalogue.view("zh")
        marks = {view.profile_at(STATION).id: artwork}
        return jobs(replace(catalogue, views={**catalogue.views, "zh": replace(view, marks=marks)}))

    for job in marked(b"one"):
        cache.keep(job, [Printed(copy.path, b"x", "a", None, 1) for copy in job.copies])
    assert all(known(cache, job) for job in marked(b"one"))
    assert not any(known(cache, job) for job in marked(b"another"))


@pytest.mark.parametrize("name", ["document.py", "template.html", "style.css", "zh.yaml", "page.svg"])
def test_a_changed_file_of_the_program_prints_all_anew(
    catalogue: Catalogue, cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("tongchuang.publish.print.cache.PROGRAM", (tmp_path / "program",))
    file = tmp_path / "program" / name
    file.parent.mkdir()
    file.write_text("before")
    notice, _ = jobs(catalogue)
    cache.keep(notice, [Printed(notice.copies[0].path, b"x", "a", None, 1)])
    assert known(Cache(cache.folder, cache.fonts), notice)
    file.write_text("after")
    assert not known(Cache(cache.folder, cache.fonts), notice)
