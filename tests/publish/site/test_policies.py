"""The page of a policy: its parts, and who does what."""

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.duties import duties
from tongchuang.publish.site.pages import policies

JILIN = "zh/policies/jilin-city-2015/index.html"


def test_measures_stand_below_their_chapters(built, catalogue: Catalogue):
    html = built.pages[JILIN]
    policy = catalogue.view("zh").policies["jilin-city-2015"]
    ids = [f'id="{id_}"' for part, measures in policy.by_chapter for id_ in (part.id, *(m.id for m in measures))]
    at = [html.index(id_) for id_ in ids]
    assert at == sorted(at)


def test_each_department_has_its_measures_and_the_table_can_be_downloaded(built, catalogue: Catalogue):
    view = catalogue.view("zh")
    html = built.pages[JILIN]
    for duty in duties(view, view.policies["jilin-city-2015"]):
        part = html.split(f'id="duty-{duty.department.id}"')[1].split("</section>")[0]
        for measure in (*duty.leads, *duty.supports):
            assert f'href="#{measure.id}"' in part
    assert "export/zh/duties.csv" in html


def test_a_law_has_neither(built):
    html = built.pages["zh/policies/labour-law/index.html"]
    assert 'id="measures"' not in html
    assert 'id="duties"' not in html


def test_the_list_goes_by_topic_and_says_in_a_sentence_what_each_is_about(built, catalogue: Catalogue):
    html = built.pages["zh/policies/index.html"]
    wages = html.split('<h2 id="wages-contracts"')[1].split("<h2")[0]
    assert "policies/wage-payment-regulations/" in wages
    assert "农村来的人给单位干活，单位要按时、足额给工资。" in wages
    assert 'href="#wages-contracts"' in html
    for policy in catalogue.view("zh").policies:
        assert html.count(f'/policies/{policy}/"') == 1


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("摘要。\n\n## 管什么\n\n管工资。也管别的。\n", "管工资。"),
        ("## 管什么\n\n- 工资月月发（第五条）。\n- 别的。\n", "工资月月发。"),
        ("## About\n\nWages of 1.5 yuan are due (Article 5). And more.\n", "Wages of 1.5 yuan are due."),
        ("## 空\n", ""),
        ("没有小标题。\n", ""),
    ],
)
def test_what_a_policy_is_about_is_its_first_sections_first_sentence(text, about):
    assert policies.about(text) == about
