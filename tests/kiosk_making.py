"""A kiosk's wall for tests and pictures: the sample shop's ideas, thousands more in their manner, and storms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count, islice
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from app.domain.clock import rfc3339
from app.domain.hours import OpeningHours
from app.domain.ideas import Channel, Link, Status
from app.domain.ids import new_id
from app.domain.kiosks import KioskRules, PinHash, hash_pin
from app.domain.shop import Shop
from app.domain.storms import Storm, Timetable
from app.kiosk.core import KioskCore
from app.kiosk.facts import ShopFacts
from app.kiosk.json_parts import Json
from app.kiosk.link import Changed
from app.kiosk.mirror import Told
from app.kiosk.notes import Note, Slip
from app.paths import resource
from tests.making import TUESDAY

NIL = UUID(int=0)
ZONE = "Europe/Berlin"
_UNSEEN = frozenset({"hidden", "private"})
_NAMES = (
    "Ingrid", "Emil, 9", "Jo", "Nils", "Yuki", "Sam", "ليلى", "Tomasz", "", "Amina", "Δημήτρης", "Оксана", "Camille", "Ayşe",
    "João", "अनीता", "", "Giulia", "Mrs Doyle", "小林", "Ben", "נועה",
)  # fmt: skip
_THINGS = (
    "walnut rolls", "a water tap for bottles", "smaller cups", "a bench in the sun", "rye bread without caraway", "a bell for the pram",
    "poppy seed cake", "newspapers", "a chair for my grandmother", "warm milk for children", "a bicycle pump", "soup at noon", "half portions",
    "a second queue", "tea in real cups", "plain croissants", "a lost-property box", "blankets for the terrace", "a plum tart", "board games",
)  # fmt: skip
_WISHES = (
    ("en", "Could we have {thing}?"),
    ("en", "More often {thing}, please."),
    ("en", "My whole street would come for {thing}. We asked around: nine doors out of ten said yes, and the tenth was asleep."),
    ("en", "What about {thing} on Sundays?"),
    ("de", "Wie wäre es mit etwas Neuem: {thing}? Die Kinder fragen jede Woche danach."),
    ("fr", "Et si vous proposiez « {thing} » le samedi matin ?"),
    ("es", "¿Podrían probar con esto: {thing}?"),
    ("pl", "Prosimy o jedno: {thing}. Będziemy wdzięczni całą rodziną."),
    ("ar", "هل يمكن إضافة هذا: {thing}؟ سنكون شاكرين جدًا."),
    ("ja", "できれば「{thing}」をお願いします。"),
)  # fmt: skip
_ANSWERS = (
    (Status.DONE, "Done since Monday. Thank you for the push."),
    (Status.PLANNED, "A good thought. We begin with the first cold week."),
    (Status.CONSIDERING, "We are asking what it costs, and write here again before the month is out."),
    (Status.ALREADY, "We have it, a little hidden: please ask at the counter."),
)


def make_note(
    text: str = "Could you open at half past six?", *, at: datetime = TUESDAY, **given: Any
) -> Note:
    """A public idea from `at`; whatever else a Note has may be given."""
    note = Note(id=new_id(at), text=text, name="Amina", created_at=at, public_at=at)
    return replace(note, **given)


def make_slip(
    text: str = "From next week, Monday to Friday.", *, status: Status = Status.DONE, at: datetime = TUESDAY
) -> Slip:
    until = (at + timedelta(days=30)).date() if status is Status.TRIAL else None
    return Slip(text=text, signed="Marta", status=status, until=until, created_at=at)


def make_facts(*, pin: str | None = None, **given: Any) -> ShopFacts:
    """The bakery: open from eight to half past six, but on Sundays. Whatever a Shop has may be given."""
    day = OpeningHours(time(8), time(18, 30))
    shop = Shop(
        id=NIL,
        name="Linden Street Bakery",
        owner="Marta",
        timezone=ZONE,
        open_weekdays=frozenset(range(6)),
        hours=(day,) * 7,
        kiosk=KioskRules(pin=_hash(pin) if pin else None),
    )
    return ShopFacts(
        kiosk_name="By the door",
        shop=replace(shop, **given),
        phone_address="http://192.168.1.20:8321/",
        claim_address="http://192.168.1.20:8321/c/",
    )


def sample_notes(number: int, now: datetime = TUESDAY) -> list[Note]:
    """The first `number` notes: those of the sample shop, in many languages, then others like them."""
    return list(islice(_all_notes(now), number))


def _hash(pin: str) -> PinHash:
    return hash_pin(pin, iterations=1)


def _all_notes(now: datetime) -> Iterator[Note]:
    yield from _notes_of_the_sample(now)
    chance = Random(20261122)
    for place in count():
        yield _invented(place, now, chance)


def _notes_of_the_sample(now: datetime) -> Iterator[Note]:
    script = tomllib.loads(resource("sample", "linden-street-bakery.toml").read_text(encoding="utf-8"))
    told = [idea for idea in script["ideas"] if idea.get("visibility") not in _UNSEEN]
    ids = {idea["key"]: new_id(_moment(idea, now)) for idea in told}
    built = [idea.get("builds_on") for idea in told]
    for idea in told:
        root = ids.get(idea.get("builds_on"))
        answers = [answer for answer in idea.get("answers", ()) if not answer.get("private")]
        slip = _slip_of(answers[-1], now) if answers else None
        yield Note(
            id=ids[idea["key"]],
            text=idea["text"],
            name=idea.get("name", ""),
            votes=idea.get("votes", 1),
            status=slip.status if slip else Status.NEW,
            channel=Channel(idea.get("channel", "phone")),
            language=idea.get("language", "en"),
            created_at=_moment(idea, now),
            public_at=_moment(idea, now),
            builds_on=root,
            link=Link(idea["link"]) if root else None,
            built_on=built.count(idea["key"]),
            views=idea.get("votes", 1) * 4,
            answer=slip,
        )


def _slip_of(answer: dict[str, Any], now: datetime) -> Slip:
    return Slip(
        text=answer["text"],
        signed="Marta",
        status=Status(answer["status"]),
        until=_until(answer, now),
        reason=answer.get("reason", ""),
        created_at=_moment(answer, now),
    )


def _until(answer: dict[str, Any], now: datetime) -> date | None:
    return now.date() + timedelta(days=answer["until_in_days"]) if "until_in_days" in answer else None


def _moment(told: dict[str, Any], now: datetime) -> datetime:
    """A day of the story before `now`, as app/sample.py tells it."""
    if "at" not in told:
        return now - timedelta(minutes=told.get("minutes", 0))
    zone = ZoneInfo(ZONE)
    day = now.astimezone(zone).date() - timedelta(days=told["days"])
    return min(datetime.combine(day, told["at"], zone), now)


def _invented(place: int, now: datetime, chance: Random) -> Note:
    language, wish = chance.choice(_WISHES)
    at = now - timedelta(hours=7 + place * 3, minutes=chance.randrange(50))
    slip = None
    if chance.random() < 0.3:
        status, text = chance.choice(_ANSWERS)
        slip = make_slip(text, status=status, at=at + timedelta(hours=2))
    votes = int(chance.paretovariate(1.1))
    return make_note(
        wish.format(thing=chance.choice(_THINGS)),
        at=at,
        name=chance.choice(_NAMES),
        votes=votes,
        views=votes * chance.randrange(1, 9),
        language=language,
        status=slip.status if slip else Status.NEW,
        channel=chance.choice((Channel.PHONE, Channel.KIOSK, Channel.IN_PERSON)),
        answer=slip,
    )


def fill_board(core: KioskCore, number: int, now: datetime = TUESDAY) -> list[Note]:
    """Hang the first `number` sample notes on the wall of `core`, as if the server had told them."""
    notes = sample_notes(number, now)
    hang(core, *notes)
    return notes


def hang(core: KioskCore, *notes: Note) -> None:
    """Have the server tell these notes, new or changed."""
    _tell(core, Told(notes=notes))


def take_down(core: KioskCore, *notes: Note) -> None:
    """Have the server tell that these no longer hang."""
    _tell(core, Told(gone=[note.id for note in notes]))


def _tell(core: KioskCore, told: Told) -> None:
    mirror = core._stock.mirror
    changed = mirror.take(told, mirror.progress(), mirror.progress())
    core.board.changed()
    core.tell(Changed(board=changed))


def tell_facts(core: KioskCore, facts: ShopFacts | None = None) -> None:
    """Have the server tell the shop's facts."""
    core._stock.known.facts = facts or make_facts()
    core.tell(Changed(facts=True))


def storm_json(storm: Storm, **given: object) -> Json:
    """As the server tells it; whatever else it tells may be given."""
    told: Json = {
        "id": str(storm.id),
        "code": storm.code,
        "question": storm.question,
        "about": storm.about,
        "phase": "gathering",
        "times": _times_json(storm.times),
        "first_times": _times_json(storm.first_times) if storm.first_times else None,
        "ways": str(storm.ways),
        "top": storm.top,
        "made_at": rfc3339(storm.made_at),
        "announced_at": rfc3339(storm.announced_at or storm.made_at),
        "extended_at": rfc3339(storm.extended_at) if storm.extended_at else None,
        "concluded_at": rfc3339(storm.concluded_at) if storm.concluded_at else None,
        "carried_out_at": None,
        "carried_out_on": None,
        "looked_back_at": None,
        "sealed": True,
        "shortlist": [],
        "tally": None,
        "conclusion": None,
        "credits": [],
        "outcome": None,
        "look_back": None,
    }
    return told | given


def tally_json(counts: dict[UUID, int], choosers: int = 9) -> Json:
    """The most first, all by me-toos."""
    most = max(counts.values(), default=0)
    leaders = [str(id) for id, count in counts.items() if count == most and most]
    told = [
        {"idea": str(id), "votes": count, "ballots": 0, "total": count}
        for id, count in sorted(counts.items(), key=lambda one: -one[1])
    ]
    return {
        "choosers": choosers,
        "tie": len(leaders) > 1,
        "thin": choosers < 5,
        "leaders": leaders,
        "counts": told,
    }


def _times_json(times: Timetable) -> Json:
    return {
        "gathers_at": rfc3339(times.gathers_at),
        "chooses_at": rfc3339(times.chooses_at),
        "closes_at": rfc3339(times.closes_at),
    }


def tell_storms(core: KioskCore, *storms: Json) -> None:
    """Have the server tell these storms, and no others."""
    core._stock.storms.take(list(storms), "server", str(storms))
    core.tell(Changed(storms=True))
