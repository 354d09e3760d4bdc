"""What the world does to a shop's data: disks that fail or fill, programs that die, others that write too.

Each test has a short form for every run and a long one: `TEACUP_FAULT_ROUNDS=10` makes ten times the rounds.
"""

from __future__ import annotations

import os

ROUNDS_FACTOR = float(os.environ.get("TEACUP_FAULT_ROUNDS", "1"))


def rounds(ordinary: int) -> int:
    return max(1, round(ordinary * ROUNDS_FACTOR))
