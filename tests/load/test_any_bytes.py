"""No bytes at all make an exception: what is wrong is a finding."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tongchuang.load import Sources
from tongchuang.load.documents import parse
from tongchuang.load.walk import classify

PATHS = ("content/hub.yaml", "content/windows.yaml", "content/policies/law/zh.md", "content/network/heyuan.csv")
SIGNS = st.sampled_from([*"-:{}[]\"'&*!|>%@`#,?<~ \t\n\r\x00\ufeff\u202e甲a1", "---\n", "<<: ", "? ", "- "])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PATHS), st.one_of(st.binary(max_size=60), st.lists(SIGNS, max_size=40).map("".join)))
def test_any_bytes_give_a_document_or_a_finding(path: str, written: bytes | str) -> None:
    place = classify(path)
    assert place
    document, found = parse(place, written if isinstance(written, bytes) else written.encode("utf-8", "replace"))
    assert document is not None or any(finding.severity == "error" for finding in found)
    assert all(finding.path == path and finding.line >= 1 and finding.column >= 1 for finding in found)


def test_the_real_content_loads_without_a_finding(sources: Sources) -> None:
    assert sources.findings == ()
    assert all(document.position(()) >= (1, 1) for document in sources.documents)
