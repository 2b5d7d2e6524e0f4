"""The square that a phone scans to check a sheet."""

import io

import segno
from markupsafe import Markup


def address(base_url: str, sheet_id: str, edition: str) -> str:
    """Where the QR of a sheet leads."""
    return f"{base_url}/q/{sheet_id}/?e={edition}"


def svg(url: str) -> Markup:
    """The QR of ``url`` as an inline SVG that fills its box, with the four modules of quiet zone."""
    code = segno.make(url, error="m", micro=False)
    out = io.BytesIO()
    code.save(out, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True, title=url, nl=False)
    # The markup is segno's own; it escapes the address in the title.
    return Markup(out.getvalue().decode())  # noqa: S704
