"""Whether the desk starts when somebody logs in, as the settings ask and set it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Starting:
    """`set` raises AppError where the system has no such list."""

    is_on: Callable[[], bool]
    set: Callable[[bool], None]
