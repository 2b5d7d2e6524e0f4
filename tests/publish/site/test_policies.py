"""The page of a policy: its parts, and who does what."""

from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.duties import duties

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
