"""However the content was spoilt, before or after, comparing ends with findings."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tongchuang.check import check

from .test_any_content import AS_OF, CHANGE, NUMBER, small, with_spoilt


@settings(max_examples=25, deadline=None)
@given(file=NUMBER, changes=st.lists(CHANGE, min_size=1, max_size=3))
def test_no_change_makes_an_exception_on_either_side(file: int, changes: list[tuple[int, int, str, str]]) -> None:
    changed, sources = with_spoilt(file, changes), small()[1]
    for after, before in ((changed, sources), (sources, changed)):
        assert all(finding.line >= 1 and finding.column >= 1 for finding in check(after, AS_OF, before))
