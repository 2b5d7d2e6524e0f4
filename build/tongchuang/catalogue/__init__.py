"""The resolved catalogue: inheritance, dates and languages settled, and nothing left that can fail."""

from .catalogue import Catalogue, resolve, sample
from .view import View

__all__ = ["Catalogue", "View", "resolve", "sample"]
