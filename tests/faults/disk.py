"""A disk under the database that fails when told to: an SQLite VFS over the real one."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

import apsw

T = TypeVar("T")
REAL_DISK = apsw.vfs_names()[0]


class Call(Enum):
    WRITE = "write"
    SYNC = "sync"
    OPEN = "open"
    TRUNCATE = "truncate"


class Fault(Enum):
    """What the disk answers, by SQLite's numbers."""

    FULL = apsw.SQLITE_FULL
    WRITE_FAILED = apsw.SQLITE_IOERR_WRITE
    SYNC_FAILED = apsw.SQLITE_IOERR_FSYNC
    OPEN_FAILED = apsw.SQLITE_CANTOPEN
    TRUNCATE_FAILED = apsw.SQLITE_IOERR_TRUNCATE


USUAL = {
    Call.WRITE: Fault.WRITE_FAILED,
    Call.SYNC: Fault.SYNC_FAILED,
    Call.OPEN: Fault.OPEN_FAILED,
    Call.TRUNCATE: Fault.TRUNCATE_FAILED,
}


class FaultDisk(apsw.VFS):
    """Good until `fail` or `fill` is called; `heal` makes it good again. Close when done."""

    def __init__(self, name: str, *, makedefault: bool = False) -> None:
        self.name = name
        super().__init__(name=name, base=REAL_DISK, makedefault=makedefault)
        self._resting = False
        self._call: Call | None = None
        self.heal()

    def fail(self, call: Call, number: int, fault: Fault | None = None, *, lasting: bool = False) -> None:
        """Let the `number`-th call of this kind from now fail, or all from there on."""
        self._call, self._left = call, number
        self._fault, self._lasting = fault or USUAL[call], lasting
        self.failed = 0

    def heal(self) -> None:
        self._call = None
        self._left = 0
        self._fault, self._lasting = Fault.FULL, False
        self.failed = 0

    def rest(self, act: Callable[[], T]) -> T:
        """Do `act` on a good disk; its calls are not counted."""
        self._resting = True
        try:
            return act()
        finally:
            self._resting = False

    def meet(self, call: Call) -> None:
        if self._resting or call is not self._call:
            return
        self._left -= 1
        if self._left == 0 or (self._left < 0 and self._lasting):
            self.failed += 1
            raise apsw.exception_for(self._fault.value)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        self.meet(Call.OPEN)
        return FaultFile(self, name, flags)


class FaultFile(apsw.VFSFile):
    def __init__(self, disk: FaultDisk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        super().__init__(REAL_DISK, name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        self._disk.meet(Call.WRITE)
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self._disk.meet(Call.SYNC)
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        self._disk.meet(Call.TRUNCATE)
        super().xTruncate(newsize)


def until_it_holds(disk: FaultDisk, call: Call, attempt: Callable[[int], None], most: int = 200) -> int:
    """Run `attempt(n)` with the n-th call failing, for every n until none failed; how many did."""
    for number in range(1, most):
        disk.fail(call, number)
        attempt(number)
        failed = disk.failed
        disk.heal()
        if not failed:
            return number - 1
    raise AssertionError(f"still failing at the {most}-th {call.value}")
