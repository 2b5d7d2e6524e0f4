"""Markdown with front matter: YAML between two ``---`` lines, then text."""

from . import yaml
from .parsed import Parsed
from .problems import markdown as problems

_FENCE = "---"


def parse(path: str, text: str) -> tuple[Parsed, str]:
    """The front matter, with positions also for ``("body", line)``, and the Markdown after it."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return Parsed(findings=[problems.no_front_matter(path)], whole=False), ""
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return Parsed(findings=[problems.open_front_matter(path)], whole=False), ""
    parsed = yaml.parse(path, "\n".join(lines[1:end]) + "\n", above=1)
    body = lines[end + 1 :]
    parsed.positions |= {("body", number): (end + 2 + number, 1) for number in range(len(body))}
    return parsed, "\n".join(body)
