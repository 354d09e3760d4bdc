"""What sheets of several things say, with sane defaults."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from app.domain.gathered import OnPaper, StormTold, Told, Week, Year, YouSaid
from app.domain.ideas import Status
from app.domain.storms import Phase
from tests.ui.paper.storm_samples import BASE, make_storm

NAMES = UUID(int=7)


def on_paper(**changes: Any) -> OnPaper:
    values: dict[str, Any] = {
        "shop_name": "Linden Street Bakery",
        "shop_colour": "#8F3A1B",
        "language": "en",
        "timezone": "Europe/Berlin",
        "address": BASE,
        "printed_on": date(2026, 11, 27),
        "number": 140,
    }
    return OnPaper(**(values | changes))


def told(
    text: str = "A water bowl outside for the dogs.", status: Status = Status.DONE, **changes: Any
) -> Told:
    is_new = status is Status.NEW
    values: dict[str, Any] = {
        "idea_id": uuid5(NAMES, text),
        "response_id": None if is_new else uuid5(NAMES, f"{text} answered"),
        "text": text,
        "name": "Jo",
        "others": 28,
        "status": status,
        "answer": "" if is_new else "It stands by the bench since Monday.",
        "answered_on": None if is_new else date(2026, 11, 24),
    }
    return Told(**(values | changes))


def four() -> tuple[Told, ...]:
    """Those that everybody knows from the pictures."""
    return (
        told(
            "Sell yesterday’s bread for half the price, in a basket by the door.",
            name="Sam",
            others=52,
            answer="The basket stands there since 3 November: 214 loaves so far.",
            done_on=date(2026, 11, 3),
        ),
        told("هل يمكن كتابة قائمة الأسعار بحروف أكبر؟", name="ليلى", others=29, answer="The new list hangs."),
        told(
            "Could you open at half past six?",
            Status.TRIAL,
            name="Amina",
            others=41,
            answer="From 1 December, Monday to Friday.",
            until=date(2026, 12, 24),
        ),
        told(
            "Less plastic round the cakes.",
            Status.DECLINED,
            name="Nils",
            others=18,
            answer="The cream would not last the way home.",
            reason="No box of paper keeps it.",
            change_mind="A better box.",
        ),
    )


def you_said(*answers: Told, **changes: Any) -> YouSaid:
    return YouSaid(on=on_paper(**changes), answers=answers or four(), take_down_on=date(2026, 12, 15))


def storm_told(question: str = "What music on Friday nights?", **changes: Any) -> StormTold:
    values: dict[str, Any] = {
        "storm": make_storm(id=uuid5(NAMES, question), question=question),
        "phase": Phase.GATHERING,
    }
    return StormTold(**(values | changes))


def concluded(question: str = "What music on Friday nights?", **changes: Any) -> StormTold:
    values: dict[str, Any] = {
        "phase": Phase.CARRIED_OUT,
        "heard": "Most of you want music that leaves room to talk.",
        "decided": "Every first Friday a guitarist plays.",
        "because": "It ends early.",
        "names": ("Ben", "Ingrid"),
        "guests": 1,
        "outcome": "Tomás played, and forty of you came.",
        "done_on": date(2026, 12, 4),
    }
    return storm_told(question, **(values | changes))


def new(text: str, **changes: Any) -> Told:
    return told(text, Status.NEW, **changes)


def week(**changes: Any) -> Week:
    values: dict[str, Any] = {
        "on": on_paper(number=141),
        "first": date(2026, 11, 23),
        "new": tuple(map(new, ("A hook for bags", "Half loaves!", "Warm soup at noon"))),
        "new_count": 5,
        "answered": four()[:2],
        "answered_count": 2,
        "storms": (storm_told(),),
        "wanted": (new("A bench in the sun", others=54),),
    }
    return Week(**(values | changes))


def year(count: int = 4, **changes: Any) -> Year:
    """So many answers, from January to December, or those that are `told`."""
    several = four()
    if "told" in changes:
        changes["answers"] = changes.pop("told")
    values: dict[str, Any] = {
        "on": on_paper(number=None),
        "year": 2026,
        "came": 214,
        "answers": tuple(
            told(
                f"{number}. {several[number % 4].text}",
                several[number % 4].status,
                answered_on=date(2026, 1 + number * 12 // count, 3),
                reason=several[number % 4].reason,
                until=several[number % 4].until,
            )
            for number in range(count)
        ),
        "storms": (concluded(),),
        "names": ("Amina", "Jo", "Nils", "ليلى"),
    }
    return Year(**(values | changes))
