"""Process boards (办事流程图) and life-event boards."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Withdrawn
from tongchuang.model.service import Option, Question, Remedy, Service, Step
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.documents.process.flow import Choice, flow
from tongchuang.publish.print.error import PrintError

from .conftest import LONGEST, STATION, pages, published, text, with_place

if TYPE_CHECKING:
    from .conftest import Make

LOCAL, PROVINCE = "rental-house-registration", "330000"
EVENT = "boss-wont-pay"


def _service(catalogue: Catalogue, options: str, *steps: tuple[str, dict[str, str]]) -> Service:
    """A real service with a question ``q`` whose options are letters, a question ``r``, and these steps."""
    questions = (
        Question("q", "哪种情况？", tuple(Option(letter, letter) for letter in options)),
        Question("r", "还有呢？", (Option("yes", "是"), Option("no", "否"))),
    )
    made = tuple(
        Step(id_, id_, id_, "worker", when={q: tuple(answers.split()) for q, answers in when.items()})
        for id_, when in steps
    )
    return replace(catalogue.view("zh").services["points-hukou"], questions=questions, steps=made)


def _drawn(part: Any) -> Any:
    """A step's id; of a choice, the columns' answers and each row's steps with columns and rows that they take."""
    if not isinstance(part, Choice):
        return part.id
    rows = [[(c.step.id if c.step else "", c.column, c.span, c.rows) for c in cells] for cells in part.rows]
    return ["".join(column.options) for column in part.columns], rows


def test_steps_for_all_stand_below_each_other_and_others_below_their_answers(catalogue: Catalogue):
    service = _service(catalogue, "ab", ("first", {}), ("left", {"q": "a"}), ("right", {"q": "b"}), ("last", {}))
    assert [_drawn(part) for part in flow(service)] == [
        "first",
        (["a", "b"], [[("left", 0, 1, 1), ("right", 1, 1, 1)]]),
        "last",
    ]


def test_answers_that_lead_the_same_way_share_a_column_and_a_way_without_steps_has_one(catalogue: Catalogue):
    (choice,) = flow(_service(catalogue, "abc", ("only", {"q": "b c"})))
    assert _drawn(choice) == (["bc", "a"], [[("only", 0, 1, 1), ("", 1, 1, 1)]])


def test_a_step_of_several_ways_is_as_wide_as_their_columns(catalogue: Catalogue):
    steps = (
        ("one", {"q": "a"}),
        ("two", {"q": "c"}),
        ("then", {"q": "c"}),
        ("wide", {"q": "a c"}),
        ("alone", {"q": "b"}),
    )
    (choice,) = flow(_service(catalogue, "abc", *steps))
    assert _drawn(choice) == (
        ["a", "c", "b"],
        [[("one", 0, 1, 2), ("two", 1, 1, 1), ("alone", 2, 1, 3)], [("then", 1, 1, 1)], [("wide", 0, 2, 1)]],
    )


def test_a_way_with_more_steps_of_its_own_is_wider(catalogue: Catalogue):
    steps = (("one", {"q": "a"}), ("two", {"q": "a"}), ("all", {"q": "a b"}), ("other", {"q": "b"}))
    (choice,) = flow(_service(catalogue, "abc", *steps))
    assert [column.width for column in choice.columns] == [44, 33, 22]


def test_a_step_whose_columns_cannot_adjoin_stands_in_each(catalogue: Catalogue):
    steps = (("ab", {"q": "a b"}), ("bc", {"q": "b c"}), ("ac", {"q": "a c"}))
    (choice,) = flow(_service(catalogue, "abc", *steps))
    cells = [cell.step.id for row in choice.rows for cell in row if cell.step]
    assert sorted(cells) == ["ab", "ac", "ac", "bc"]


def test_a_choice_is_on_the_question_that_its_steps_share_and_says_the_others(catalogue: Catalogue, make: "Make"):
    steps = (("one", {"q": "a"}), ("both", {"q": "a", "r": "yes"}), ("third", {"r": "no"}))
    service = _service(catalogue, "ab", *steps)
    first, second = flow(service)
    assert isinstance(first, Choice)
    assert isinstance(second, Choice)
    assert (first.question.id, second.question.id) == ("q", "r")
    found = text(make(_with(catalogue, service), "process", service.id, "A4").data)
    assert found.count("只限“是”的") == 1
    assert "只限“a”" not in found


def test_a_question_may_divide_the_way_twice(catalogue: Catalogue, make: "Make"):
    steps = (("one", {"q": "a"}), ("two", {"q": "b"}), ("all", {}), ("three", {"q": "a"}))
    service = _service(catalogue, "ab", *steps)
    first, _, second = flow(service)
    assert isinstance(first, Choice)
    assert isinstance(second, Choice)
    assert first.question == second.question
    found = text(make(_with(catalogue, service), "process", service.id, "A4").data)
    assert found.count(_bare(first.question.ask)) == 2


def test_a_way_that_the_service_decides_nothing_on_ends_with_its_own_step(catalogue: Catalogue, make: "Make"):
    steps = (("office", {"q": "a b"}), ("mediator", {"q": "c"}))
    service = _service(catalogue, "abc", *steps)
    review = Remedy("review", "review", "可以申请行政复议。", when={"q": ("a", "b")})
    assert _ending(replace(service, remedies=())) == []
    assert _ending(replace(service, remedies=(replace(review, when={}),))) == []
    apart = replace(service, remedies=(review,))
    assert _ending(apart) == ["mediator"]
    found = text(make(_with(catalogue, apart), "process", apart.id, "A4").data)
    assert found.index("结束做完这一步，这条路就走完了") < found.index("结束办好拿到")
    assert "结束在第" not in found
    # What joins above the result are the other two ways.
    facts = documents()["process"].facts(
        _with(catalogue, apart).view("zh"), documents()["process"].words("zh"), Subject("service", apart.id)
    )
    (part,) = facts["flow"]
    assert [(one["comes"], one["size"] > 0) for one in part["choice"]["joins"]] == [(True, True), (False, False)]


def _ending(service: Service) -> list[str]:
    return [
        cell.step.id
        for part in flow(service)
        if isinstance(part, Choice)
        for row in part.rows
        for cell in row
        if cell.step and cell.ends
    ]


def test_a_question_all_of_whose_answers_are_named_decides_nothing(catalogue: Catalogue):
    assert _drawn(flow(_service(catalogue, "ab", ("all", {"q": "a b"})))[0]) == "all"


@pytest.mark.parametrize(("lang", "of"), [("zh", LONGEST), ("en", LONGEST), ("both", LOCAL)])
def test_a_process_board_has_every_step_branch_paper_and_remedy(catalogue: Catalogue, make: "Make", lang: str, of: str):
    found = _bare(text(make(catalogue, "process", of, "A3", lang).data))
    for one in ("zh", "en") if lang == "both" else (lang,):
        view = catalogue.view(one)
        service = view.services[of]
        facts = [service.name, service.summary, service.result.name, service.time.note, view.desk(service)]
        facts += [part for step in service.steps for part in (step.name, step.text, step.where, step.phone)]
        facts += [material.name for material in service.materials]
        facts += [remedy.text for remedy in service.remedies]
        facts += [remedy.body for remedy in service.remedies if remedy.within]
        asked = {part.question.id for part in flow(service) if isinstance(part, Choice)}
        facts += [q.ask for q in service.questions if q.id in asked]
        facts += [option.label for q in service.questions if q.id in asked for option in q.options]
        facts += [view.hotline_names[number] for number in ("12345", "12333", "12348")]
        for fact in filter(None, facts):
            assert _bare(fact) in found
    if lang == "zh":
        for fact in ("60个工作日", "第276条之1", "076212345"):
            assert fact in found
        # For whom a paper is stands in the shorter words.
        assert "投诉书（投诉登记表）〔“给私人家里干活”的除外〕" in found
        assert "工地“维权信息告示牌”的照片〔只限“工地上”的〕" in found
        # What the chart doesn't ask is asked beside the paper.
        assert "线索（写在一张纸上就行）〔手里有没有凭据？只有答“什么都没有”的〕" in found
        assert (
            "到法院起诉〔“给私人家里干活”的除外〕期限：15日（自收到复议决定书之日起）对复议决定不服，去法院告。"
            in found
        )


@pytest.mark.parametrize(("lang", "said"), [("zh", "结束在第1张"), ("en", "Ends on sheet 1"), ("both", "结束 End → 1")])
def test_a_way_that_has_ended_says_on_further_sheets_where(catalogue: Catalogue, make, lang: str, said: str):
    """Their heads are those of the first sheet."""
    first, *further = pages(make(catalogue, "process", LONGEST, "A3", lang).data)
    end = _bare(documents()["process"].words("en" if lang == "en" else "zh")("print.process.apart"))
    assert end in _bare(first)
    assert _bare(said) in _bare(further[0])


def test_a_step_for_some_only_says_who_passes_it_by(catalogue: Catalogue):
    view, document = catalogue.view("zh"), documents()["process"]
    told = {}
    for service in view.services.values():
        facts = document.facts(view, document.words("zh"), Subject("service", service.id))
        for part in facts["flow"]:
            cells = [cell for row in part["choice"]["rows"] for cell in row["cells"]] if part["choice"] else [part]
            told |= {(service.id, cell["step"]["id"]): cell["step"] for cell in cells if cell["step"]}
    kinds = {_kinds(step["only"]): step["skip"] for step in told.values()}
    assert kinds == {
        (False, False): "",
        (True, False): "（不是的，跳过这一步）",
        (False, True): "（是的，跳过这一步）",
        (True, True): "",
    }
    for step in told.values():
        assert step["skip"] == kinds[_kinds(step["only"])]


def _kinds(only: str) -> tuple[bool, bool]:
    """Whether it says for which answers only, and for which not."""
    return "只限“" in only or "只有答“" in only, "的除外" in only or "除了答“" in only


def test_a_process_board_is_as_a_place_does_it(catalogue: Catalogue, make: "Make"):
    found = text(make(catalogue, "process", LOCAL, "A4", place=PROVINCE).data)
    local = catalogue.view("zh").service(LOCAL, PROVINCE)
    assert local.region == PROVINCE
    assert "浙江省" in found
    policies = catalogue.view("zh").policies
    assert all((policies[c.policy].short or policies[c.policy].title) in found for c in local.local_basis)
    known = with_place(catalogue, STATION, phone="0762-1234567")
    found = text(make(known, "process", "job-matching", "A4", place=STATION).data)
    assert known.view("zh").places[STATION].name in found
    assert "0762-1234567" in found


def test_a_short_process_takes_one_page_and_a_long_one_names_itself_and_its_edition_on_each(
    catalogue: Catalogue, make: "Make"
):
    assert _pages(make(catalogue, "process", "points-hukou", "A3").data) == 1
    pages = _texts(make(catalogue, "process", LONGEST, "A4").data)
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert "拖欠工资投诉" in page
        assert "版本r" in page
        assert "样稿" in page
        assert f"{number}/{len(pages)}" in page
        assert ("→" in page) is (number < len(pages)), "only what goes on leads on to the next sheet"


def test_the_first_sheet_of_a_process_board_has_the_number_for_whom_does_not_know_on(
    catalogue: Catalogue, make: "Make"
):
    first, *_ = _texts(make(catalogue, "process", LONGEST, "A3").data)
    assert "不明白，打12345" in first


def test_further_sheets_of_a_process_board_name_each_way_again_and_the_service_in_both_languages(
    catalogue: Catalogue, make: "Make"
):
    first, second, *_ = _texts(make(catalogue, "process", LONGEST, "A3").data)
    for way in ("工地上", "工厂、店铺、公司、个体户", "给私人家里干活"):
        assert _bare(way) in first
        assert _bare(way) in second.partition("要带的材料")[0]
    *_, last = _texts(make(catalogue, "process", LONGEST, "A3", "both").data)
    assert "拖欠工资投诉" in last
    assert "Reportunpaidwages" in last


def test_each_step_of_a_process_board_says_who_does_it(catalogue: Catalogue):
    said = _done(catalogue, LONGEST)
    assert said["report"] == said["clue"] == said["advance"] == (True, "你要做")
    assert said["investigate"] == (False, "部门办")
    assert _done(catalogue, "volunteer-registration")["group"] == (False, "别人办")


def test_on_a_process_board_for_employers_first_the_steps_of_an_employer_are_yours(catalogue: Catalogue):
    assert _done(catalogue, "employer-recruitment")["hire"] == (True, "你要做")
    assert _done(catalogue, "employer-training-subsidy")["file"] == (True, "你要做")
    assert _done(catalogue, "employment-registration")["employer-registers"] == (False, "单位办")


def _done(catalogue: Catalogue, of: str) -> dict[str, tuple[bool, str]]:
    """Of each step whether it is the reader's, and who does it."""
    document = documents()["process"]
    facts = document.facts(catalogue.view("zh"), document.words("zh"), Subject("service", of))
    boxes = [part for part in facts["flow"] if part["step"]]
    boxes += [
        cell for part in facts["flow"] if part["choice"] for row in part["choice"]["rows"] for cell in row["cells"]
    ]
    return {box["step"]["id"]: (box["step"]["yours"], box["step"]["who"]) for box in boxes if box["step"]}


def test_a_remedy_on_a_process_board_says_what_comes_first_and_its_second_limit(catalogue: Catalogue, make: "Make"):
    found = _bare(text(make(catalogue, "process", "employment-registration", "A3").data))
    assert "一直拖着不答复的，要先复议" in found
    assert "收到复议决定书起15日内去告" in found


def test_too_much_for_the_last_step_is_an_error_naming_the_field(catalogue: Catalogue, make: "Make"):
    service = catalogue.view("zh").services["points-hukou"]
    long = replace(service, steps=(*service.steps[:-1], replace(service.steps[-1], name="long" * 80)))
    with pytest.raises(PrintError) as caught:
        make(_with(catalogue, long), "process", long.id, "A4")
    assert caught.value.field == f"steps.{service.steps[-1].id}"


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_a_life_event_board_has_every_stage_with_its_services_and_numbers(
    catalogue: Catalogue, make: "Make", lang: str
):
    found = _bare(text(make(catalogue, "event", EVENT, "A3", lang).data))
    for one in ("zh", "en") if lang == "both" else (lang,):
        view = catalogue.view(one)
        event = view.life_events[EVENT]
        facts = [event.name, event.question, event.summary]
        for stage in event.stages:
            facts += [stage.name, stage.text, *stage.hotlines, *(view.hotline_names[n] for n in stage.hotlines)]
            for service in (view.services[id_] for id_ in stage.services):
                facts += [service.name, view.departments[service.departments.lead].name]
        for fact in facts:
            assert _bare(fact) in found
    assert "60个工作日" in found or "60workingdays" in found


def test_a_life_event_board_gives_your_own_time_limits_at_the_stage_of_their_service(
    catalogue: Catalogue, make: "Make"
):
    found = _bare(text(make(catalogue, "event", "hurt-at-work", "A3").data))
    stages = [_bare(stage.name) for stage in catalogue.view("zh").life_events["hurt-at-work"].stages]
    limit = found.index("别过了期限")
    assert "1年" in found[limit : limit + 40]
    assert found.index(stages[2]) < limit < found.index(stages[3])


def test_a_life_event_board_gives_no_time_limit_of_a_service_that_it_does_not_show(catalogue: Catalogue):
    view = catalogue.view("zh")
    ended = replace(view.services["work-injury-recognition"], withdrawn=Withdrawn("2026-10-01", "合并了"))
    for hub, shown in ((catalogue, True), (_with(catalogue, ended), False)):
        assert bool(_limits(hub, "hurt-at-work", None)) is shown


def test_a_life_event_board_of_a_region_gives_the_time_limit_in_force_there(catalogue: Catalogue):
    view = catalogue.view("zh")
    local = replace(view.services["work-injury-recognition"], region=PROVINCE)
    steps = tuple(
        replace(step, time=replace(step.time, value=2)) if step.id == "self" and step.time else step
        for step in local.steps
    )
    regional = {**view.regional, (PROVINCE, local.id): replace(local, steps=steps)}
    hub = replace(catalogue, views={**catalogue.views, "zh": replace(view, regional=regional)})
    assert _limits(hub, "hurt-at-work", None)[0].startswith("1年")
    assert _limits(hub, "hurt-at-work", PROVINCE)[0].startswith("2年")


def _limits(hub: Catalogue, of: str, place: str | None) -> list[str]:
    event = documents()["event"]
    facts = event.facts(hub.view("zh"), event.words("zh"), Subject("life-event", of, place))
    return [limit["limit"] for stage in facts["stages"] for limit in stage["limits"]]


def test_the_first_sheet_of_a_life_event_board_has_its_own_code_and_further_ones_lead_to_it(
    catalogue: Catalogue, make: "Make"
):
    (alone,) = _texts(make(published(catalogue), "event", "hurt-at-work", "A3").data)
    first, second = _texts(make(published(catalogue), "event", "hurt-at-work", "A3", "both").data)
    for sheet in (alone, first):
        assert "扫一扫，看这张纸是不是最新的" in sheet
        assert "第1张" not in sheet
    assert "扫第1张上的码" in second


def test_a_life_event_board_has_a_row_for_each_service_of_a_stage(catalogue: Catalogue, make: "Make"):
    view = catalogue.view("zh")
    found = text(make(catalogue, "event", EVENT, "A3").data)
    wanted = [id_ for stage in view.life_events[EVENT].stages for id_ in stage.services]
    for id_ in set(wanted):
        assert found.count(view.services[id_].name) >= wanted.count(id_)


def test_a_life_event_board_leaves_out_what_was_withdrawn_and_is_as_a_region_does_it(
    catalogue: Catalogue, make: "Make"
):
    view = catalogue.view("zh")
    ended = replace(view.services["job-matching"], withdrawn=Withdrawn("2026-10-01", "合并了"))
    found = text(make(_with(catalogue, ended), "event", "looking-for-work", "A3", place=PROVINCE).data)
    assert ended.name not in found
    assert view.services["job-information"].name in found
    assert "浙江省" in found


def test_every_step_of_their_ladders_keeps_the_smallest_sizes():
    least = {"A2": (40, 15.5), "A3": (30, 10.5), "A4": (22, 9)}
    for name in ("process", "event"):
        for size, ladder in documents()[name].ladders.items():
            title, body = least[size[:2]]
            for step in ladder:
                assert float(step.lengths["title"].removesuffix("pt")) >= title
                assert float(step.lengths["body"].removesuffix("pt")) >= body


def test_all_services_and_life_events_are_printed_by_default_on_a3(catalogue: Catalogue):
    view = catalogue.view("zh")
    process, event = documents()["process"], documents()["event"]
    assert len(list(process.defaults(view))) == len(view.services) + len(view.regional)
    assert {subject.of for subject in event.defaults(view)} == set(view.life_events)
    assert process.default_sizes == event.default_sizes == ("A3",)


def _with(catalogue: Catalogue, service: Service) -> Catalogue:
    """The catalogue with one service changed in every language."""
    views = {
        lang: replace(view, services={**view.services, service.id: service}) for lang, view in catalogue.views.items()
    }
    return replace(catalogue, views=views)


def _texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [_bare(page.get_textpage().get_text_bounded()) for page in pdf]


def _pages(data: bytes) -> int:
    return len(_texts(data))


def _bare(fact: str) -> str:
    """Without white space and hyphens: the one at the end of a line gets lost in the text of a PDF."""
    return "".join(character for character in fact if not character.isspace() and character not in "-\x02")


def test_papers_and_remedies_that_both_go_on_over_a_page_stand_below_each_other(catalogue: Catalogue, make):
    # Beside each other they would be read aloud in turns: the preflight refuses that.
    one = make(catalogue, "process", "labour-arbitration", "A3", "both")
    assert len(pages(one.data)) > 2
    assert "td block" in one.step
