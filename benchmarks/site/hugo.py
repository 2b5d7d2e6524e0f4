"""The pages of places as a project of Debian's Hugo (the package ``hugo``), with the same HTML."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import escape
from tongchuang.model.place import Place
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.places import alone
from tongchuang.publish.site.stamp import _BODY, _CODE, _DESCRIPTION, _TITLE
from tongchuang.publish.words import words

_LAYOUT = (Path(__file__).parent / "place.html").read_text(encoding="utf-8")
_LISTED = (
    "{{ range index $.Site.Data.offered.lists (int .Params.offered) }}<h3>{{ .name }}</h3>"
    '<ul class="rows">{{ range .services }}<li><a class="row" href="[[home]]{{ .address }}"><strong>{{ .name }}</strong>'
    "</a></li>{{ end }}</ul>{{ end }}"
)
_CONFIG = {
    "baseURL": "https://example.org/",
    "disableKinds": ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
}


def write(folder: Path, drawing: Drawing, shell: str, *, cached: bool) -> int:
    """A project of one language: a content file with its data for each place; returns how many.

    ``shell`` is the frame that MkDocs drew. With ``cached`` the list of services is a partial that Hugo keeps, else
    it is drawn for each place.
    """
    layouts, content, data = folder / "layouts", folder / "content" / "places", folder / "data"
    for made in (layouts / "_default", layouts / "partials", content, data):
        made.mkdir(parents=True)
    blanks = {_CODE: "{{ .Params.code }}", _TITLE: "{{ .Params.name }}", _DESCRIPTION: "{{ .Params.description }}"}
    offered = '{{ partialCached "offered.html" . (int .Params.offered) }}' if cached else _LISTED
    layout = shell.replace(_BODY, _LAYOUT.replace("[[offered]]", offered))
    for blank, field in blanks.items():
        layout = layout.replace(blank, field)
    (layouts / "_default" / "single.html").write_text(_worded(layout, drawing), encoding="utf-8")
    (layouts / "partials" / "offered.html").write_text(_worded(_LISTED, drawing), encoding="utf-8")
    (folder / "config.json").write_text(json.dumps(_CONFIG), encoding="utf-8")
    lists: list[list[dict[str, Any]]] = []
    places = drawing.view.places.values()
    for place in places:
        fields = _data(drawing, place, lists)
        (content / f"{place.code}.md").write_text(json.dumps(fields, ensure_ascii=False), encoding="utf-8")
    (data / "offered.json").write_text(json.dumps({"lists": lists}, ensure_ascii=False), encoding="utf-8")
    return len(places)


def _worded(layout: str, drawing: Drawing) -> str:
    w, lang = words(drawing.view.lang), drawing.view.lang
    fixed = {"root": "../../../", "home": f"../../../{lang}/", "assets": f"../../../{drawing.assets}"}
    values = {"site.sheets.of": {"name": "{{ .name }}"}, "site.place.asked.profile": {"region": "{{ .region }}"}}

    def worded(found: re.Match[str]) -> str:
        key = found[1]
        return fixed[key] if key in fixed else str(escape(w(key, **values.get(key, {}))))

    return re.sub(r"\[\[([a-z_.]+)\]\]", worded, layout)


def _data(drawing: Drawing, place: Place, lists: list[list[dict[str, Any]]]) -> Mapping[str, Any]:
    view, w, page = drawing.view, words(drawing.view.lang), alone(drawing.view, place)
    given = page.context

    def text(value: str) -> str:
        if escape(drawing.text(value)) != escape(value):
            raise ValueError(f"not plain in {view.lang}: {value}")
        return value

    offered = [
        {
            "name": text(category.name),
            "services": [
                {
                    "address": f"services/{service.id}/{f'{service.region}/' if service.region else ''}",
                    "name": text(service.name),
                }
                for service in given["services"]
                if service.category == category.id
            ],
        }
        for category in view.categories.values()
        if category.id in {service.category for service in given["services"]}
    ]
    if offered not in lists:
        lists.append(offered)
    return {
        "name": text(place.name),
        "code": place.code,
        "description": page.description,
        "trail": [{"address": crumb.address, "label": text(crumb.label)} for crumb in page.trail],
        "chain": place.region.chain,
        "places": [above.code for above in given["up"]],
        "names": [above.name for above in given["up"]],
        "source": text(
            w("site.region.source", source=given["network"].source, date=w.date(given["network"].source_date))
        ),
        "calls": [{"number": line.number, "local": line.area_code} for line in given["calls"]],
        "area": place.area_code,
        "level": w(f"level.{place.level}"),
        "tier": w(f"tier.{place.region.tier}"),
        "offered": lists.index(offered),
        "windows": [{"id": window.id, "name": text(window.name)} for window in given["windows"]],
        "points": [
            {
                "id": point.id,
                "name": text(point.name),
                "kind": w(f"site.points.kind.{point.kind}"),
                "directions": text(point.directions) if point.directions else "",
            }
            for point in given["points"]
        ],
        "unlisted": [
            w(f"site.points.kind.{kind}")
            for kind in view.nearby
            if kind not in {point.kind for point in given["points"]}
        ],
        "sheets": [
            {"name": text(name), "files": [{"label": file.label, "path": file.path} for file in files]}
            for name, files in drawing.printed.of("place", place.code).items()
        ],
        "parent": given["parent"] and {"code": given["parent"].code, "name": text(given["parent"].name)},
        "children": [{"code": child.code, "short": text(child.region.short)} for child in given["children"]],
        "profile": given["asked"]
        and {"id": given["profile"].id, "region": text(view.regions[given["profile"].region].short)},
    }
