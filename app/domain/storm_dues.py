"""What a storm asks of its owner today, or is good to know today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from app.domain.conclusions import look_back_due
from app.domain.open_time import open_day_of
from app.domain.shop import Shop
from app.domain.storms import RUNNING, Phase, Storm, phase_of

CARRIED_OUT_WITHIN = timedelta(days=7)


class Due(Enum):
    """In the order in which it presses. The last two only tell: they end by themselves."""

    CONCLUDE = "conclude"
    CARRY_OUT = "carry-out"
    LOOK_BACK = "look-back"
    CHOOSING_ENDS = "choosing-ends"
    GATHERING_ENDS = "gathering-ends"


@dataclass(frozen=True, slots=True)
class StormDue:
    """`due` is None of a storm that runs and asks for nothing today."""

    storm: Storm
    due: Due | None

    @property
    def asks(self) -> bool:
        """Whether the owner has to do something about it."""
        return self.due in {Due.CONCLUDE, Due.CARRY_OUT, Due.LOOK_BACK}


def storms_of_day(shop: Shop, storms: Sequence[Storm], now: datetime) -> list[StormDue]:
    """What presses first, then what runs."""
    found = [StormDue(storm, due_of(shop, storm, now)) for storm in storms]
    order = list(Due)
    shown = [each for each in found if each.due is not None or phase_of(each.storm, now) in RUNNING]
    return sorted(shown, key=lambda each: len(order) if each.due is None else order.index(each.due))


def due_of(shop: Shop, storm: Storm, now: datetime) -> Due | None:
    """A decision waits from closing on, its deed a week after it, the look back thirty days after that."""
    match phase_of(storm, now):
        case Phase.GATHERING if _ends_today(shop, storm.times.chooses_at, now):
            return Due.GATHERING_ENDS
        case Phase.CHOOSING if _ends_today(shop, storm.times.closes_at, now):
            return Due.CHOOSING_ENDS
        case Phase.CLOSED:
            return Due.CONCLUDE
        case Phase.CONCLUDED if _is_old(storm.concluded_at, now):
            return Due.CARRY_OUT
        case Phase.CARRIED_OUT if _is_to_look_back(shop, storm, now):
            return Due.LOOK_BACK
    return None


def _ends_today(shop: Shop, moment: datetime, now: datetime) -> bool:
    return open_day_of(shop, moment) == shop.local_date(now)


def _is_old(concluded_at: datetime | None, now: datetime) -> bool:
    return concluded_at is not None and now - concluded_at >= CARRIED_OUT_WITHIN


def _is_to_look_back(shop: Shop, storm: Storm, now: datetime) -> bool:
    return storm.carried_out_on is not None and look_back_due(storm.carried_out_on) <= shop.local_date(now)
