"""What ``check`` found, written for people and for the tools of pull requests. The folder is the registry.

A format is a module with ``written(report)``, which yields its text: ``text``, ``markdown``, ``json``, ``github``
(annotations) and ``gitlab`` (Code Quality).
"""

import pkgutil
from collections.abc import Callable
from importlib import import_module

from .report import Report

FORMATS = tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name not in ("report", "quoted")))


def written(report: Report, form: str) -> str:
    """The report in one of ``FORMATS``."""
    write: Callable[[Report], str] = import_module(f"{__name__}.{form}").written
    return write(report)
