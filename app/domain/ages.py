"""How old something is, as people count it: in the largest unit of which it has two, and in whole ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Unit(IntEnum):
    """Each with its days; months and years as babel counts them."""

    DAY = 1
    WEEK = 7
    MONTH = 30
    YEAR = 365


@dataclass(frozen=True, slots=True)
class Age:
    unit: Unit
    count: int

    @classmethod
    def of(cls, days: int) -> Age:
        unit = next((unit for unit in reversed(Unit) if days >= 2 * unit), Unit.DAY)
        return cls(unit, days // unit)
