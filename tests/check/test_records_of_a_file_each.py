"""Points, routing, papers, targets, partners, rates and notices are held to the same rules as services."""

from datetime import date
from pathlib import Path

import pytest
from tongchuang.check import check
from tongchuang.load import load
from tongchuang.project import Project

SHARED = Path(__file__).parent / "shared" / "content"
REVISIONS = 'revisions: [{id: r1, date: "2026-01-01", kind: functional, zh: 首次编写, en: First written}]\n'
POINT = 'id: van\nkind: dispatched-tribunal\nname: 派出庭\nregion: "441602"\nserves: "441600"\nsource: 本局\n'
ROUTING = 'region: "441600"\npolicy: wage-rules\nroutes:\n  - id: not-paid\n    departments: [labour-inspection]\n'
FORM = f"id: a\nname: 表\nservices: [report-wages]\nfields:\n  - {{id: n, label: 称呼, kind: text}}\n{REVISIONS}"
LEDGER = f"id: a\nname: 台账\nlevels: [office]\ncolumns:\n  - {{id: n, label: 称呼, kind: text}}\n{REVISIONS}"
WALL = f"id: a\nkind: rule\nname: 制度\nlevels: [office]\nitems:\n  - {{id: n, text: 好好说话。}}\n{REVISIONS}"
TARGET = 'id: a\nname: 建所\nregion: "441600"\npolicy: wage-rules\nmeasure: offices\nvalue: 9\nby: "2027-12-31"\n'
PARTNER = 'id: a\nname: 社工站\nkind: social-work\nregion: "441602"\nfiled_on: "2026-01-05"\n'
PAIR = (
    'id: a\nname: 劳务合作\nsending: "430000"\nreceiving: "441600"\nagreed:\n  - {id: a, text: 一起查。}\n'
    f'starts: "2026-01-01"\nends: "2028-12-31"\nsource: 协议\n{REVISIONS}'
)
BRAND = f'id: a\nname: 护工\nsummary: 照看病人。\nregion: "441600"\npolicy: wage-rules\n{REVISIONS}'
COURSE = (
    'id: a\nkind: special\nname: 护工班\ntrade: 护工\nprovider: school\nregion: "441602"\nstarts: "2026-12-01"\n'
    f'ends: "2026-12-20"\nfee: {{free: true}}\nsource: 本局\n{REVISIONS}'
)
SCHOOL = POINT.replace("van", "school").replace("dispatched-tribunal", "vocational-school")
NOTICE = f'id: a\ntitle: 放假\ntext: 放假三天。\nstarts: "2026-12-30"\nends: "2027-01-02"\n{REVISIONS}'
RATE = (
    'id: a\nname: 最低工资\nunit: yuan-a-month\nvalues:\n  - {id: v, region: "441600", starts: "2026-01-01", '
    f'value: "2000", basis: [{{policy: wage-rules, article: "1"}}]}}\n{REVISIONS}'
)
PROFILE = (
    'id: a\nregion: "441600"\npolicy: wage-rules\nwindows: {office: [rights]}\n'
    'naming: {centre: "{name}中心", office: "{name}所", station: "{name}站"}\n'
)
PLACE = f'code: "441602001"\nsource: 本所\nconfirmed_on: "2026-01-05"\nwindows: [rights]\n{REVISIONS}'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The shared small project with its Chinese files alone, so that no translation is missed."""
    for file in SHARED.rglob("*.*"):
        if ".en." in file.name or file.name == "en.md":
            continue
        copy = tmp_path / "content" / file.relative_to(SHARED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    regions = tmp_path / "content" / "network" / "regions.csv"
    regions.write_text(regions.read_text(encoding="utf-8") + "430000,湖南省,100000\n", encoding="utf-8")
    school = tmp_path / "content" / "network" / "points" / "school.yaml"
    school.parent.mkdir(parents=True)
    school.write_text(SCHOOL, encoding="utf-8")
    return tmp_path


def found(root: Path, path: str, text: str) -> list[tuple[str, int]]:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [(finding.code, finding.line) for finding in check(load(Project(root)), date(2026, 11, 21))]


SOUND = {
    "network/points/van.yaml": POINT,
    "network/pairs/a.yaml": PAIR,
    "network/routing/441600.yaml": ROUTING,
    "network/profiles/a.yaml": PROFILE,
    "forms/a.yaml": FORM,
    "ledgers/a.yaml": LEDGER,
    "wall/a.yaml": WALL,
    "targets/a.yaml": TARGET,
    "partners/a.yaml": PARTNER,
    "brands/a.yaml": BRAND,
    "courses/a.yaml": COURSE,
    "rates/a.yaml": RATE,
    "notices/a.yaml": NOTICE,
}


@pytest.mark.parametrize("path", SOUND)
def test_a_sound_record_is_fine(project: Path, path: str) -> None:
    assert found(project, path, SOUND[path]) == []


@pytest.mark.parametrize("path", SOUND)
def test_an_id_that_is_not_the_name_of_the_file_is_found(project: Path, path: str) -> None:
    other = path.replace("441600", "441602").replace("van.", "b.").replace("/a.", "/b.")
    assert [code for code, _ in found(project, other, SOUND[path])] == ["R101"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("network/points/van.yaml", 'region: "441602"', 'region: "441699"'),
        ("network/points/van.yaml", 'serves: "441600"', 'serves: "441699"'),
        ("network/points/van.yaml", "source:", "run_by: nobody\nsource:"),
        ("network/points/van.yaml", "source:", "services: [nothing]\nsource:"),
        ("network/points/van.yaml", "source:", "policy: nothing\nsource:"),
        (
            "network/points/van.yaml",
            "kind: dispatched-tribunal",
            "visits: [{id: a, date: '2026-12-01', stop: 集市, opens: '09:00', closes: '10:00', services: [nothing]}]\n"
            "kind: mobile-station",
        ),
        ("network/pairs/a.yaml", 'sending: "430000"', 'sending: "439999"'),
        ("network/pairs/a.yaml", 'receiving: "441600"', 'receiving: "441699"'),
        ("network/pairs/a.yaml", "text: 一起查。", "text: 一起查。, services: [nothing]"),
        ("network/pairs/a.yaml", "source:", "policy: nothing\nsource:"),
        ("network/routing/441600.yaml", "policy: wage-rules", "policy: nothing"),
        ("network/routing/441600.yaml", "[labour-inspection]", "[labour-inspection, nobody]"),
        ("network/routing/441600.yaml", "[labour-inspection]", "[labour-inspection]\n    window: nothing"),
        ("network/routing/441600.yaml", "[labour-inspection]", '[labour-inspection]\n    hotlines: ["999"]'),
        ("network/routing/441600.yaml", "[labour-inspection]", "[labour-inspection]\n    services: [nothing]"),
        ("network/profiles/a.yaml", "[rights]", "[nothing]"),
        ("network/profiles/a.yaml", "policy: wage-rules", "policy: nothing"),
        ("forms/a.yaml", "[report-wages]", "[nothing]"),
        ("forms/a.yaml", "fields:", "policy: nothing\nfields:"),
        ("ledgers/a.yaml", "columns:", "policy: nothing\ncolumns:"),
        ("ledgers/a.yaml", "columns:", "category: nothing\ncolumns:"),
        ("wall/a.yaml", "items:", 'region: "441699"\nitems:'),
        ("wall/a.yaml", "items:", "window: nothing\nitems:"),
        ("wall/a.yaml", "好好说话。", "好好说话。, hotlines: [nothing]"),
        ("wall/a.yaml", "items:", "policy: nothing\nitems:"),
        ("wall/a.yaml", "好好说话。", '好好说话。, basis: [{policy: nothing, article: "1"}]'),
        ("targets/a.yaml", "policy: wage-rules", "policy: nothing"),
        ("targets/a.yaml", 'region: "441600"', 'region: "441699"'),
        ("partners/a.yaml", 'region: "441602"', 'region: "441699"'),
        ("partners/a.yaml", "kind:", "services: [nothing]\nkind:"),
        ("partners/a.yaml", "kind:", "policy: nothing\nkind:"),
        ("brands/a.yaml", 'region: "441600"', 'region: "441699"'),
        ("brands/a.yaml", "policy: wage-rules", "policy: nothing"),
        ("brands/a.yaml", "revisions:", "services: [nothing]\nrevisions:"),
        ("courses/a.yaml", "provider: school", "provider: nobody"),
        ("courses/a.yaml", 'region: "441602"', 'region: "441699"'),
        ("courses/a.yaml", "source:", "brand: nothing\nsource:"),
        ("courses/a.yaml", "source:", "services: [nothing]\nsource:"),
        ("rates/a.yaml", 'region: "441600"', 'region: "441699"'),
        ("rates/a.yaml", "policy: wage-rules", "policy: nothing"),
        ("notices/a.yaml", "starts:", 'region: "441699"\nstarts:'),
        ("notices/a.yaml", "starts:", "services: [nothing]\nstarts:"),
    ],
)
def test_a_reference_to_nothing_is_found(project: Path, path: str, old: str, new: str) -> None:
    assert old in SOUND[path]
    assert [code for code, _ in found(project, path, SOUND[path].replace(old, new, 1))] == ["R104"]


def test_a_network_of_an_unknown_profile_is_found(project: Path) -> None:
    network = (SHARED / "network" / "demo.yaml").read_text(encoding="utf-8")
    assert found(project, "network/demo.yaml", network.replace("profile: demo", "profile: nothing")) == [("R104", 7)]


def test_a_paper_with_an_unknown_form_is_found(project: Path) -> None:
    path = "services/wages/report-wages.yaml"
    service = (SHARED / path).read_text(encoding="utf-8")
    changed = service.replace("    copies: 1\n", "    copies: 1\n    form: nothing\n", 1)
    assert [code for code, _ in found(project, path, changed)] == ["R104"]


def test_an_appeal_routed_to_nowhere_known_is_found_with_the_one_left_out(project: Path) -> None:
    assert found(project, "network/routing/441600.yaml", ROUTING.replace("not-paid", "unpaid")) == [
        ("R705", 3),
        ("R104", 4),
    ]


def test_an_appeal_routed_twice_is_found(project: Path) -> None:
    twice = ROUTING + "  - id: not-paid\n    departments: [labour-inspection]\n"
    assert found(project, "network/routing/441600.yaml", twice) == [("R103", 6)]


@pytest.mark.parametrize(
    "filled",
    ["rows:\n  - {n: 张三}\n", "entries: [张三]\n", "data:\n  n: 张三\n"],
)
def test_a_filled_ledger_is_refused(project: Path, filled: str) -> None:
    assert [code for code, _ in found(project, "ledgers/a.yaml", LEDGER + filled)] == ["S101"]


def test_an_identity_number_in_a_form_is_refused(project: Path) -> None:
    form = FORM.replace("kind: text", "kind: text, help: 例如44160219900101123X")
    assert [code for code, _ in found(project, "forms/a.yaml", form)] == ["R606"]


def test_days_that_run_backwards_are_found(project: Path) -> None:
    notice = NOTICE.replace('ends: "2027-01-02"', 'ends: "2026-12-01"')
    assert found(project, "notices/a.yaml", notice) == [("R403", 5)]


def test_a_filing_that_ends_before_it_was_made_is_found(project: Path) -> None:
    codes = {code for code, _ in found(project, "partners/a.yaml", PARTNER + 'expires: "2025-12-31"\n')}
    assert codes == {"R403", "R806"}


@pytest.mark.parametrize("sending", ["441600", "441602", "440000"])
def test_two_regions_of_a_pair_lie_apart(project: Path, sending: str) -> None:
    assert found(project, "network/pairs/a.yaml", PAIR.replace("430000", sending)) == [("R722", 4)]


def test_a_course_takes_nobody_after_its_end(project: Path) -> None:
    late = COURSE.replace("fee:", 'apply_by: "2026-12-21"\nfee:')
    assert found(project, "courses/a.yaml", late) == [("R403", 8)]
    assert found(project, "courses/a.yaml", late.replace("12-21", "12-20")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("vocational-school", "supply-point"),
        ("source:", 'listing: {status: removed, since: "2026-11-01"}\nsource:'),
        ("source:", 'withdrawn: {date: "2026-11-01", why: 停办}\nsource:'),
    ],
)
def test_a_course_of_a_body_that_does_not_teach_is_found_until_it_is_over(project: Path, old: str, new: str) -> None:
    school = project / "content" / "network" / "points" / "school.yaml"
    school.write_text(SCHOOL.replace(old, new), encoding="utf-8")
    assert found(project, "courses/a.yaml", COURSE) == [("R721", 5)]
    over = COURSE.replace("2026-12-01", "2026-11-01").replace("2026-12-20", "2026-11-20")
    assert found(project, "courses/a.yaml", over) == []


def asking(root: Path, minimum: str) -> None:
    """Lets the profile of the network ask its places for something."""
    profile = root / "content" / "network" / "profiles" / "demo.yaml"
    minimum = f"{{id: m, what: 窗口, unit: windows, {minimum}, basis: [{{policy: wage-rules}}]}}"
    profile.write_text(f"{profile.read_text(encoding='utf-8')}minimums:\n  - {minimum}\n", encoding="utf-8")


def test_windows_that_go_by_the_number_of_workers_are_counted_once_that_is_known(project: Path) -> None:
    asking(project, "value: 1, per_workers: 500")
    assert found(project, "network/places/441602001.yaml", PLACE) == []
    assert found(project, "network/places/441602001.yaml", PLACE + "workers: 500\n") == []
    assert found(project, "network/places/441602001.yaml", PLACE + "workers: 501\n") == [("R712", 4)]


def test_nothing_is_asked_of_a_place_whose_division_was_merged(project: Path) -> None:
    asking(project, "level: office, value: 2")
    assert found(project, "network/places/441602001.yaml", PLACE) == [("R712", 4)]
    network = project / "content" / "network" / "demo.yaml"
    gone = '{id: "441602009", name: 老街, parent: "441602", date: "2026-10-01", why: 并了}'
    network.write_text(f"{network.read_text(encoding='utf-8')}merged:\n  - {gone}\n", encoding="utf-8")
    (project / "content" / "network" / "places" / "441602001.yaml").unlink()
    assert found(project, "network/places/441602009.yaml", PLACE.replace("2001", "2009")) == []


def test_a_point_confirmed_in_the_future_is_found(project: Path) -> None:
    assert found(project, "network/points/van.yaml", POINT + 'confirmed_on: "2026-12-01"\n') == [("R405", 7)]


def test_stops_of_one_day_may_not_overlap(project: Path) -> None:
    stop = "  - {{id: {}, weekday: {}, stop: 集市, opens: '{}', closes: '{}'}}\n"
    van = POINT.replace("dispatched-tribunal", "mobile-station") + "timetable:\n"
    late, early = stop.format("b", 1, "10:00", "12:00"), stop.format("a", 1, "09:00", "10:30")
    assert found(project, "network/points/van.yaml", van + late + early) == [("R704", 8)]
    other_day = stop.format("a", 2, "09:00", "10:30")
    assert found(project, "network/points/van.yaml", van + late + other_day) == []


def test_visits_of_one_day_may_not_overlap_and_one_is_still_to_come(project: Path) -> None:
    visit = "  - {{id: {}, date: '{}', stop: 集市, opens: '{}', closes: '{}'}}\n"
    van = POINT.replace("dispatched-tribunal", "mobile-station") + "visits:\n"
    late = visit.format("b", "2026-11-21", "10:00", "12:00")
    early = visit.format("a", "2026-11-21", "09:00", "10:30")
    assert found(project, "network/points/van.yaml", van + late + early) == [("R704", 8)]
    day_before = visit.format("a", "2026-11-20", "09:00", "10:30")
    assert found(project, "network/points/van.yaml", van + late + day_before) == []
    assert found(project, "network/points/van.yaml", van + day_before) == [("R703", 7)]


def test_a_point_of_another_kind_has_no_stars(project: Path) -> None:
    assert found(project, "network/points/van.yaml", POINT + "stars: 3\n") == [("R713", 7)]
    organisation = POINT.replace("dispatched-tribunal", "community-organisation")
    assert found(project, "network/points/van.yaml", organisation + "stars: 3\n") == []


def test_only_a_mobile_station_has_a_timetable(project: Path) -> None:
    timetable = "timetable:\n  - {id: a, weekday: 1, stop: 集市, opens: '09:00', closes: '10:30'}\n"
    assert found(project, "network/points/van.yaml", POINT + timetable) == [("R703", 7)]


def test_a_target_still_to_come_is_no_history(project: Path) -> None:
    assert found(project, "targets/a.yaml", TARGET + "historical: true\n") == [("R803", 8)]


@pytest.mark.parametrize(
    ("reviews", "lines"),
    [
        ('reviews: [{id: y, on: "2026-03-01", passed: true}]\n', []),
        ('reviews:\n  - {id: y, on: "2026-03-01", passed: false}\n', [("R805", 7)]),
        ('reviews:\n  - {id: z, on: "2026-05-01", passed: true}\n  - {id: y, on: "2026-03-01", passed: false}\n', []),
    ],
)
def test_the_last_review_of_a_partner_counts(project: Path, reviews: str, lines: list[tuple[str, int]]) -> None:
    assert found(project, "partners/a.yaml", PARTNER + reviews) == lines


def test_a_partner_must_be_reviewed_within_a_year_of_its_filing(project: Path) -> None:
    on_time = PARTNER.replace("2026-01-05", "2025-11-21")
    assert found(project, "partners/a.yaml", on_time) == []
    assert found(project, "partners/a.yaml", PARTNER.replace("2026-01-05", "2025-11-20")) == [("R805", 5)]


def test_options_without_a_choice_are_found(project: Path) -> None:
    options = "kind: text, options: [{id: a, label: 甲}, {id: b, label: 乙}]"
    assert found(project, "forms/a.yaml", FORM.replace("kind: text", options)) == [("R801", 5)]


def test_a_blank_that_nothing_fills_is_found_in_a_translation_too(project: Path) -> None:
    found(project, "network/profiles/a.yaml", PROFILE)
    naming = 'naming: {centre: "{name}", office: "{name} {town}", station: "{name}"}\n'
    codes = found(project, "network/profiles/a.en.yaml", naming)
    assert ("R709", 1) in codes
