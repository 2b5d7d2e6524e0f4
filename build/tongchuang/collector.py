"""Python's collector of cycles, kept from what has none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Makes content without the collector: there are no cycles in it, and it would go through millions of values, here and
    ever after. All that is there at the end is left out of later collections too (``gc.freeze``)."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if on:
            gc.enable()
