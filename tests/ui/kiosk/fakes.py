"""What stands in for the kiosk's surroundings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.domain.errors import AppError
from ui.shared.background import Background

T = TypeVar("T")


class Ticking:
    """Seconds that pass only when a test lets them."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class SameThread(Background):
    """Does at once, on the asking thread, what is otherwise done in the background."""

    def __init__(self) -> None:
        pass

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[AppError], None] | None = None,
        on_bug: Callable[[], None] | None = None,  # noqa: ARG002 - bugs fail the test
    ) -> None:
        try:
            result = work()
        except AppError as error:
            if on_error is None:
                raise
            on_error(error)
        else:
            if on_done is not None:
                on_done(result)
