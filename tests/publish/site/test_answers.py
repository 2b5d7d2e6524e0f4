from tongchuang.model.service import Condition, Option, Question
from tongchuang.publish.site.answers import branches, spoken, written
from tongchuang.publish.words import words

QUESTIONS = (
    Question("home", "?", (Option("rented", "租房"), Option("own", "自己的房"))),
    Question("who", "?", (Option("self", "自己"), Option("child", "孩子"))),
)


def test_what_always_applies_comes_first_and_the_rest_keeps_its_order():
    entries = [
        Condition("a", "", {"home": ("own",)}),
        Condition("b", ""),
        Condition("c", "", {"home": ("own",)}),
        Condition("d", "", {"home": ("rented",)}),
    ]
    assert [[entry.id for entry in branch.entries] for branch in branches(entries)] == [["b"], ["a", "c"], ["d"]]


def test_a_condition_is_spoken_in_the_words_of_its_answers():
    when = {"who": ("child",), "home": ("rented", "own")}
    assert spoken(when, QUESTIONS, words("zh")) == "“租房”或者“自己的房”并且“孩子”"


def test_a_condition_is_written_the_same_whatever_its_order():
    assert written({"who": ("child",), "home": ("rented", "own")}) == "home=rented|own&who=child"
