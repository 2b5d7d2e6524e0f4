"""Blank forms, filled samples, placards and ledgers: everything that is asked stands there, with room to write."""

from dataclasses import replace

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.ledgers import SHARED
from tongchuang.model.paper import Form
from tongchuang.publish.print import PrintError
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.edition import edition

from .conftest import bare, pages, text

COMPLAINT, BOARD, LEDGER, WIDEST = "wage-complaint", "site-wage-board", "visitor-ledger", "employment-ledger"
MILLIMETRES = {"A2": (420, 594), "A3": (297, 420), "A4": (210, 297)}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_form_asks_every_field_and_offers_every_choice(lang: str, catalogue: Catalogue, make) -> None:
    form = catalogue.view(lang).forms[COMPLAINT]
    found = text(make(catalogue, "form", COMPLAINT, lang=lang).data)
    for fact in facts(form):
        assert bare(fact) in found


def test_a_bilingual_form_asks_in_both_languages(catalogue: Catalogue, make) -> None:
    found = text(make(catalogue, "form", COMPLAINT, lang="both").data)
    for lang in ("zh", "en"):
        for fact in facts(catalogue.view(lang).forms[COMPLAINT]):
            assert bare(fact) in found


def test_a_form_says_where_it_is_used_and_that_it_is_never_published_once_filled_in(catalogue: Catalogue, make) -> None:
    found = text(make(catalogue, "form", COMPLAINT).data)
    view = catalogue.view("zh")
    service = view.services["wage-arrears-report"]
    for fact in (service.name, view.desk(service), "不上网、不拍照、不发群", "1/1"):
        assert fact in found


def test_a_blank_form_shows_no_example_and_a_filled_one_every_example(catalogue: Catalogue, make) -> None:
    examples = [field.example for field in catalogue.view("zh").forms[COMPLAINT].fields if field.example]
    assert len(examples) > 10
    blank, filled = (text(make(catalogue, name, COMPLAINT).data) for name in ("form", "filled"))
    assert examples[0] not in blank
    assert all(bare(example) in filled for example in examples)
    assert "样表" in filled


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_filled_sample_leaves_a_field_empty_and_says_that_you_may(catalogue: Catalogue, make, lang: str) -> None:
    view = catalogue.view(lang)
    for subject in documents()["filled"].defaults(view):
        fields = view.forms[subject.of].fields
        if any(not field.required and field.kind not in ("choice", "tick") for field in fields):
            assert any(not field.required and not field.example for field in fields), subject.of
    said = documents()["filled"].words(lang)("print.filled.empty")
    assert text(make(catalogue, "filled", COMPLAINT, lang=lang).data).count(bare(said)) == 1
    assert bare(said) not in text(make(catalogue, "form", COMPLAINT, lang=lang).data)


@pytest.mark.parametrize(("lang", "day"), [("zh", "2026年3月1日"), ("en", "2026year3month1day")])
def test_a_date_of_a_filled_sample_stands_in_the_places_of_the_blank_form(
    catalogue: Catalogue, make, lang: str, day: str
) -> None:
    assert day in text(make(catalogue, "filled", COMPLAINT, lang=lang).data)


def test_a_date_of_a_filled_sample_that_is_written_otherwise_stands_as_it_is(catalogue: Catalogue, make) -> None:
    form = catalogue.view("zh").forms[COMPLAINT]
    fields = tuple(replace(field, example="开春那天") if field.id == "started" else field for field in form.fields)
    changed = with_form(catalogue, replace(form, fields=fields))
    for lang in ("zh", "both"):
        assert "开春那天" in text(make(changed, "filled", COMPLAINT, lang=lang).data)


def test_every_page_of_a_form_and_of_its_sample_has_the_edition(catalogue: Catalogue, make) -> None:
    for name in ("form", "filled"):
        document = documents()[name]
        subject = document.subject(catalogue.view("zh"), COMPLAINT, None, None)
        number = edition(document, subject, *map(catalogue.view, ("zh", "en")))
        found = pages(make(catalogue, name, COMPLAINT, lang="both").data)
        assert len(found) == 2
        assert all(number in page for page in found)


@pytest.mark.parametrize(("of", "blank"), [(COMPLAINT, "form"), (BOARD, "placard")])
def test_a_filled_sample_names_the_edition_of_the_blank_one_that_it_goes_with(
    catalogue: Catalogue, make, of: str, blank: str
) -> None:
    document = documents()[blank]
    number = edition(
        document, document.subject(catalogue.view("zh"), of, None, None), *map(catalogue.view, ("zh", "en"))
    )
    assert bare(number) in text(make(catalogue, "filled", of, lang="both").data)


def test_a_form_says_how_many_boxes_to_tick_and_where_to_write_what_it_has_no_room_for(
    catalogue: Catalogue, make
) -> None:
    found = text(make(catalogue, "form", COMPLAINT).data)
    choices = [field for field in catalogue.view("zh").forms[COMPLAINT].fields if field.options]
    assert found.count("选一项") == len(choices) == 1
    assert "写在背面" in found
    assert "收条" in found
    assert "写在背面" not in text(make(catalogue, "form", "labour-contract-outline").data)


def test_a_sample_of_what_is_hung_does_not_say_that_it_is_locked_away(catalogue: Catalogue, make) -> None:
    assert "不上网" in text(make(catalogue, "filled", COMPLAINT).data)
    assert "不上网" not in text(make(catalogue, "filled", BOARD).data)


def test_a_form_with_more_to_ask_takes_more_pages_and_too_many_are_an_error_that_names_the_field(
    catalogue: Catalogue, make
) -> None:
    form = catalogue.view("zh").forms[COMPLAINT]
    longer = tuple(replace(form.fields[0], id=f"more-{n}") for n in range(30))
    assert len(pages(make(with_form(catalogue, replace(form, fields=longer)), "form", COMPLAINT).data)) == 2
    longest = replace(form.fields[0], help="说明" * 9000)
    with pytest.raises(PrintError) as caught:
        make(with_form(catalogue, replace(form, fields=(longest,))), "form", COMPLAINT)
    assert caught.value.field == "name"


@pytest.mark.parametrize("size", MILLIMETRES)
def test_the_board_of_a_site_has_what_article_34_asks_for_in_every_size(size: str, catalogue: Catalogue, make) -> None:
    made = make(catalogue, "placard", BOARD, size=size)
    found = text(made.data)
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert tuple(round(points / 72 * 25.4) for points in pdf[0].get_size()) == MILLIMETRES[size]
        assert len(pdf) == 1
    for fact in (
        *("建设单位", "施工总承包单位", "项目部", "分包单位", "行业主管部门", "劳资专管员"),
        *("当地最低工资标准", "发工资的日子"),
        *(
            "行业主管部门投诉电话",
            "劳动保障监察投诉电话",
            "到哪里调解、仲裁",
            "到哪里申请法律援助",
            "公共法律服务热线",
            "12348",
        ),
        *(f"第34条第{item}项" for item in (1, 2, 3)),
    ):
        assert fact in found
    assert "不上网" not in found


def test_a_placard_without_a_last_day_is_mended_on_the_day_of_a_change(catalogue: Catalogue, make) -> None:
    changed = "上面写的有一样变了，当天改"
    assert changed in text(make(catalogue, "placard", BOARD, size="A3").data)
    assert changed not in text(make(catalogue, "placard", "vacancy-notice", size="A3").data)


def test_each_field_that_article_34_asks_for_cites_it(catalogue: Catalogue) -> None:
    fields = catalogue.view("zh").forms[BOARD].fields
    cited = {field.id: {citation.article for citation in field.basis} for field in fields}
    assert cited.pop("hung") == set()
    assert all(articles <= {"34(1)", "34(2)", "34(3)"} and articles for articles in cited.values())


def test_a_placard_with_rows_is_a_table_of_its_fields(catalogue: Catalogue, make) -> None:
    form = catalogue.view("zh").forms["activity-calendar"]
    found = text(make(catalogue, "placard", form.id, size="A3").data)
    assert form.rows
    assert all(field.label in found for field in form.fields)


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_a_ledger_names_every_column_and_the_codes_of_its_choices(lang: str, catalogue: Catalogue, make) -> None:
    ledger = catalogue.view("en" if lang == "en" else "zh").ledgers[LEDGER]
    found = text(make(catalogue, "ledger", LEDGER, lang=lang).data)
    for column in ledger.columns:
        assert found.count(bare(column.label)) >= 2
        for number, option in enumerate(column.options, 1):
            assert found.count(bare(f"{number}{option.label}")) == 2
    assert bare(ledger.keep or "") in found


def test_a_page_of_a_ledger_has_fifteen_rows_of_nine_millimetres_at_least(catalogue: Catalogue) -> None:
    document = documents()["ledger"]
    steps = document.ladders["A4"]
    assert all(float(step.lengths["row"].removesuffix("mm")) >= 9 for step in steps)
    view = catalogue.view("zh")
    assert document.facts(view, document.words("zh"), next(iter(document.defaults(view))))["rows"] >= 15


def test_a_ledger_says_when_to_write_and_has_room_for_whoever_checks_it(catalogue: Catalogue, make) -> None:
    page, how = pages(make(catalogue, "ledger", LEDGER).data)
    assert "当天的事当天记" in page
    assert "当天的事当天记" in how
    assert "负责人检查签名" in how
    assert "保存到哪天" in how


def test_a_ledger_says_what_must_not_be_written_into_it(catalogue: Catalogue, make) -> None:
    for of in (LEDGER, SHARED):
        assert "表上没问就别写：身份证号、病情、家里的事" in text(make(catalogue, "ledger", of).data)


def test_a_hint_in_two_languages_has_a_space_between_them(catalogue: Catalogue, make) -> None:
    with pypdfium2.PdfDocument(make(catalogue, "ledger", LEDGER, lang="both").data) as pdf:
        found = pdf[0].get_textpage().get_text_bounded()
    assert "打勾 A tick" in found
    assert "打勾A tick" not in found


def test_a_wide_ledger_stands_on_two_pages_that_face_each_other(catalogue: Catalogue, make) -> None:
    made = make(catalogue, "ledger", WIDEST)
    left, right, how = pages(made.data)
    assert "左页" in left
    assert "右页" in right
    assert "怎么填" in how
    labels = [bare(column.label) for column in catalogue.view("zh").ledgers[WIDEST].columns]
    assert all(label in left or label in right for label in labels)
    assert labels[0] in left
    assert labels[0] in right
    assert labels[1] in left
    assert labels[-1] not in left


def test_the_columns_of_a_page_fill_it_and_never_overlap(catalogue: Catalogue) -> None:
    document = documents()["ledger"]
    view = catalogue.view("zh")
    for subject in document.defaults(view):
        facts_ = document.facts(view, document.words("zh"), subject)
        for page in (*facts_["narrow"], *facts_["wide"]):
            edges = [cell["left"] for cell in page] + [272]
            assert [cell["left"] + cell["width"] for cell in page] == edges[1:]
            assert all(cell["width"] >= 13 for cell in page)


def test_a_page_of_a_ledger_that_runs_over_is_an_error(catalogue: Catalogue, make) -> None:
    view = catalogue.view("zh")
    ledger = view.ledgers[LEDGER]
    columns = tuple(replace(column, label="很长很长的栏目" * 12) for column in ledger.columns)
    views = {
        **catalogue.views,
        "zh": replace(view, ledgers={**view.ledgers, LEDGER: replace(ledger, columns=columns)}),
    }
    with pytest.raises(PrintError, match="too long"):
        make(replace(catalogue, views=views), "ledger", LEDGER)


def test_the_shared_fields_are_explained_and_have_no_rows(catalogue: Catalogue, make) -> None:
    made = make(catalogue, "ledger", SHARED)
    assert len(pages(made.data)) == 1
    found = text(made.data)
    for column in catalogue.view("zh").ledgers[SHARED].columns:
        assert bare(column.label) in found
        assert bare(column.help or "") in found


def test_a_form_that_is_hung_is_a_placard_and_every_other_a_form(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    forms, placards = ({subject.of for subject in documents()[name].defaults(view)} for name in ("form", "placard"))
    assert {BOARD, "real-name-notice"} <= placards
    assert not forms & placards
    assert forms | placards == set(view.forms)


def facts(form: Form) -> list[str]:
    """The words of a form."""
    found = [form.name, form.summary, *(note.text for note in form.notes)]
    for field in form.fields:
        found += [field.label, field.help, *(option.label for option in field.options)]
    return [fact for fact in found if fact]


def with_form(catalogue: Catalogue, form: Form) -> Catalogue:
    """The catalogue with one form changed, in Chinese."""
    view = catalogue.view("zh")
    return replace(catalogue, views={**catalogue.views, "zh": replace(view, forms={**view.forms, form.id: form})})
