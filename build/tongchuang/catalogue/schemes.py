"""Schemes whose parts are records that the catalogue has anyway."""

from collections.abc import Mapping
from dataclasses import replace

from ..model.taxonomy import Part, Scheme
from .view import View


def filled(view: View) -> Mapping[str, Scheme]:
    """The schemes of a view, those divided by appeals or windows with their parts."""
    parts = {"appeals": _appeals(view), "windows": _windows(view)}
    return {
        id_: replace(scheme, parts=parts[scheme.parts_from]) if scheme.parts_from else scheme
        for id_, scheme in view.schemes.items()
    }


def _appeals(view: View) -> tuple[Part, ...]:
    """The kinds of appeal, with the categories that name them."""
    return tuple(
        Part(appeal.id, appeal.name, tuple(id_ for id_, c in view.categories.items() if appeal.id in c.appeals))
        for appeal in view.appeals.values()
        if not appeal.withdrawn
    )


def _windows(view: View) -> tuple[Part, ...]:
    """The basic windows, with the categories of their services."""
    current = [service for service in view.services.values() if not service.withdrawn]
    return tuple(
        Part(window.id, window.name, tuple(dict.fromkeys(s.category for s in current if s.window == window.id)))
        for window in view.windows.values()
        if window.basic and not window.withdrawn
    )
