"""`teacup storm`: each step opens the shop, takes one step of a storm and says what came of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.conclusions import ProofPhoto
from app.domain.errors import InvalidInput
from app.domain.open_time import closing_after
from app.domain.shop import Shop
from app.domain.storm_times import CHOOSING_DAYS, GATHERING_DAYS, put_off
from app.domain.storms import Phase, Storm, Timetable, Ways
from app.domain.translation import mark
from app.listing import as_json
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.services.owner.concluding import ConclusionDraft, OutcomeDraft
from app.services.owner.storming import StormDraft
from app.storm_file_commands import export, take_in
from app.storm_listing import ballot_json, ballot_line, storm_line, storm_lines, storm_view_json
from app.storm_parts import head_json
from app.storm_when import StormWhen
from app.words import load_words

Said = TypeVar("Said")
_YEARS = range(2000, 2200)
_NO_END = mark("Please say by how many days, or until when.")
_FAR = mark("Please choose a day between the years 2000 and 2200.")
_DAYS_OR_END = mark("Please say either how many days more, or until when.")


def storm(arguments: argparse.Namespace) -> int:
    """Raises AppError with what went wrong."""
    if arguments.step in FILES:
        return FILES[arguments.step](arguments)
    with open_owners_shop(DataFolder.choose(arguments.data)) as shop:
        STEPS[arguments.step](shop, arguments)
    return 0


def new(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    wanted = StormDraft(
        question=arguments.question,
        about=arguments.about or "",
        times=_times(shop, arguments, datetime.now(UTC)),
        ways=arguments.ways or Ways.VOTES,
        top=arguments.top,
    )
    made = shop.owner.storms.draft(wanted)
    print(as_json(head_json(made, datetime.now(UTC))) if arguments.json else made.code)


def change(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    found = _found(shop, arguments)
    wanted = StormDraft(
        question=_or(arguments.question, found.question),
        about=_or(arguments.about, found.about),
        times=_times(shop, arguments, found.times.gathers_at) if _names_times(arguments) else found.times,
        ways=arguments.ways or found.ways,
        top=_or(arguments.top, found.top),
    )
    shop.owner.storms.change(found.id, wanted)
    print("Changed.")


def list_all(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    found, now = shop.owner.storms.all(), datetime.now(UTC)
    if arguments.json:
        counted = [{"public": line.public, "waiting": line.waiting} for line in found]
        told = [head_json(line.storm, now) | more for line, more in zip(found, counted, strict=True)]
        print(as_json(told))
    else:
        for line in found:
            print(storm_line(line, _when(shop, now)))


def show(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    found, now = _found(shop, arguments), datetime.now(UTC)
    view = shop.owner.storms.view(found.id)
    proposed = shop.owner.storms.proposal(found.id).chain if view.phase is Phase.CLOSED else ()
    if arguments.json:
        print(as_json(storm_view_json(view, now) | {"proposed": [str(idea.id) for idea in proposed]}))
    else:
        words = load_words("en", resource("translations"))
        print("\n".join(storm_lines(view, proposed, words, _when(shop, now))))


def announce(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    found = _found(shop, arguments)
    shop.owner.storms.announce(found.id)
    view = shop.owner.storms.view(found.id)
    print(f"Announced. {_when(shop, datetime.now(UTC)).next_step(view.storm, view.phase)}")


def drop(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    shop.owner.storms.drop(_found(shop, arguments).id)
    print("Thrown away.")


def extend(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    found = _found(shop, arguments)
    held = shop.owner.storms.extend(found.id, _later(shop, arguments, found))
    print(_when(shop, datetime.now(UTC)).extension(held))


def pick(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    found = _found(shop, arguments)
    shop.owner.storms.pick(found.id, _ids(shop, arguments.ideas), picked=not arguments.off)
    count = len(shop.owner.storms.view(found.id).shortlist)
    print(f"On the shortlist now: {count}.")


def ballots(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    """The new ones only, when some were to be made."""
    found, storms = _found(shop, arguments), shop.owner.storms
    if arguments.count is None:
        told = storms.ballots(found.id)
    else:
        told = storms.print_ballots(found.id, arguments.count)
    if arguments.json:
        print(as_json([ballot_json(ballot) for ballot in told]))
    else:
        for ballot in told:
            print(ballot_line(ballot))


def give(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    given = shop.owner.storms.give_ballot(arguments.ballot, shop.owner.by_code(arguments.idea).id)
    print(f"Ballot {given.number} is given.")


def conclude(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    said = ConclusionDraft(
        heard=arguments.heard,
        decided=arguments.decided,
        because=arguments.because,
        thanks=arguments.thanks,
        rests_on=tuple(_ids(shop, arguments.rests_on)),
        rests_on_none=arguments.rests_on_none,
    )
    shop.owner.storms.conclude(_found(shop, arguments).id, said)
    print("Concluded.")


def carry_out(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    done = OutcomeDraft(
        done_on=arguments.on or shop.owner.shop().local_date(datetime.now(UTC)),
        text=arguments.text,
        label=arguments.label,
        before=arguments.before,
        photo=_photo(arguments.photo),
    )
    shop.owner.storms.carry_out(_found(shop, arguments).id, done)
    print("Carried out.")


def look_back(shop: OwnersShop, arguments: argparse.Namespace) -> None:
    shop.owner.storms.look_back(_found(shop, arguments).id, arguments.text, arguments.after)
    print("Looked back.")


def _found(shop: OwnersShop, arguments: argparse.Namespace) -> Storm:
    return shop.owner.storms.by_code(arguments.code)


def _ids(shop: OwnersShop, codes: list[str]) -> list[UUID]:
    return [shop.owner.by_code(code).id for code in codes]


def _when(shop: OwnersShop, now: datetime) -> StormWhen:
    words = load_words("en", resource("translations"))
    return StormWhen(words=words, timezone=shop.owner.shop().timezone, now=now)


def _photo(file: str | None) -> ProofPhoto | None:
    if file is None:
        return None
    from app.photo_door import read_photo  # noqa: PLC0415 - every other command would wait for it

    taken = read_photo(Path(file))
    return ProofPhoto(content=taken.content, width=taken.width, height=taken.height)


def _names_times(arguments: argparse.Namespace) -> bool:
    named = ("start", "gathering_days", "choosing_days", "gathering_until", "choosing_until")
    return any(getattr(arguments, name) is not None for name in named)


def _times(shop: OwnersShop, arguments: argparse.Namespace, start: datetime) -> Timetable:
    """As proposed, but for the ends that were named."""
    about = shop.owner.shop()
    if arguments.start is not None:
        start = _moment(about, arguments.start)
    choosing_days = _or(arguments.choosing_days, CHOOSING_DAYS)
    times = shop.owner.storms.propose(start, _or(arguments.gathering_days, GATHERING_DAYS), choosing_days)
    if arguments.gathering_until is not None:
        chooses_at = _end(about, arguments.gathering_until)
        closes_at = closing_after(about, chooses_at, choosing_days) if choosing_days else chooses_at
        times = replace(times, chooses_at=chooses_at, closes_at=closes_at)
    if arguments.choosing_until is not None:
        times = replace(times, closes_at=_end(about, arguments.choosing_until))
    return times


def _later(shop: OwnersShop, arguments: argparse.Namespace, found: Storm) -> Timetable:
    """Raises InvalidInput when it is not said how much later, or said twice."""
    about, times = shop.owner.shop(), found.times
    named = (arguments.gathering_until, arguments.choosing_until)
    if arguments.days is not None:
        if named != (None, None):
            raise InvalidInput("days", _DAYS_OR_END)
        return put_off(about, times, arguments.days, datetime.now(UTC))
    if named == (None, None):
        raise InvalidInput("days", _NO_END)
    if arguments.gathering_until is not None:
        chooses_at = _end(about, arguments.gathering_until)
        times = replace(
            times, chooses_at=chooses_at, closes_at=times.closes_at if times.has_choosing else chooses_at
        )
    if arguments.choosing_until is not None:
        times = replace(times, closes_at=_end(about, arguments.choosing_until))
    return times


def _end(shop: Shop, until: date | datetime) -> datetime:
    """A day alone ends with its opening; one on which the shop stays closed with the next one."""
    at = _moment(shop, until)
    return at if isinstance(until, datetime) else closing_after(shop, at, 1)


def _moment(shop: Shop, told: date | datetime) -> datetime:
    """Raises InvalidInput for a day so far away that no calendar counts from it."""
    if told.year not in _YEARS:
        raise InvalidInput("start", _FAR)
    if isinstance(told, datetime):
        return told.replace(tzinfo=ZoneInfo(shop.timezone)).astimezone(UTC)
    return shop.midnight(told)


def _or(said: Said | None, kept: Said) -> Said:
    return kept if said is None else said


Step = Callable[[OwnersShop, argparse.Namespace], None]
STEPS: dict[str, Step] = {
    "new": new,
    "change": change,
    "list": list_all,
    "show": show,
    "announce": announce,
    "drop": drop,
    "extend": extend,
    "pick": pick,
    "ballots": ballots,
    "give": give,
    "conclude": conclude,
    "carry-out": carry_out,
    "look-back": look_back,
}
FILES = {"export": export, "import": take_in}
