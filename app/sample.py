"""The sample shop: told from its file through the same verbs that customers and the owner use.

The story is written in days before today, so the sample is as fresh on any day.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.decisions import decide
from app.domain.ideas import Channel, Link, Status, Visibility
from app.domain.ids import new_id
from app.domain.notices import Notice, PaperSize, SheetKind, SheetOrder
from app.domain.shop import EVERY_WEEKDAY
from app.domain.storms import Timetable, Ways
from app.domain.walls import Measures, Position
from app.paths import DataFolder
from app.services.customer import following, submitting, voting
from app.services.customer.submitting import IdeaDraft
from app.services.owner import (
    answering,
    hanging,
    numbering,
    placing,
    posting,
    shop_keeping,
    staff_entry,
    storming,
    triage,
    wall_places,
)
from app.services.owner.storming import StormDraft
from app.storage.database import Database
from app.storage.stores import Stores

APPROVED_AFTER = timedelta(minutes=40)
PRINTED_AFTER = timedelta(minutes=15)
STAFF_CHANNELS = frozenset({Channel.IN_PERSON, Channel.TELEPHONE})
PLAIN_SHOP_WORDS = ("name", "owner", "colour", "language", "timezone", "promise_days")
Table = Mapping[str, Any]


class StoryClock:
    """Stands at the moment of the story that is being told."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@dataclass(slots=True)
class _Told:
    """What later parts of the story refer back to, by the file's keys."""

    ideas: dict[str, UUID] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    storms: dict[str, str] = field(default_factory=dict)
    walls: dict[str, UUID] = field(default_factory=dict)


def make_sample_shop(folder: DataFolder, now: datetime, source: Path, after_name: str = "") -> None:
    """Fill the new data folder with the shop of `source`, wholly or not at all.

    Its name ends with `after_name` from the first day on, or the sheets on its walls would name another shop.
    Raises StorageProblem when the disk says no.
    """
    clock = StoryClock(now)
    script = tomllib.loads(source.read_text(encoding="utf-8"))
    script["shop"]["name"] += after_name
    database = Database.open(folder, clock=clock)
    try:
        story = _Story(script, clock, now)
        database.write(story.tell)
    finally:
        database.close()


class _Story:
    """One reading of the file: all that happens, put in order by its moment, then done."""

    def __init__(self, script: Table, clock: StoryClock, now: datetime) -> None:
        self._script = script
        self._clock = clock
        self._now = now
        self._zone = ZoneInfo(script["shop"]["timezone"])
        self._told = _Told()
        self._events: list[tuple[datetime, Callable[[Stores], object]]] = []

    def tell(self, stores: Stores) -> None:
        self._plan()
        self._events.sort(key=lambda event: event[0])
        self._clock.moment = self._events[0][0] - timedelta(days=1)
        self._open_shop(stores)
        for moment, happen in self._events:
            self._clock.moment = moment
            happen(stores)
        self._clock.moment = self._now

    def _plan(self) -> None:
        for storm in self._script["storms"]:
            self._at(self._moment(storm), partial(self._announce, storm))
            for idea in storm["ideas"]:
                self._plan_idea({**idea, "storm": storm["key"]})
        for idea in self._script["ideas"]:
            self._plan_idea(idea)
        for sheet in self._script["sheets"]:
            self._at(self._moment(sheet), partial(self._print_sheet, sheet))

    def _plan_idea(self, idea: Table) -> None:
        sent = self._moment(idea)
        self._at(sent, partial(self._send, idea))
        seen = min(sent + APPROVED_AFTER, self._now)
        self._at(seen, partial(self._settle, idea))
        self._plan_votes(idea, seen)
        self._plan_answers(idea)
        for reply in idea.get("replies", ()):
            self._at(self._moment(reply), partial(self._reply, idea, reply))

    def _plan_votes(self, idea: Table, since: datetime) -> None:
        """Spread evenly from the approval to now; the first visitors of all ideas are the same people."""
        count = idea.get("votes", 0)
        for number in range(count):
            moment = since + (self._now - since) * (number + 1) / (count + 1)
            self._at(moment, partial(self._vote, idea, f"sample-visitor-{number:03}"))

    def _plan_answers(self, idea: Table) -> None:
        answers = idea.get("answers", ())
        for answer in answers:
            self._at(self._moment(answer), partial(self._answer, idea, answer))
        if "notice" in idea:
            told = answers[idea.get("printed_after", len(answers)) - 1]
            self._at(self._moment(told) + PRINTED_AFTER, partial(self._print, idea))

    def _at(self, moment: datetime, happen: Callable[[Stores], object]) -> None:
        self._events.append((moment, happen))

    def _moment(self, thing: Table) -> datetime:
        if "minutes" in thing:
            return self._now - timedelta(minutes=thing["minutes"])
        day = self._now.astimezone(self._zone).date() - timedelta(days=thing["days"])
        hour: time = thing["at"]
        return datetime.combine(day, hour, self._zone).astimezone(UTC)

    def _open_shop(self, stores: Stores) -> None:
        words = self._script["shop"]
        shop = replace(
            stores.shops.get(),
            **{
                name: words[name]
                for name in ("name", "owner", "colour", "language", "timezone", "promise_days")
            },
            open_weekdays=EVERY_WEEKDAY - set(words["closed_weekdays"]),
        )
        shop_keeping.save_shop(stores, shop)
        for key, place in self._script["places"].items():
            self._clock.moment += timedelta(minutes=5)
            placement = placing.placement_for(stores, place["label"], self._clock.now())
            self._told.tokens[key] = placement.token
            for _ in range(place["scans"]):
                stores.placements.count_scan(placement.token)
        self._put_up_walls(stores)

    def _announce(self, storm: Table, stores: Stores) -> None:
        times = Timetable(
            gathers_at=self._moment(storm["gathers"]),
            chooses_at=self._open_day_to_come(storm["chooses"]),
            closes_at=self._open_day_to_come(storm["closes"]),
        )
        wanted = StormDraft(
            question=storm["question"], about=storm["about"], times=times, ways=Ways(storm["ways"])
        )
        now = self._clock.now()
        made = storming.draft(stores, wanted, now)
        storming.announce(stores, made.id, now)
        self._told.storms[storm["key"]] = made.code

    def _open_day_to_come(self, thing: Table) -> datetime:
        """`in_open_days` counts from the day after today."""
        day, left = self._now.astimezone(self._zone).date(), thing["in_open_days"]
        while left:
            day += timedelta(days=1)
            left -= day.weekday() not in self._script["shop"]["closed_weekdays"]
        return datetime.combine(day, thing["at"], self._zone).astimezone(UTC)

    def _send(self, idea: Table, stores: Stores) -> None:
        channel = Channel(idea.get("channel", Channel.PHONE))
        send = self._note if channel in STAFF_CHANNELS else self._submit
        self._told.ideas[idea["key"]], self._told.codes[idea["key"]] = send(idea, channel, stores)

    def _submit(self, idea: Table, channel: Channel, stores: Stores) -> tuple[UUID, str]:
        draft = IdeaDraft(
            id=new_id(self._clock.now()),
            text=idea["text"],
            name=idea.get("name", ""),
            contact=idea.get("contact", ""),
            consent="contact" in idea,
            builds_on=self._told.ideas[idea["builds_on"]] if "builds_on" in idea else None,
            link=Link(idea["link"]) if "link" in idea else None,
            channel=channel,
            placement_token=self._told.tokens[idea["place"]],
            language=idea.get("language", "en"),
            storm=self._told.storms[idea["storm"]] if "storm" in idea else "",
        )
        receipt = submitting.submit(stores, submitting.clean_draft(draft), self._clock.now())
        return receipt.idea.id, receipt.idea.claim_code

    def _note(self, idea: Table, channel: Channel, stores: Stores) -> tuple[UUID, str]:
        noted = staff_entry.add_idea(
            stores, idea["text"], name=idea.get("name", ""), channel=channel, now=self._clock.now()
        )
        return noted.id, noted.claim_code

    def _settle(self, idea: Table, stores: Stores) -> None:
        """What the owner does when she first sees it."""
        ids = [self._told.ideas[idea["key"]]]
        match Visibility(idea.get("visibility", Visibility.PUBLIC)):
            case Visibility.PUBLIC:
                triage.approve(stores, ids, self._clock.now())
            case Visibility.PRIVATE:
                triage.keep_private(stores, ids)
            case Visibility.HIDDEN:
                triage.hide(stores, ids)

    def _vote(self, idea: Table, visitor: str, stores: Stores) -> None:
        voting.set_vote(stores, self._told.ideas[idea["key"]], visitor, True, self._clock.now())

    def _answer(self, idea: Table, answer: Table, stores: Stores) -> None:
        now = self._clock.now()
        ends = self._now.astimezone(self._zone).date() + timedelta(days=answer.get("until_in_days", 0))
        decision = decide(
            Status(answer["status"]),
            answer["text"],
            today=now.astimezone(self._zone).date(),
            reason=answer.get("reason", ""),
            until=ends if "until_in_days" in answer else None,
            private=answer.get("private", False),
        )
        answering.answer(stores, self._told.ideas[idea["key"]], decision, now)

    def _reply(self, idea: Table, reply: Table, stores: Stores) -> None:
        now = self._clock.now()
        following.reply(stores, self._told.codes[idea["key"]], reply["text"], new_id(now), now)

    def _print(self, idea: Table, stores: Stores) -> None:
        idea_id, size = self._told.ideas[idea["key"]], PaperSize(idea["notice"])
        notice, _ = posting.make_notice(stores, idea_id, size, address="", now=self._clock.now())
        self._hang(notice, idea["hangs"], stores)

    def _print_sheet(self, sheet: Table, stores: Stores) -> None:
        storm = stores.storms.by_code(self._told.storms[sheet["storm"]]) if "storm" in sheet else None
        order = SheetOrder(
            kind=SheetKind(sheet["kind"]),
            size=PaperSize(sheet["size"]),
            ideas=tuple(self._told.ideas[key] for key in sheet.get("ideas", ())),
            storm_id=storm.id if storm else None,
        )
        notice = numbering.make(stores, order, address="", now=self._clock.now())
        self._hang(notice, sheet["hangs"], stores)

    def _hang(self, notice: Notice, hangs: Table, stores: Stores) -> None:
        at = Position(hangs["left"], hangs["top"]) if "left" in hangs else None
        place_id = self._told.walls[hangs["wall"]]
        hanging.hang(stores, [notice.id], place_id, [at], self._clock.now())

    def _put_up_walls(self, stores: Stores) -> None:
        for wall in self._script["walls"]:
            measures = Measures(wall["width"], wall["height"]) if "width" in wall else None
            made = wall_places.add(stores, wall["name"], measures, self._clock.now())
            self._told.walls[wall["key"]] = made.id
