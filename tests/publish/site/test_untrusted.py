"""Names that try to be HTML, in every place a name reaches."""

from dataclasses import replace

import pytest
from tongchuang.catalogue import resolve
from tongchuang.load import Document, Sources
from tongchuang.publish import site
from tongchuang.publish.site import assets

_HOSTILE = '</title><script>alert("x")</script>\'&'
_SHOWN = "&lt;/title&gt;&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;&#39;&amp;"
_FEW = ("441602", "441602001", "441602001001")


def _hostile(document: Document) -> Document:
    data = document.data
    if document.kind == "service":
        data = {**data, "name": _HOSTILE, "summary": _HOSTILE}
    elif document.kind == "division" and document.key == "heyuan":
        data = [{**row, "name": _HOSTILE} for row in data if row["code"] in _FEW]
    elif document.kind == "group" and document.lang is None:
        data = [{**group, "name": _HOSTILE, "summary": _HOSTILE} for group in data]
    elif document.kind == "hub":
        data = {**data, "name": _HOSTILE, "tagline": _HOSTILE}
    return replace(document, data=data)


@pytest.fixture(scope="module")
def hostile(sources, catalogue):
    documents = [_hostile(document) for document in sources.documents if document.kind != "place"]
    return {
        artifact.path: artifact.data.decode()
        for artifact in site.publish(resolve(Sources(tuple(documents)), catalogue.as_of))
        if artifact.path.endswith(".html")
    }


def test_a_name_is_never_markup(hostile):
    look = f"<script>{assets.LOOK}</script>"
    ours = {path: html.replace(look, "", 1).replace(_SHOWN, "") for path, html in hostile.items()}
    assert [path for path, html in ours.items() if "<script>" in html or "alert(" in html] == []


def test_a_title_is_escaped_in_the_frame_and_in_stamped_pages(hostile):
    assert f"<title>{_SHOWN} · {_SHOWN}</title>" in hostile["zh/services/residence-permit-apply/index.html"]
    assert f"<title>{_SHOWN}" in hostile["zh/places/441602/index.html"]
    assert f'content="{_SHOWN}"' in hostile["zh/services/residence-permit-apply/index.html"]
