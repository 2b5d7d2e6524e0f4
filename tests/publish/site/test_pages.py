import itertools
import re
from dataclasses import replace
from pathlib import Path

from markupsafe import escape
from tongchuang.catalogue import Catalogue
from tongchuang.publish import export
from tongchuang.publish.address import address
from tongchuang.publish.print.orders import default_orders
from tongchuang.publish.site import assets
from tongchuang.publish.site.pages.services import phones

_RESOURCES = {"script", "link", "img", "use", "source", "iframe", "object", "video", "audio", "form"}
_RECORDS = (
    ("group", "groups"),
    ("category", "categories"),
    ("life-event", "life_events"),
    ("service", "services"),
    ("policy", "policies"),
    ("department", "departments"),
    ("appeal", "appeals"),
    ("place", "places"),
)


def test_every_record_has_a_page_in_every_language(built, catalogue: Catalogue):
    for lang in catalogue.languages:
        view = catalogue.view(lang)
        for kind, attribute in _RECORDS:
            for id_ in getattr(view, attribute):
                assert f"{lang}/{address(kind, id_)}index.html" in built.pages


def test_there_are_as_many_place_pages_as_places_in_every_language(built, catalogue: Catalogue):
    found = [path for path in built.pages if re.fullmatch(r"[a-z]+/places/\d+/index\.html", path)]
    assert len(found) == len(catalogue.languages) * len(catalogue.view("zh").places)


def test_every_page_has_one_main_heading(built):
    assert {path: html.count("<h1") for path, html in built.pages.items() if html.count("<h1") != 1} == {}


def test_headings_do_not_skip_a_level(built):
    skipped = set()
    for path, html in built.pages.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
        if any(after > before + 1 for before, after in itertools.pairwise(levels)):
            skipped.add(path)
    assert skipped == set()


def test_every_page_says_its_language(built):
    tags = {"zh": "zh-Hans", "en": "en"}
    for path, html in built.in_languages().items():
        assert f'<html lang="{tags[path.split("/")[0]]}"' in html, path


def test_every_page_has_exactly_one_counterpart_in_each_language(built, catalogue: Catalogue):
    for path, html in built.in_languages().items():
        alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))
        assert set(alternates) == {"zh-Hans", "en", "x-default"}, path
        rest = path.split("/", 1)[1]
        assert built.target(path, alternates["zh-Hans"]) == f"zh/{rest}"
        assert built.target(path, alternates["en"]) == f"en/{rest}"
        assert alternates["x-default"] == alternates["zh-Hans"]
        assert f"zh/{rest}" in built.pages
        assert f"en/{rest}" in built.pages


def test_the_visible_language_switch_keeps_the_page(built):
    for path, html in built.in_languages().items():
        switch = re.search(r'<nav class="bar".*?href="([^"]+)" hreflang', html, re.DOTALL)
        lang, rest = path.split("/", 1)
        assert switch
        assert built.target(path, switch[1]) == f"{'en' if lang == 'zh' else 'zh'}/{rest}"


def test_no_link_or_anchor_is_dead(built):
    elsewhere = re.compile(r"(print|api|export|search|q)/")
    anchors = {path: built.ids(path) for path in built.pages}
    dead = set()
    for path in built.in_languages():
        for _, address_ in built.links(path):
            if re.match(r"(tel|https):", address_):
                continue
            target = built.target(path, address_)
            fragment = address_.partition("#")[2]
            if elsewhere.match(target):
                continue
            if target not in built.files or (fragment and target.endswith(".html") and fragment not in anchors[target]):
                dead.add((path, address_))
    assert dead == set()


def test_no_resource_comes_from_another_host(built):
    for path in built.pages:
        for element, address_ in built.links(path):
            if element in _RESOURCES:
                assert not re.match(r"[a-z]+:|//", address_), (path, address_)
    for path, data in built.files.items():
        if path.endswith(".css"):
            text = data.decode()
            assert not re.search(r"url\((?!['\"]?data:)", text), path
            assert "@import" not in text


def test_no_page_holds_inline_code_but_the_reader_s_look_and_the_first_screen_s(built):
    inline = re.compile(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|<[^>]*\son[a-z]+=|javascript:", re.IGNORECASE)
    ours = f"<script>{assets.LOOK}</script>", f"<style>{assets.FIRST_SCREEN}</style>"
    without = {path: html.replace(ours[0], "", 1).replace(ours[1], "", 1) for path, html in built.pages.items()}
    assert [path for path, html in without.items() if inline.search(html)] == []


def test_every_page_forbids_what_is_foreign(built):
    policy = f'<meta http-equiv="Content-Security-Policy" content="{escape(assets.CSP)}">'
    assert [path for path, html in built.pages.items() if policy not in html] == []


def test_materials_scripts_and_search_are_not_shipped(built):
    folder = assets.folder()
    ours = {folder + file.name for file in (Path(assets.__file__).parent / "static" / assets.SOURCE).iterdir()}
    assert {path for path in built.files if path.endswith((".js", ".map", ".json"))} <= ours
    assert {path for path in built.files if path.startswith("assets/") and "/stylesheets/" not in path} == ours
    assert len([path for path in built.files if path.startswith("assets/stylesheets/")]) == 1


def test_a_sample_says_so_on_every_page_and_is_not_indexed(built, catalogue: Catalogue):
    assert catalogue.view("zh").hub.sample
    for path, html in built.pages.items():
        assert 'class="sample"' in html, path
        assert '<meta name="robots" content="noindex">' in html, path


def test_the_day_of_the_build_is_on_no_page(built, catalogue: Catalogue):
    day = catalogue.as_of
    assert [p for p, html in built.pages.items() if f'content="{day.isoformat()}"' in html] == []
    assert not any("sitemap" in path for path in built.files)


def test_the_root_page_leads_to_both_languages_without_a_script(built):
    html = built.pages["index.html"]
    assert '<noscript><meta http-equiv="refresh" content="0; url=zh/"></noscript>' in html
    assert 'href="zh/"' in html
    assert 'href="en/"' in html


def test_a_service_page_leads_to_its_notice_and_its_data(built, catalogue: Catalogue):
    for lang in catalogue.languages:
        for id_ in catalogue.view(lang).services:
            path = f"{lang}/services/{id_}/index.html"
            targets = {built.target(path, address_) for _, address_ in built.links(path)}
            assert f"print/notice/{id_}.A4.{lang}.pdf" in targets
            assert f"api/v1/{lang}/services/{id_}.json" in targets


def test_every_link_to_a_sheet_leads_to_one_that_is_printed_and_each_of_them_has_one(built, catalogue: Catalogue):
    targets = {built.target(path, address_) for path in built.in_languages() for _, address_ in built.links(path)}
    linked = {target for target in targets if target.startswith("print/")}
    assert linked == {order.path for order in default_orders(catalogue)}


def test_every_link_to_a_table_leads_to_one_that_is_made(built, catalogue: Catalogue):
    targets = {built.target(path, address_) for path in built.in_languages() for _, address_ in built.links(path)}
    linked = {target for target in targets if target.startswith("export/")}
    assert linked
    assert linked <= {artifact.path for artifact in export.publish(catalogue)}


def test_everyday_words_serve_the_search_and_are_not_shown(built, catalogue: Catalogue):
    html = built.pages["zh/services/residence-permit-apply/index.html"]
    assert "居住证咋弄" in catalogue.view("zh").services["residence-permit-apply"].keywords
    assert "居住证咋弄" not in html


def test_whom_to_call_is_the_services_own_number_then_the_departments_but_no_emergency_number(catalogue):
    view = catalogue.view("zh")
    residence, wages = (view.services[id_] for id_ in ("residence-permit-apply", "wage-arrears-report"))
    assert phones(view, residence) == ("12345",)
    assert view.departments[residence.departments.lead].hotline == "110"
    assert phones(view, replace(residence, channels=())) == ("12345",)
    hotline = view.departments[wages.departments.lead].hotline
    assert phones(view, replace(wages, channels=())) == (hotline,)


def test_a_place_nobody_has_confirmed_says_so_and_whom_to_call(built, catalogue: Catalogue):
    place = next(place for place in catalogue.view("zh").places.values() if not place.confirmed_on)
    html = built.pages[f"zh/places/{place.code}/index.html"]
    assert "尚未核实" in html
    assert f'href="tel:{place.area_code}12345"' in html
