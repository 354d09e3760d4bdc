from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from app.kiosk.courier import Courier
from app.kiosk.courier_loop import CourierLoop
from app.kiosk.worker import Worker

PATIENCE = 10
AN_HOUR = 3600.0


class FakeCourier:
    """Counts its rounds, and rests for an hour after each."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.rounds = 0
        self.is_closed = False
        self.never_ends = False

    async def round(self) -> float:
        self.rounds += 1
        self.begun.release()
        if self.never_ends:
            await asyncio.Event().wait()
        return AN_HOUR

    def check(self) -> None: ...

    async def close(self) -> None:
        self.is_closed = True

    def wait_for_a_round(self) -> None:
        assert self.begun.acquire(timeout=PATIENCE)


@pytest.fixture
def courier() -> FakeCourier:
    return FakeCourier()


@pytest.fixture
def worker(courier: FakeCourier) -> Iterator[Worker]:
    made = Worker(lambda: CourierLoop(cast("Courier", courier)))
    yield made
    made.stop()


def is_running() -> bool:
    return any(thread.name == "kiosk-courier" for thread in threading.enumerate())


def test_whoever_gives_something_is_not_kept_waiting_for_the_rest(
    worker: Worker, courier: FakeCourier
) -> None:
    worker.start()
    for _ in range(3):
        courier.wait_for_a_round()
        worker.wake()

    courier.wait_for_a_round()
    assert courier.rounds == 4


def test_stopping_ends_a_rest_and_closes_the_line(worker: Worker, courier: FakeCourier) -> None:
    worker.start()
    courier.wait_for_a_round()

    worker.stop()

    assert not is_running()
    assert courier.is_closed


def test_stopping_does_not_wait_for_a_server_that_does_not_answer(
    worker: Worker, courier: FakeCourier
) -> None:
    courier.never_ends = True
    worker.start()
    courier.wait_for_a_round()

    worker.stop()

    assert not is_running()
    assert courier.is_closed


def test_stopping_while_the_thread_still_imports_is_heeded(courier: FakeCourier) -> None:
    is_making, may_go_on = threading.Event(), threading.Event()

    def make() -> CourierLoop:
        is_making.set()
        assert may_go_on.wait(PATIENCE)
        return CourierLoop(cast("Courier", courier))

    worker = Worker(make)
    worker.start()
    assert is_making.wait(PATIENCE)
    stopping = threading.Thread(target=worker.stop)
    stopping.start()
    may_go_on.set()
    stopping.join(PATIENCE)

    assert not is_running()


@pytest.mark.parametrize("call", [Worker.wake, Worker.stop])
def test_a_worker_that_was_not_started_or_has_ended_hears_everything(
    worker: Worker, courier: FakeCourier, call: Callable[[Worker], None]
) -> None:
    call(Worker(lambda: CourierLoop(cast("Courier", courier))))
    worker.start()
    courier.wait_for_a_round()
    worker.stop()

    call(worker)
    call(worker)

    assert courier.rounds == 1


def test_being_woken_and_stopped_at_once_is_being_stopped() -> None:
    class WokenAndStopped(FakeCourier):
        async def round(self) -> float:
            for call in (loop.wake, loop.stop):
                asyncio.get_running_loop().call_soon(call)
            return await super().round()

    loop = CourierLoop(cast("Courier", WokenAndStopped()))
    running = threading.Thread(target=loop.run, daemon=True)
    running.start()

    running.join(PATIENCE)

    assert not running.is_alive()
