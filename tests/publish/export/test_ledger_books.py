"""Ledgers as workbooks: each cell takes what its column is for, the sample is marked, nothing runs as a formula."""

import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tongchuang.catalogue import Catalogue
from tongchuang.publish.export import ledgers
from tongchuang.publish.site.pages import papers


def opened(data: bytes) -> dict[str, Worksheet]:
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets}


@pytest.fixture(scope="module")
def sheets(catalogue: Catalogue) -> dict[str, Worksheet]:
    return opened(ledgers.book(catalogue.view("zh").ledgers["complaint-ledger"], "zh"))


def rule(sheet: Worksheet, column: int):
    place = f"{openpyxl.utils.get_column_letter(column)}2"
    return next((rule for rule in sheet.data_validations.dataValidation if place in rule.sqref), None)


def test_the_blank_ledger_has_its_headings_and_no_word_below_them(
    sheets: dict[str, Worksheet], catalogue: Catalogue
) -> None:
    heading, *body = sheets["台账"].iter_rows(values_only=True)
    assert list(heading) == [column.label for column in catalogue.view("zh").ledgers["complaint-ledger"].columns]
    assert not any(value for row in body for value in row)


def test_each_kind_of_column_takes_only_what_it_is_for(sheets: dict[str, Worksheet], catalogue: Catalogue) -> None:
    columns = catalogue.view("zh").ledgers["complaint-ledger"].columns
    taken = {column.kind: rule(sheets["台账"], place) for place, column in enumerate(columns, 1)}
    assert {kind: found and found.type for kind, found in taken.items()} == {
        "number": "decimal", "date": "date", "choice": "list", "text": None, "tick": "list",
    }  # fmt: skip
    assert all(found.showErrorMessage and found.error for found in taken.values() if found)
    assert {cell.number_format for cell in sheets["台账"][2]} == {"@", "0", "yyyy-mm-dd"}


def test_a_drop_down_has_the_options_of_its_column(sheets: dict[str, Worksheet], catalogue: Catalogue) -> None:
    columns = catalogue.view("zh").ledgers["complaint-ledger"].columns
    for place, column in enumerate(columns, 1):
        if column.kind == "choice":
            name, _, cells = rule(sheets["台账"], place).formula1.replace("$", "").rpartition("!")
            offered = [cell.value for (cell,) in sheets[name.strip("'")][cells]]
            assert offered == [option.label for option in column.options]


def test_the_sample_says_that_it_is_one_and_shows_the_examples(
    sheets: dict[str, Worksheet], catalogue: Catalogue
) -> None:
    mark, _, filled = sheets["样例"].iter_rows(values_only=True)
    assert mark[0].startswith("样例：")
    shown = dict(zip((c.id for c in catalogue.view("zh").ledgers["complaint-ledger"].columns), filled, strict=True))
    assert (shown["about"], shown["promise"], shown["told-us"]) == ("态度", "√", "来了三趟才说要复印件")


def test_how_to_fill_it_in_says_that_it_is_never_published(sheets: dict[str, Worksheet]) -> None:
    said = [value for row in sheets["怎么填"].iter_rows(values_only=True) for value in row if value]
    assert "填好的台账不公布：不上网、不拍照、不发群。" in said


def test_a_label_that_looks_like_a_formula_is_text(catalogue: Catalogue) -> None:
    ledger = catalogue.view("zh").ledgers["complaint-ledger"]
    first, *others = ledger.columns
    book = opened(ledgers.book(replace(ledger, columns=(replace(first, label="=1+1"), *others)), "zh"))
    assert (book["台账"]["A1"].value, book["台账"]["A1"].data_type) == ("=1+1", "s")


def test_every_ledger_makes_the_same_book_again_and_its_page_leads_to_it(catalogue: Catalogue) -> None:
    view = catalogue.view("en")
    books = {ledger.id: ledgers.book(ledger, "en") for ledger in ledgers.in_use(view)}
    first = next(ledgers.in_use(view))
    assert hash(ledgers.book(first, "en")) == hash(books[first.id])
    assert {page.address for page in papers.pages(view, "2026-11-21")} >= {f"ledgers/{id_}/" for id_ in books}
