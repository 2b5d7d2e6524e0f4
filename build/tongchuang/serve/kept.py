"""What is kept in memory of the answers that were sent, so that the same one need not be made twice."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from .answers import Answer

# Bytes that an answer takes up beside its body.
_HEAD = 1024


class Kept:
    """At most ``most`` bytes; what was asked for longest ago is given up first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bytes = 0
        self._held: OrderedDict[Hashable, Answer] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer under ``key``, made if it isn't there; whatever ``make`` raises passes through."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        made = make()
        self._held[key] = made
        self._bytes += _HEAD + len(made[2])
        while self._bytes > self._most:
            self._bytes -= _HEAD + len(self._held.popitem(last=False)[1][2])
        return made
