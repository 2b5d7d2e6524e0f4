"""The notice as a paper of the window: what is written on it by hand, what is torn off, and the personal one."""

import re
from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.answers import Answers
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.layout import layout

from .conftest import LONGEST, STATION, bare, pages, published, text

SERVICE = "labour-arbitration"
ANSWERS = (("claim", "pay"), ("job", "left"))
PERSONAL = Subject("service", SERVICE, answers=ANSWERS)
MILLIMETRE = 96 / 25.4  # in CSS pixels
# Who took the papers in, where, when and under which number, and what came of it.
BOTH_HALVES = (
    "经办人签名、岗位",
    "办理地点",
    "告知日期",
    "编号",
    "材料齐了",
    "没齐，这天以前补来",
    "盖章处",
    "你的签名",
)


def order(subject: Subject, size: str = "A4", lang: str = "zh") -> Order:
    return Order(documents()["notice"], subject, size, lang)


def printed(catalogue: Catalogue, press, subject: Subject, size: str = "A4", lang: str = "zh") -> bytes:
    (job,) = Composer(catalogue).jobs([order(subject, size, lang)])
    return press.print(layout(job))[0].data


@pytest.fixture(scope="module")
def personal(catalogue: Catalogue, press) -> str:
    return text(printed(catalogue, press, PERSONAL))


def test_a_personal_notice_has_what_the_answers_call_for_and_says_which_they_were(
    catalogue: Catalogue, personal: str
) -> None:
    service = catalogue.view("zh").services[SERVICE]
    labels = {(q.id, o.id): o.label for q in service.questions for o in q.options}
    for answer in ANSWERS:
        assert bare(labels[answer]) in personal
    for material in service.materials:
        wanted = "pay" in material.when.get("claim", ("pay",))
        assert (bare(material.name) in personal) is wanted


def test_a_personal_notice_says_so_beside_its_edition_which_is_that_of_the_complete_one(
    catalogue: Catalogue, personal: str
) -> None:
    edition = Composer(catalogue).edition(documents()["notice"], Subject("service", SERVICE), "zh")
    assert f"版本{edition}个人版" in personal
    assert "完整版" not in personal


def test_a_notice_for_all_cases_says_that_it_is_complete(catalogue: Catalogue, press) -> None:
    first, *_ = pages(printed(catalogue, press, PERSONAL.complete))
    assert "完整版，各种情况都在" in first
    assert "个人版" not in first


def test_nothing_but_the_sheet_tells_the_answers(catalogue: Catalogue) -> None:
    told = f"{order(PERSONAL).path} {PERSONAL} {PERSONAL.id}"
    assert "pay" not in told
    assert order(PERSONAL).path == f"print/notice/{SERVICE}.personal.A4.zh.pdf"


def test_the_qr_of_a_personal_notice_opens_the_page_of_the_complete_one(catalogue: Catalogue) -> None:
    hub = published(catalogue)
    (one,), (other,) = (Composer(hub).jobs([order(s)]) for s in (PERSONAL, replace(PERSONAL, answers=())))
    assert one.copies[0].url == other.copies[0].url
    assert f"/q/notice-{SERVICE}/" in one.copies[0].url


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_the_counterfoil_is_on_the_first_page_and_its_back_holds_what_can_be_spared(
    catalogue: Catalogue, press, size: str
) -> None:
    first, second, *others = pages(printed(catalogue, press, Subject("service", LONGEST), size))
    assert "存根" in first
    assert "补件记录" in second
    assert "存根的背面" in second
    assert not any("存根" in page for page in (second.replace("存根的背面（双面打印），跟着存根撕下", ""), *others))
    record = next(page for page in (first, second, *others) if "收件记录" in page)
    halves = [set(re.findall("|".join(BOTH_HALVES), page)) for page in (first, record)]
    assert halves == [set(BOTH_HALVES)] * 2, "so that they can be matched"
    assert not any("补件记录" in page for page in (first, *others))


def test_how_many_of_a_paper_is_printed_where_it_is_known_and_else_written_in_as_is_what_else_is_asked_for(
    catalogue: Catalogue, press
) -> None:
    subject = Subject("service", "job-matching")
    (job,) = Composer(catalogue).jobs([order(subject)])
    materials = subject.record(catalogue.view("zh")).materials
    known = [number for one in materials for number in (one.originals, one.copies)]
    counts = re.findall(r'<span class="count">(\d*)</span>', layout(job).html)
    assert "1" in counts
    assert counts == [str(number or "") for number in (*known, *[None] * 4)]
    assert text(press.print(layout(job))[0].data).count("窗口另要的，是哪条规定要的") == 2


def test_the_limit_of_a_step_says_from_when_and_by_which_article(catalogue: Catalogue, press) -> None:
    shown = text(printed(catalogue, press, Subject("service", LONGEST)))
    assert "5个工作日（自接到投诉之日起）《实施《劳动保障监察条例》若干规定》第18条" in shown


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_further_pages_of_a_bilingual_notice_are_headed_in_both_languages(
    catalogue: Catalogue, press, size: str
) -> None:
    names = [catalogue.view(lang).services[LONGEST].name for lang in ("zh", "en")]
    first, *further = pages(printed(catalogue, press, Subject("service", LONGEST), size, "both"))
    assert "版本" in first.partition(bare(names[0]))[0], "the part that is kept has its edition at its head too"
    assert further
    assert all(bare(name) in page for page in further for name in names)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("answers", [(), ANSWERS])
def test_a_notice_with_little_to_say_is_one_page_without_the_foot_of_a_second(
    catalogue: Catalogue, press, answers: Answers, lang: str
) -> None:
    view, words = catalogue.view(lang), documents()["notice"].words(lang)
    service = view.services[SERVICE]
    short = replace(service, conditions=(), materials=(), steps=(), channels=(), remedies=(), basis=service.basis[:1])
    short = replace(short, time=replace(service.time, note=None), fee=replace(service.fee, note=None))
    little = replace(catalogue, views={**catalogue.views, lang: replace(view, services={SERVICE: short}, regional={})})
    (page,) = pages(printed(little, press, Subject("service", SERVICE, answers=answers), "A4", lang))
    assert bare(words("print.notice.stub")) in page
    assert bare(words("print.notice.later")) not in page


@pytest.mark.parametrize("place", [None, STATION])
@pytest.mark.parametrize("size", ["A4", "A5"])
@pytest.mark.parametrize("lang", ["zh", "both"])
def test_names_and_signatures_have_60_mm_and_every_line_9_mm(
    catalogue: Catalogue, press, size: str, lang: str, place: str | None
) -> None:
    (job,) = Composer(catalogue).jobs([order(Subject("service", LONGEST, place), size, lang)])
    from weasyprint import HTML

    rendered = HTML(string=layout(job).html).render(font_config=press.fonts, stylesheets=press.styles("notice"))
    boxes = [box for page in rendered.pages for box in page._page_box.descendants() if box.element is not None]
    sized = [box for box in boxes if type(box).__name__ in ("BlockBox", "InlineBlockBox")]
    names = [box for box in sized if box.element.get("class") in ("cell visitor", "cell signature", "cell clerk")]
    assert len(names) == 6
    assert all(box.width >= 60 * MILLIMETRE for box in names)
    lines: dict[object, float] = {}
    for box in sized:
        if str(box.element.get("class")).startswith("blank"):
            lines[box.element] = max(lines.get(box.element, 0), box.border_height())
    assert min(lines.values()) >= 9 * MILLIMETRE - 0.01
