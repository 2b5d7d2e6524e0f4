"""How documents divide the services, and which of our categories each part matches."""

from tongchuang.catalogue import Catalogue


def test_every_source_document_divides_the_services_its_own_way(catalogue: Catalogue) -> None:
    schemes = catalogue.view("zh").schemes.values()
    assert [(scheme.policy, len(scheme.parts)) for scheme in schemes] == [
        ("shandong-2012", 10),
        ("hunan-2020", 13),
        ("hunan-2020", 4),
        ("ningbo-2011", 6),
        ("jilin-city-2015", 5),
        ("heyuan-2011", 6),
    ]


def test_parts_that_are_appeals_or_windows_match_the_categories_that_lead_to_them(catalogue: Catalogue) -> None:
    view = catalogue.view("en")
    appeals = {part.id: part for part in view.schemes["hunan-thirteen"].parts}
    assert appeals["appeal-housing"].name == view.appeals["appeal-housing"].name
    assert appeals["appeal-housing"].categories == ("housing",)
    windows = {part.id: part.categories for part in view.schemes["heyuan-windows"].parts}
    assert windows["win-retirees"] == ("social-insurance",)
    assert "other" not in windows


def test_every_category_is_found_in_some_division(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    found = {id_ for scheme in view.schemes.values() for part in scheme.parts for id_ in part.categories}
    assert found == set(view.categories)
