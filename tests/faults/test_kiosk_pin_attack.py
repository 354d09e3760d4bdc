"""Somebody has a whole day alone with the kiosk's PIN, kills the kiosk and sets its clock as he likes."""

from __future__ import annotations

import random
import time
from functools import partial
from pathlib import Path

from app.kiosk.guard import FREE_TRIES, MOST_TRIES_A_DAY
from tests.faults import rounds
from tests.faults.nursery import Nursery
from tests.faults.screen import wait_until
from tests.faults.tasks import BEGAN, LOOKED_AT

DAY_MILLISECONDS = 24 * 60 * 60_000
TRIES_A_VISIT = 4
# Five for nothing, eight while the wait grows from a minute to four hours, and one each four hours after that.
MOST_BY_DOUBLING = 5 + 8 + 5


def count(notes: Path, line: str) -> int:
    return notes.read_text().splitlines().count(line) if notes.exists() else 0


def has_begun(notes: Path, times: int) -> bool:
    return count(notes, BEGAN) >= times


def test_who_kills_the_kiosk_all_day_long_tries_no_more_than_sixty_pins(
    nursery: Nursery, tmp_path: Path
) -> None:
    folder, notes, chance = tmp_path / "kiosk", tmp_path / "tries", random.Random()
    visits = rounds(50)
    for visit in range(visits):
        now = str(visit * DAY_MILLISECONDS // visits)
        clock = str(chance.randrange(4_000_000_000))
        child = nursery.start("try_pins", str(folder), str(notes), now, clock, str(TRIES_A_VISIT))
        wait_until(partial(has_begun, notes, visit + 1), pause=0.005)
        time.sleep(chance.uniform(0, 0.03))
        nursery.kill(child)

    assert FREE_TRIES < count(notes, LOOKED_AT) <= MOST_BY_DOUBLING < MOST_TRIES_A_DAY
