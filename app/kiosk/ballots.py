"""Which visitor said "me too" to what: in memory only, and only of the last few visits."""

from __future__ import annotations

import threading
from collections import OrderedDict
from uuid import UUID

VISITORS_KEPT = 8


class Ballots:
    """Usable from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._given: OrderedDict[str, frozenset[UUID]] = OrderedDict()

    def of(self, visitor: str) -> frozenset[UUID]:
        return self._given.get(visitor, frozenset())

    def set(self, visitor: str, idea_id: UUID, *, given: bool) -> None:
        with self._lock:
            before = self._given.pop(visitor, frozenset())
            self._given[visitor] = before | {idea_id} if given else before - {idea_id}
            while len(self._given) > VISITORS_KEPT:
                self._given.popitem(last=False)
