"""What sheets of several things tell: composed from what hangs on the board, and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from app.domain.errors import Conflict
from app.domain.gathered import (
    DAYS_IN_WEEK,
    OnPaper,
    StormTold,
    Told,
    Week,
    Year,
    YouSaid,
    week_of,
)
from app.domain.ideas import Idea, Status
from app.domain.notices import HANGS_DAYS
from app.domain.shop import Shop
from app.domain.storm_views import StormView
from app.domain.text import clean_line
from app.domain.translation import mark
from app.services.customer import browsing, storming
from app.services.owner import logos
from app.storage.stores import Stores

# How many of each kind the week's board is given; how many it shows is for its paper to say.
MOST_OF_A_WEEK = 12
MOST_WANTED = 5
_NOTHING_ANSWERED = mark("There is no public answer to print yet.")
_NOT_ON_THE_BOARD = mark("Only what hangs on the board is printed. Please put the idea up first.")


def you_said(stores: Stores, ids: Sequence[UUID], *, address: str, now: datetime) -> YouSaid:
    found = [browsing.on_the_wall(stores, id) for id in ids]
    if any(idea is None for idea in found):
        raise Conflict(_NOT_ON_THE_BOARD)
    ideas = list({idea.id: idea for idea in found if idea is not None}.values())
    if not ideas or any(idea.response is None for idea in ideas):
        raise Conflict(_NOTHING_ANSWERED)
    shop = stores.shops.get()
    today = shop.local_date(now)
    return YouSaid(
        on=_on_paper(stores, address, now),
        answers=tuple(_told(shop, idea) for idea in ideas),
        take_down_on=_take_down_day(ideas, today),
    )


def week(stores: Stores, day: date | None, *, address: str, now: datetime) -> Week:
    shop = stores.shops.get()
    first = week_of(day or shop.local_date(now))
    start, end = shop.midnight(first), shop.midnight(first + timedelta(days=DAYS_IN_WEEK))
    new, new_count = stores.gathered.came(start, end, MOST_OF_A_WEEK)
    told = stores.gathered.answered(start, end)[::-1]
    is_now = start <= now < end
    running = storming.running(stores, now) if is_now else []
    wanted = stores.insights.most_voted(MOST_WANTED) if is_now else []
    return Week(
        on=_on_paper(stores, address, now),
        first=first,
        new=tuple(_told(shop, idea) for idea in new),
        new_count=new_count,
        answered=tuple(_told(shop, idea) for idea in told[:MOST_OF_A_WEEK]),
        answered_count=len(told),
        storms=tuple(_storm_told(stores, shop, view) for view in running),
        wanted=tuple(_told(shop, idea) for idea in wanted),
    )


def year_in_answers(stores: Stores, year: int | None, *, address: str, now: datetime) -> Year:
    shop = stores.shops.get()
    year = year or shop.local_date(now).year
    start, end = shop.midnight(date(year, 1, 1)), shop.midnight(date(year + 1, 1, 1))
    ideas = stores.gathered.answered(start, end)
    return Year(
        on=_on_paper(stores, address, now),
        year=year,
        came=stores.gathered.arrived(start, end),
        answers=tuple(_told(shop, idea, photo=_photo(stores, idea)) for idea in ideas),
        storms=tuple(_storms_of(stores, shop, start, end, now)),
        names=tuple(_names(stores.gathered.names(start, end))),
    )


def _on_paper(stores: Stores, address: str, now: datetime) -> OnPaper:
    shop = stores.shops.get()
    return OnPaper(
        shop_name=shop.name,
        shop_colour=shop.colour,
        language=shop.language,
        timezone=shop.timezone,
        address=address,
        printed_on=shop.local_date(now),
        logo=logos.worn(stores),
    )


def _told(shop: Shop, idea: Idea, photo: bytes = b"") -> Told:
    told = Told(
        idea_id=idea.id,
        response_id=None,
        text=idea.text,
        name=clean_line(idea.name),
        others=idea.votes,
        status=Status.NEW,
    )
    answer = idea.response
    if answer is None:
        return told
    return Told(
        idea_id=idea.id,
        response_id=answer.id,
        text=told.text,
        name=told.name,
        others=told.others,
        status=answer.status,
        answer=answer.text,
        reason=answer.reason,
        change_mind=answer.change_mind,
        signed=answer.signed,
        until=answer.until,
        done_on=answer.done_on,
        answered_on=shop.local_date(answer.created_at),
        photo=photo,
    )


def _photo(stores: Stores, idea: Idea) -> bytes:
    photo_id = idea.response.photo_id if idea.response else None
    photo = stores.photos.public(photo_id) if photo_id else None
    return photo.content if photo else b""


def _take_down_day(ideas: Sequence[Idea], today: date) -> date:
    """Until the first trial on it ends, else for thirty days."""
    ends = [idea.response.until for idea in ideas if idea.response and idea.response.until]
    return min([*(day for day in ends if day >= today), today + timedelta(days=HANGS_DAYS)])


def _storms_of(stores: Stores, shop: Shop, start: datetime, end: datetime, now: datetime) -> list[StormTold]:
    """Those concluded then, oldest first."""
    concluded = [
        storm for storm in stores.storms.all() if storm.concluded_at and start <= storm.concluded_at < end
    ]
    concluded.sort(key=lambda storm: storm.concluded_at or now)
    return [
        _storm_told(stores, shop, storming.view_of(stores, storm, stores.storms.public_ideas(storm.id), now))
        for storm in concluded
    ]


def _storm_told(stores: Stores, shop: Shop, view: StormView) -> StormTold:
    storm, said, outcome = view.storm, view.conclusion, view.outcome
    names = [clean_line(idea.name) for idea in view.credited]
    photo = stores.storms.photo(outcome.id) if outcome and outcome.has_photo else None
    return StormTold(
        storm=storm,
        phase=view.phase,
        heard=said.heard if said else "",
        decided=said.decided if said else "",
        because=said.because if said else "",
        names=tuple(_names(names)),
        guests=sum(not name for name in names) + view.erased_credits,
        concluded_on=shop.local_date(storm.concluded_at) if storm.concluded_at else None,
        outcome=outcome.text if outcome else "",
        done_on=outcome.done_on if outcome else None,
        photo=photo.content if photo else b"",
    )


def _names(names: Sequence[str]) -> list[str]:
    """Each once, however it was spelt, in the order of the alphabet."""
    by_spelling = {clean_line(name).casefold(): clean_line(name) for name in reversed(names)}
    return [by_spelling[spelling] for spelling in sorted(by_spelling) if spelling]
