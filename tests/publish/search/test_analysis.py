import pytest
from tongchuang.publish.search import analysis
from tongchuang.publish.search.characters import fold
from tongchuang.publish.search.reader import typed_sounds
from tongchuang.publish.search.sound import initial_terms, pair_sounds, wholes

SYLLABLES = {"gong", "shang", "xi", "an", "xian", "lao", "dong"}


def test_text_is_compared_in_lower_case_without_accents_and_apostrophes():
    assert analysis.normalise("Ｗon’t PAY Café") == "wont pay cafe"


def test_chinese_and_latin_runs_are_told_apart():
    assert analysis.runs(analysis.normalise("办jzz，N+1 要不要？")) == ["办", "jzz", "n", "1", "要不要"]


def test_a_chinese_run_has_pairs_and_grams_with_a_gap():
    assert list(analysis.pairs("居住证")) == ["居住", "住证"]
    assert list(analysis.gaps("居住证")) == ["居_证"]


def test_a_run_is_cut_at_words_that_say_nothing():
    assert analysis.pieces(["我的居住证怎么办理", "jzz", "咋办"]) == ["居住证", "办理", "jzz", "办"]
    assert analysis.whole("居住证怎么办") == "=居住证 办"


def test_words_that_follow_each_other_are_one_term_across_words_that_say_nothing():
    assert list(analysis.word_pairs("join a trade union\nfree", without={"a"})) == ["join_trad", "trad_union"]


def test_traditional_characters_are_folded_one_for_one():
    assert fold("勞動仲裁，居住證") == "劳动仲裁，居住证"


@pytest.mark.parametrize("words", [("injury", "injuries", "injured"), ("pay", "paying", "pays"), ("wage", "wages")])
def test_forms_of_an_english_word_meet_in_one_stem(words):
    assert len({analysis.stem(word) for word in words}) == 1


@pytest.mark.parametrize("typed", ["arrer", "arreear", "arrcar", "arraer"])
def test_one_slip_is_a_letter_too_many_too_few_wrong_or_swapped(typed):
    assert analysis.one_slip_apart(typed, "arrear")


def test_two_slips_are_another_word():
    assert not analysis.one_slip_apart("career", "arrear")


def test_sounds_are_those_of_accents_too():
    assert list(pair_sounds("工伤")) == ["gon san"]
    assert analysis.plain("gongsang") == analysis.plain("gongshang")


@pytest.mark.parametrize(("name", "typed"), [("居住证", "juzuzen"), ("上岗", "shanggang"), ("新官", "xinguan")])
def test_a_name_sounds_as_its_pinyin_written_together_in_any_accent(name: str, typed: str):
    assert list(wholes(name)) == [analysis.heard(typed)] == [analysis.heard(analysis.plain(typed))]


def test_both_readings_of_a_character_are_heard():
    assert "@czsf" in initial_terms("重做手法")
    assert "@zzsf" in initial_terms("重做手法")


def test_pinyin_written_together_is_divided_in_every_way():
    assert typed_sounds("gongshang", SYLLABLES) == ["gon san"]
    assert typed_sounds("laodongxian", SYLLABLES) == ["lao don", "don xi", "don xian", "xi an"]


def test_a_syllable_not_yet_typed_to_the_end_does_not_hide_the_others():
    assert typed_sounds("laodongx", SYLLABLES) == ["lao don"]


def test_a_word_that_is_no_pinyin_has_no_sounds():
    assert typed_sounds("laodongrights", SYLLABLES) == []
