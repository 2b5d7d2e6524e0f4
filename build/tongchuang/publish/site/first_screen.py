"""The part of the style sheet that stands within a service's page, so that its first screen waits for no other file."""

import re

# What the frame and the first screen are made of (a test compares that screen with and without the whole sheet).
_CLASSES = frozenset(
    (
        "bar",
        "brand",
        "call",
        "calls",
        "facts",
        "foot",
        "glance",
        "head",
        "head-search",
        "icon",
        "lead",
        "looks",
        "more",
        "notice",
        "sample",
        "skip",
        "tool",
        "tools",
        "trail",
        "unseen",
        "way",
    )
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{((?:[^{}]|\{[^{}]*\})*)\}")
_NEXT_SELECTOR = re.compile(r",(?![^()]*\))")
_NAME = re.compile(r"[.#]([\w-]+)")


def first_screen(css: str) -> str:
    """The rules of a sheet for screens that name no classes but those, in their order."""
    return "".join(_rules(_COMMENT.sub("", css)))


def _rules(css: str) -> list[str]:
    kept = []
    for head, body in _RULE.findall(css):
        if head.lstrip().startswith("@"):
            inner = "" if "print" in head else "".join(_rules(body))
        else:
            head = ",".join(one for one in _NEXT_SELECTOR.split(head) if _CLASSES.issuperset(_NAME.findall(one)))
            inner = body
        if head and inner:
            kept.append(" ".join(f"{head}{{{inner}}}".split()))
    return kept
