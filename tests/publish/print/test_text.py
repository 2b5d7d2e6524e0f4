"""Words as markup: escaped, each run in its own language, both languages of a bilingual sheet."""

import pytest
from tongchuang.publish.print.text import Text, line, marked, together


def test_words_are_escaped():
    assert str(marked("zh", "<b>&")) == "&lt;b&gt;&amp;"


def test_chinese_within_english_gets_its_own_language():
    assert str(marked("en", "the 居住证 card")) == 'the <span lang="zh-Hans">居住证</span> card'


def test_of_marks_that_meet_the_first_is_squeezed():
    assert str(marked("zh", "（章）。")) == '（章<span class="half">）</span>。'


@pytest.mark.parametrize("counted", ["第43条", "15个工作日", "50%", "3个月", "1.5元"])
def test_a_number_stays_with_what_it_counts(counted: str):
    assert str(marked("zh", f"按照{counted}办")) == f'按照<span class="counted">{counted}</span>办'


def test_a_telephone_number_counts_nothing():
    assert str(marked("zh", "打12333")) == "打12333"


def test_facts_of_two_languages_become_one_and_what_is_the_same_stands_once():
    both = together(
        ("zh", "en"), [{"name": "仲裁", "n": 3, "phone": "12345"}, {"name": "Arbitration", "n": 3, "phone": "12345"}]
    )
    assert both["name"].parts == (("zh", "仲裁"), ("en", "Arbitration"))
    assert str(both["phone"]) == "12345"
    assert both["n"] == 3


def test_facts_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="zip"):
        together(("zh", "en"), [["一", "二"], ["one"]])


def test_a_line_has_a_paragraph_for_each_language_and_leaves_out_what_is_empty():
    name, none = Text((("zh", "投诉"), ("en", "Complain"))), Text((("zh", ""),))
    assert str(line(("zh", "en"), ("b", name), ("", none))) == (
        '<span class="words" lang="zh-Hans"><span class="b">投诉</span></span>'
        '<span class="words" lang="en"><span class="b">Complain</span></span>'
    )
