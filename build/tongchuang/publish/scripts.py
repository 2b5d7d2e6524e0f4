"""Browser scripts as they are published."""

import re

# Types, comments and indentation are for whoever changes the scripts; a third of their bytes, which phones need not
# load. No string in the scripts runs over two lines.
_UNREAD = re.compile(r"/\*\*(?:.|\n)*?\*/[ ]*\n?|^[ ]*//.*\n|^[ ]+", re.MULTILINE)


def without_comments(script: str) -> str:
    """A script without what browsers don't read: comments on lines of their own, types and indentation."""
    return _UNREAD.sub("", script)
