"""CSV from a spreadsheet (RFC 4180): a header, then rows of as many cells."""

import csv
import io

from .parsed import Parsed
from .problems import table as problems


def parse(path: str, text: str) -> Parsed:
    """Rows as dicts by the header's names; a row's pointer is ``(index,)``. Empty lines are skipped."""
    parsed = Parsed(data=[])
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        header = [name.strip() for name in next(rows, []) or [""]]
        if len(header) == 1 and (sign := next((sign for sign in "\t;；，|" if sign in header[0]), None)):
            return Parsed(findings=[problems.separator(path, sign)], whole=False)
        wrong = next((name for name in header if not name or header.count(name) > 1), None)
        if wrong is not None:
            return Parsed(findings=[problems.bad_header(path, wrong)], whole=False)
        start = rows.line_num + 1
        for row in rows:
            if row and len(row) != len(header):
                parsed.findings.append(problems.ragged(path, (start, 1), len(row), len(header)))
            elif row:
                parsed.positions[(len(parsed.data),)] = (start, 1)
                parsed.data.append(dict(zip(header, row, strict=True)))
            start = rows.line_num + 1
    except csv.Error:
        parsed.findings.append(problems.bad_quoting(path, (start, 1)))
        parsed.whole = False
    return parsed
