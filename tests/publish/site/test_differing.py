"""A place's version of a service says where it departs from the standard, and why it may."""

from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Citation
from tongchuang.publish.site.differing import Difference, differing

ID, COUNTY, CITY = "demo-points-settlement", "990101", "990100"


def found(catalogue: Catalogue, region: str | None, lang: str = "zh") -> dict[str, Difference]:
    view = catalogue.view(lang)
    return {difference.title: difference for difference in differing(view, view.version(ID, region))}


def test_the_standard_differs_from_nothing(model_county: Catalogue) -> None:
    assert found(model_county, None) == {}


def test_each_field_stands_beside_the_standard(model_county: Catalogue) -> None:
    here = found(model_county, COUNTY)
    assert here["办结时限 法定办结时限"].here == ("15个工作日（自受理之日起）",)
    assert here["办结时限 法定办结时限"].standard == ("20个工作日（自受理之日起）",)
    assert here["收费"].here == ("免费",)
    assert here["收费"].standard == ("收费", "工本费（演示数据） 10.00元")
    assert here["窗口"].here == ("信访接待窗口",)
    assert here["服务对象"].here == ("务工人员", "家属")
    assert here["申请材料 “申请表（演示数据）” 免交"].here == ("这里不用带",)
    assert here["办结时限 承诺办结时限"].standard == ("没有写",)


def test_the_reason_is_the_rule_the_delegation_or_the_exception(model_county: Catalogue) -> None:
    here = found(model_county, COUNTY)
    assert here["办理条件"].why == "规定把这一项交给当地定。"
    assert here["办理条件"].basis == (Citation("demo-rules", "7"),)
    assert here["收费"].why == "当地办得比统一的办法更方便，这是允许的；更麻烦不行。"
    assert here["窗口"].why == "这一项各地自己写。"
    assert here["地方依据"].why == "当地补充的，统一的内容照样管用。"
    assert here["服务对象"].why == "演示数据：灾后安置期间，家属也可以办。"
    assert here["服务对象"].basis == (Citation("demo-rules", "9"),)


def test_search_words_are_no_difference_to_tell_and_other_languages_use_their_own_words(
    model_county: Catalogue,
) -> None:
    assert "keywords" in model_county.view("zh").version(ID, COUNTY).differences
    assert "平常话" not in found(model_county, COUNTY)
    assert found(model_county, CITY, "en")["Time Statutory time"].here == (
        "15 working days from the day of acceptance",
    )


def test_every_difference_of_the_real_content_can_be_told(catalogue: Catalogue) -> None:
    for view in catalogue.views.values():
        for service in view.regional.values():
            for difference in differing(view, service):
                assert difference.title
                assert difference.here != difference.standard
                assert difference.why
