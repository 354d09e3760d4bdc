"""What a service needs of the database: somebody who runs a query or a verb on the stores.

A verb is a plain function of the stores; who runs it also begins, commits and retries.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

from app.storage.stores import Stores

T = TypeVar("T")


class Reads(Protocol):
    def read(self, query: Callable[[Stores], T]) -> T:
        """The answer of `query` on one consistent snapshot."""
        ...

    def stamp(self) -> Hashable:
        """Stays the same on this thread while nothing is stored, by whomever; far cheaper than a query."""
        ...


class Writes(Protocol):
    def write(self, verb: Callable[[Stores], T]) -> T:
        """Run `verb` in one transaction; returns after it is safely stored."""
        ...


class Seam(Reads, Writes, Protocol):
    """Both, one after the other, in the caller's thread: the desk and the commands."""

    def scrub(self) -> None:
        """Wipe what was erased from the files. Raises StorageProblem when others hold them too long."""
        ...


class AwaitsWrites(Protocol):
    async def write(self, verb: Callable[[Stores], T]) -> T:
        """As `Writes.write`, together with whatever else waits: the server."""
        ...
