"""Statuses follow from the dates and the day, nothing else."""

from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.status import Phase, phases, status
from tongchuang.model.common import Citation, Validity, Withdrawn
from tongchuang.model.dated import Notice
from tongchuang.model.network import Partner
from tongchuang.model.policy import Policy, PolicyDates, Repeal
from tongchuang.model.service import LocalException, Service

GONE = Withdrawn("2026-06-01", "并入别的事项。")


@pytest.fixture(scope="module")
def service(catalogue: Catalogue) -> Service:
    return next(iter(catalogue.view("zh").services.values()))


@pytest.fixture(scope="module")
def policy(catalogue: Catalogue) -> Policy:
    found = catalogue.view("zh").policies["labour-contract-law"]
    return replace(found, dates=PolicyDates(effective="2026-01-01", expires="2026-12-31"), repealed=None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-12-31", "upcoming"),
        ("2026-01-01", "in-force"),
        ("2026-12-31", "in-force"),
        ("2027-01-01", "expired"),
    ],
)
def test_first_and_last_day_are_in_force_and_the_days_around_them_are_not(
    day: str, expected: str, service: Service, policy: Policy
) -> None:
    assert status(policy, day) == expected
    assert status(replace(service, validity=Validity("2026-01-01", "2026-12-31")), day) == expected
    assert status(Notice("n", "通知", "内容", "2026-01-01", "2026-12-31", ()), day) == expected
    assert status(Partner("p", "单位", "union", "441600", "2026-01-01", expires="2026-12-31"), day) == expected


def test_without_dates_a_record_is_always_in_force(service: Service) -> None:
    assert status(replace(service, validity=None), "1949-10-01") == "in-force"
    assert status(Partner("p", "单位", "union", "441600", "2026-01-01"), "9999-12-31") == "in-force"


def test_an_exception_holds_to_its_last_day() -> None:
    exception = LocalException("e", "441600", ("visits",), "", (Citation("heyuan-2011"),), "", "2026-12-31")
    assert [status(exception, day) for day in ("2026-12-31", "2027-01-01")] == ["in-force", "expired"]


def test_a_repeal_and_a_withdrawal_hold_from_their_day_on(service: Service, policy: Policy) -> None:
    repealed = replace(policy, repealed=Repeal("2026-06-01"))
    assert [status(repealed, day) for day in ("2026-05-31", "2026-06-01", "2027-06-01")] == [
        "in-force",
        "repealed",
        "repealed",
    ]
    for record in (replace(service, withdrawn=GONE), replace(repealed, withdrawn=GONE)):
        assert [status(record, day) for day in ("2026-05-31", "2026-06-01")] == ["in-force", "withdrawn"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            "2025-12-31",
            (
                Phase("upcoming", None, "2025-12-31"),
                Phase("in-force", "2026-01-01", "2026-12-31"),
                Phase("expired", "2027-01-01", None),
            ),
        ),
        ("2026-01-01", (Phase("in-force", None, "2026-12-31"), Phase("expired", "2027-01-01", None))),
        ("2027-01-01", (Phase("expired", None, None),)),
    ],
)
def test_from_a_day_on_a_record_has_the_statuses_that_its_dates_foresee(
    day: str, expected: tuple[Phase, ...], service: Service, policy: Policy
) -> None:
    assert phases(policy, day) == expected
    assert phases(replace(service, validity=Validity("2026-01-01", "2026-12-31")), day) == expected
    assert phases(Validity("2026-01-01", "2026-12-31"), day) == expected


def test_a_repeal_foreseen_ends_what_is_in_force(policy: Policy) -> None:
    repealed = replace(policy, repealed=Repeal("2026-07-01"))
    assert phases(repealed, "2026-06-01") == (
        Phase("in-force", None, "2026-06-30"),
        Phase("repealed", "2026-07-01", None),
    )


def test_what_lasts_to_the_end_of_time_has_one_phase(service: Service) -> None:
    assert phases(replace(service, validity=Validity(None, "9999-12-31")), "2026-06-01") == (
        Phase("in-force", None, None),
    )
