"""Tables open in Excel, say the same in every language, and can't run as formulas."""

import csv
import io

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.coverage import coverage
from tongchuang.publish import export
from tongchuang.publish.export.table import Table, encode


@pytest.fixture(scope="module")
def files(model_county: Catalogue) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in export.publish(model_county)}


def rows(files: dict[str, bytes], path: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(files[path].decode("utf-8-sig"), newline="")))


def by_heading(files: dict[str, bytes], path: str) -> list[dict[str, str]]:
    heading, *body = rows(files, path)
    return [dict(zip(heading, row, strict=True)) for row in body]


def test_each_table_stands_at_its_path_in_every_language(files: dict[str, bytes]) -> None:
    assert {path for path in files if "/ledgers/" not in path} == {
        f"export/{lang}/{name}.csv"
        for lang in ("zh", "en")
        for name in (
            "categories-by-scheme",
            "coverage",
            "coverage-targets",
            "duties",
            "places-against-minimums",
            "statistics",
        )
    }


def test_a_ledger_is_a_heading_with_no_row(files: dict[str, bytes], model_county: Catalogue) -> None:
    blank = rows(files, "export/en/ledgers/training-ledger.csv")
    columns = model_county.view("en").ledgers["training-ledger"].columns
    assert blank == [[column.label for column in columns]]
    assert "export/en/ledgers/shared-fields.csv" not in files


def test_excel_sees_the_encoding_and_the_lines(files: dict[str, bytes]) -> None:
    for data in (data for path, data in files.items() if path.endswith(".csv")):
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")


def test_headings_and_names_are_in_the_language_and_numbers_the_same(files: dict[str, bytes]) -> None:
    zh, en = (rows(files, f"export/{lang}/coverage.csv") for lang in ("zh", "en"))
    assert (zh[0][:2], en[0][:2]) == (["地区代码", "地区"], ["Code", "Region"])
    assert [[row[0], *row[4:]] for row in zh[1:]] == [[row[0], *row[4:]] for row in en[1:]]
    assert zh[1][1:4] == ["河源市", "市", "中心"]
    assert en[1][1:4] == ["Heyuan City", "City", "Centre"]


def test_a_row_keeps_listed_and_confirmed_apart(files: dict[str, bytes], model_county: Catalogue) -> None:
    found = by_heading(files, "export/en/coverage.csv")
    [row] = [row for row in found if (row["Code"], row["Level"]) == ("990101", "Office")]
    assert (row["Listed (does not mean there is a window)"], row["Confirmed"], row["Confirmed with phone"]) == (
        "2",
        "1",
        "1",
    )
    assert len(found) == sum(len(region.counts) for region in coverage(model_county.view("en")).regions)


def test_every_target_has_a_row_with_both_counts_or_why_there_is_none(
    files: dict[str, bytes], model_county: Catalogue
) -> None:
    found = {row["Target"]: row for row in by_heading(files, "export/en/coverage-targets.csv")}
    targets = model_county.view("en").targets
    assert set(found) == {target.name for target in targets.values()}
    row = found[targets["heyuan-communities"].name]
    assert (row["Total in the document"], row["Date of the document"]) == ("170", "2011-11-21")
    assert (row["Listed (does not mean there is a window)"], row["Date of the list"]) == ("201", "2023-06-30")
    assert (row["Document and list differ"], row["Historical"], row["Confirmed now"]) == ("yes", "yes", "0")
    assert row["Places counted"] == "stations of communities"
    trained = found[targets["ningbo-citizen-training"].name]
    assert (trained["Value"], trained["Confirmed now"], trained["Historical"]) == ("1500000", "", "yes")
    assert trained["Why it is not computed"]
    assert found[targets["demo-villages"].name]["Confirmed now is enough"] == "yes"
    assert found[targets["demo-stations"].name]["Document and list differ"] == ""


def test_a_text_that_excel_would_run_gets_an_apostrophe_and_a_number_none() -> None:
    table = Table("t", ("a", "b", "c"), (("=1+1", "@x", -1), ("-1", 'say "hi", now', None)))
    assert encode(table).decode("utf-8-sig") == 'a,b,c\r\n\'=1+1,\'@x,-1\r\n\'-1,"say ""hi"", now",\r\n'


def test_the_same_catalogue_gives_the_same_bytes(files: dict[str, bytes], model_county: Catalogue) -> None:
    assert {artifact.path: artifact.data for artifact in export.publish(model_county)} == files


def test_what_is_asked_stands_beside_what_a_confirmed_place_has(
    files: dict[str, bytes], model_county: Catalogue
) -> None:
    found = by_heading(files, "export/en/places-against-minimums.csv")
    confirmed = {place.code for place in model_county.view("en").places.values() if place.confirmed_on}
    assert {row["Code"] for row in found} == confirmed == {"990101", "990101001", "990101001001"}
    office = {row["What is asked"].partition(" (")[0]: row for row in found if row["Code"] == "990101001"}
    staff, assistants, windows = office["Staff"], office["Assistants"], office["Basic windows"]
    assert (staff["At least"], staff["There is"], staff["Unit"], staff["Enough"]) == ("5", "5", "people", "yes")
    assert (assistants["Workers served"], assistants["At least"], assistants["There is"]) == ("501", "2", "2")
    assert (windows["At least"], windows["There is"], windows["Key town"]) == ("6", "7", "yes")
    [unknown] = [row for row in found if row["Code"] == "990101001001" and row["What is asked"].startswith("Assist")]
    assert (unknown["At least"], unknown["There is"], unknown["Enough"]) == ("", "", "")


def test_what_the_site_holds_is_counted_by_what_it_is_sorted_by(
    files: dict[str, bytes], model_county: Catalogue
) -> None:
    view = model_county.view("en")
    found = {
        (row["Counted"].partition(" (")[0], row["By"], row["Id"]): row
        for row in by_heading(files, "export/en/statistics.csv")
    }
    housing = [s for s in view.services.values() if s.category == "housing" and view.offers(s)]
    assert found["Services", "Category", "housing"]["Number"] == str(len(housing)) != "0"
    assert found["Services", "Category", "housing"]["Name"] == view.categories["housing"].name
    assert found["Services", "Department in charge", "statistics"]["Number"] == "0"
    assert found["Places confirmed", "Level", "office"]["Number"] == "1"
    assert int(found["Places listed", "Level", "office"]["Number"]) > 90
    assert found["Service points", "Kind", "dispatched-tribunal"]["Number"] == "1"
    repealed = sum(policy.repealed is not None for policy in view.policies.values())
    assert found["Policies and laws", "Status", "repealed"]["Number"] == str(repealed)
    everything = sum(int(row["Number"]) for (what, _, _), row in found.items() if what == "Policies and laws")
    assert everything == len(view.policies)


def test_each_part_of_a_division_has_a_row_for_each_category(files: dict[str, bytes]) -> None:
    found = by_heading(files, "export/zh/categories-by-scheme.csv")
    housing = [(row["分法"], row["文件里的类"]) for row in found if row["类别编号"] == "housing"]
    assert ("宁波的六大体系", "安居保障体系") in housing
    assert ("湖南的十三类诉求", "住房保障") in housing
    assert len({row["分法"] for row in found}) == 6


def test_a_measure_has_a_row_for_each_department_with_its_role(
    files: dict[str, bytes], model_county: Catalogue
) -> None:
    policies = model_county.view("en").policies.values()
    found = by_heading(files, "export/en/duties.csv")
    named = [max(len(measure.lead) + len(measure.supporting), 1) for policy in policies for measure in policy.measures]
    assert len(found) == sum(named)
    health = [
        (row["Number in the text"], row["Role"])
        for row in found
        if (row["Id of the document"], row["Department"]) == ("jilin-city-2015", "Health department")
    ]
    assert health[:2] == [("（十一）", "supports"), ("（十二）", "leads")]
    row = next(row for row in found if row["Id of the document"] == "ningbo-2011" and not row["Department"])
    assert (row["Role"], row["Historical"], row["Part"]) == ("", "yes", "Targets up to 2015")
