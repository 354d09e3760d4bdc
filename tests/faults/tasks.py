"""What killed children were doing. Each runs in a fork of its own; results go to files, which survive a kill."""

from __future__ import annotations

import asyncio
import os
import resource
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from app.domain.clock import SystemClock
from app.domain.errors import AppError
from app.domain.ideas import Idea
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.kiosks import PinHash, hash_pin
from app.kiosk import courier_loop
from app.kiosk.core import KioskCore
from app.kiosk.file import KioskFile
from app.kiosk.guard import PinGuard
from app.kiosk.outbox import Draft
from app.kiosk.ticks import Tick
from app.paths import DataFolder
from app.storage.backup import backup, restore
from app.storage.database import Database
from app.storage.stores import Stores
from app.storage.writer import Writer
from tests.making import SetClock
from tests.shop import make_idea

WRITERS_CLIENTS = 16
PIN = hash_pin("4711", iterations=1)
BEGAN, LOOKED_AT = "began", "looked at"
# Imported before the forks: a kiosk among the children begins to deliver at once.
PRELOADED = (courier_loop,)


def submit_for_ever(folder: str, acknowledged: str) -> None:
    """Submit through the writer without end; note each id once it is acknowledged."""
    database = Database.open(DataFolder(Path(folder)), clock=SystemClock())
    notes = os.open(acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def client(writer: Writer) -> None:
        while True:
            idea = make_idea("More muffins for all", at=datetime.now(UTC))

            def verb(stores: Stores, idea: Idea = idea) -> None:
                stores.ideas.add(idea)
                stores.votes.set(idea.id, "own", True, idea.created_at)
                stores.journal.append(actor=Actor.CUSTOMER, verb="submit", subject=idea.id, board=True)

            await writer.write(verb)
            os.write(notes, f"{idea.id.hex}\n".encode())

    async def run() -> None:
        writer = Writer(database)
        writer.start()
        await asyncio.gather(*(client(writer) for _ in range(WRITERS_CLIENTS)))

    with suppress(AppError):  # the disk may go before the child does
        asyncio.run(run())


def back_up_for_ever(folder: str) -> None:
    data = DataFolder(Path(folder))
    database = Database.open(data, clock=SystemClock())
    while True:
        backup(database, data, datetime.now(UTC))


def restore_for_ever(folder: str, one: str, other: str) -> None:
    while True:
        for file in (one, other):
            restore(DataFolder(Path(folder)), Path(file), clock=SystemClock())


def open_with(folder: str, migrations: str) -> None:
    Database.open(DataFolder(Path(folder)), clock=SystemClock(), migrations=Path(migrations)).close()


def open_as_nobody(folder: str, said: str) -> int:
    """Open the folder as a user who may only read it."""
    notes = os.open(said, os.O_WRONLY | os.O_CREAT)
    if os.geteuid() == 0:  # to whom every folder can be written
        os.setgid(65534)
        os.setuid(65534)
    return _open_and_say(folder, lambda text: os.write(notes, text.encode()))


def open_with_small_files(folder: str, said: str) -> int:
    """Open where the shared memory cannot grow, which is what a network drive comes to."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_000, 16_000))
    return _open_and_say(folder, lambda text: Path(said).write_text(text))


def write_until_files_are_too_large(folder: str, limit: str, acknowledged: str) -> int:
    """Submit while files may not grow beyond `limit` bytes, then without that limit once more."""
    database = Database.open(DataFolder(Path(folder)), clock=SystemClock())
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    notes = os.open(acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    asyncio.run(_submit_until_refused(database, notes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    id = new_id(datetime.now(UTC))
    database.write(
        lambda stores: stores.journal.append(actor=Actor.SYSTEM, verb="room", subject=id, board=False)
    )
    database.close()
    return 0


async def _submit_until_refused(database: Database, notes: int) -> None:
    writer = Writer(database)
    writer.start()
    refused = 0
    while refused < 3:
        ideas = [make_idea("word " * 80, at=datetime.now(UTC)) for _ in range(8)]
        results = await asyncio.gather(
            *(writer.write(_adding(idea)) for idea in ideas), return_exceptions=True
        )
        for idea, result in zip(ideas, results, strict=True):
            if result is True:
                os.write(notes, f"{idea.id.hex}\n".encode())
        refused += any(isinstance(result, AppError) for result in results)
    writer.stop()


def pin_for_ever(folder: str, accepted: str) -> None:
    """Be a kiosk at which somebody pins idea after idea, its courier going; note each once it is accepted."""
    core = KioskCore.open(Path(folder), clock=SystemClock())
    notes = os.open(accepted, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    core.start(lambda _: None)
    for number in count():
        text = f"Idea {os.getpid()} {number} {secrets.token_hex(4)}"
        core.pin(Draft(text=text))
        os.write(notes, f"{text}\n".encode())


def try_pins(folder: str, tried: str, milliseconds: str, clock: str, times: str) -> None:
    """Try a wrong PIN again and again, so long after the machine's start, whatever its clock says; note each
    try that is looked at."""
    notes = os.open(tried, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def look_at(_text: str, _pin: PinHash) -> bool:
        os.write(notes, f"{LOOKED_AT}\n".encode())
        return False

    moment = datetime.fromtimestamp(int(clock), UTC)
    file = KioskFile.open(Path(folder), clock=SetClock(moment))
    guard = PinGuard(file, ticks=lambda: Tick("boot", int(milliseconds)), pin=lambda: PIN, matches=look_at)
    os.write(notes, f"{BEGAN}\n".encode())
    for _ in range(int(times)):
        guard.try_pin("0000")


def _adding(idea: Idea) -> Callable[[Stores], bool]:
    return lambda stores: stores.ideas.add(idea)


def _open_and_say(folder: str, say: Callable[[str], object]) -> int:
    try:
        Database.open(DataFolder(Path(folder)), clock=SystemClock()).close()
    except AppError as error:
        say(f"{type(error).__name__}: {error}")
        return 3
    return 0
