"""Reads a whole storm from JSON as `storm_writing` writes it: one object with

    format            "teacup-storm", and `version` 1
    private, sealed   whether claim and ballot codes are told; whether me-toos were still nobody's to see
    storm             id, code, question, about, times {gathers_at, chooses_at, closes_at}, first_times (those
                      before it was extended) or null, ways, top, made_at, announced_at, extended_at
    contributions     id, text, name, channel, language, visibility, created_at, builds_on, link, merged_into,
                      picked, me_toos [{visitor, at}], voices [{id, channel, name, at}]; private: claim_code,
                      own {text, name} where a part was left out on the wall
    ballots           id, number, made_at, given_at, contribution, door; private: code
    conclusion        null or id, heard, decided, because, thanks, rests_on [id, or null for an erased one],
                      rests_on_none, signed, created_at
    outcome           null or id, done_on, text, label, before, photo (a JPEG in base64), created_at
    look_back         null or id, text, after, created_at

Times are RFC 3339, days ISO 8601, numbers that were counted are texts; what else stands there is passed over.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from app.domain.ballots import Ballot, BallotDoor, parse_ballot_code
from app.domain.claim_codes import parse_claim_code
from app.domain.conclusions import (
    MOST_CREDITED,
    Conclusion,
    LookBack,
    Outcome,
    ProofPhoto,
    clean_conclusion,
    clean_look_back,
    clean_outcome_text,
)
from app.domain.errors import InvalidInput
from app.domain.ideas import Channel, Link, OwnWords, Visibility
from app.domain.measures import MOST_DIGITS, clean_measure_label
from app.domain.storms import (
    MOST_SHORTLISTED,
    Storm,
    Timetable,
    Ways,
    clean_about,
    clean_question,
    parse_storm_code,
)
from app.domain.text import clean_idea, clean_line, clean_name, clean_optional
from app.domain.translation import mark
from app.domain.voices import Voice
from app.domain.whole_storms import Contribution, MeToo, WholeStorm
from app.exchange.parts import FIELD, Part, read_json
from app.exchange.storm_checking import check
from app.exchange.storm_writing import FORMAT, VERSION

MOST_BYTES = 50_000_000
MOST_CONTRIBUTIONS, MOST_BALLOTS, MOST_ME_TOOS = 20_000, 20_000, 100_000
LONGEST_VISITOR = 64
# A file from elsewhere may be signed by a shop with a long name.
_SIGNED_GRAPHEMES, _LANGUAGE_GRAPHEMES = 120, 35

TakePhoto = Callable[[bytes], ProofPhoto]


def read_storm(content: bytes, take_photo: TakePhoto) -> WholeStorm:
    """All that the file tells, cleaned and checked; `take_photo` tames a picture. Raises InvalidInput on
    `file` with the place that cannot be so."""
    if len(content) > MOST_BYTES:
        raise InvalidInput(FIELD, mark("This file is larger than 50 MB, so it is no storm's."))
    file = read_json(content)
    _check_format(file)
    storm = _storm(file["storm"])
    conclusion, outcome = file["conclusion"], file["outcome"]
    whole = WholeStorm(
        storm=storm,
        is_private=file["private"].truth(),
        is_sealed=file["sealed"].truth(),
        contributions=tuple(map(_contribution, file["contributions"].list(MOST_CONTRIBUTIONS))),
        ballots=tuple(_ballot(each, storm.id) for each in file["ballots"].list(MOST_BALLOTS)),
        conclusion=conclusion.maybe(partial(_conclusion, storm_id=storm.id)),
        credits=() if conclusion.is_null else _credits(conclusion),
        outcome=outcome.maybe(partial(_outcome, storm_id=storm.id)),
        photo=None if outcome.is_null else outcome["photo"].maybe(partial(_photo, take_photo=take_photo)),
        look_back=file["look_back"].maybe(partial(_look_back, storm_id=storm.id)),
    )
    check(whole)
    return whole


def _check_format(file: Part) -> None:
    if not isinstance(file.value, dict) or file.value.get("format") != FORMAT:
        raise InvalidInput(
            FIELD, mark("This is no storm's file. Please choose one that a Teacup has written.")
        )
    if file["version"].number(1, 10**6) > VERSION:
        raise InvalidInput(
            FIELD, mark("A newer Teacup has written this file. Please bring this one up to date first.")
        )


def _storm(part: Part) -> Storm:
    return Storm(
        id=part["id"].id(),
        code=_code(part["code"], parse_storm_code),
        question=part["question"].cleaned(clean_question),
        about=part["about"].cleaned(clean_about),
        times=_times(part["times"]),
        first_times=part["first_times"].maybe(_times),
        ways=part["ways"].word(Ways),
        top=part["top"].maybe(lambda top: top.number(2, MOST_SHORTLISTED)),
        made_at=part["made_at"].moment(),
        announced_at=part["announced_at"].maybe(Part.moment),
        extended_at=part["extended_at"].maybe(Part.moment),
    )


def _times(part: Part) -> Timetable:
    times = Timetable(
        gathers_at=part["gathers_at"].moment(),
        chooses_at=part["chooses_at"].moment(),
        closes_at=part["closes_at"].moment(),
    )
    if not times.is_in_order:
        part.refuse(mark("At “%(place)s” something ends before it begins."))
    return times


def _contribution(part: Part) -> Contribution:
    idea_id, claim_code = part["id"].id(), part["claim_code"]
    builds_on = part["builds_on"].maybe(Part.id)
    link = part["link"].maybe(lambda link: link.word(Link))
    return Contribution(
        id=idea_id,
        text=part["text"].cleaned(clean_idea),
        name=part["name"].cleaned(clean_name),
        channel=part["channel"].word(Channel),
        language=part["language"].cleaned(partial(_line, most=_LANGUAGE_GRAPHEMES)),
        visibility=part["visibility"].word(Visibility),
        created_at=part["created_at"].moment(),
        builds_on=builds_on,
        link=(link or Link.AND) if builds_on else None,
        merged_into=part["merged_into"].maybe(Part.id),
        is_picked=part["picked"].truth(),
        me_toos=tuple(map(_me_too, _list(part["me_toos"], MOST_ME_TOOS))),
        voices=tuple(_voice(each, idea_id) for each in _list(part["voices"], MOST_ME_TOOS)),
        claim_code=_code(claim_code, parse_claim_code) if claim_code.text() else "",
        own=part["own"].maybe(_own),
    )


def _own(part: Part) -> OwnWords:
    return OwnWords(part["text"].cleaned(clean_idea), part["name"].cleaned(clean_name))


def _me_too(part: Part) -> MeToo:
    visitor = part["visitor"].text()
    if not (0 < len(visitor) <= LONGEST_VISITOR and visitor.isascii() and visitor.isprintable()):
        part["visitor"].refuse(
            mark("At “%(place)s” there have to be 1 to %(most)s plain letters and digits."),
            most=LONGEST_VISITOR,
        )
    return MeToo(visitor, part["at"].moment())


def _voice(part: Part, idea_id: UUID) -> Voice:
    return Voice(
        id=part["id"].id(),
        idea_id=idea_id,
        channel=part["channel"].word(Channel),
        name=part["name"].cleaned(clean_name),
        created_at=part["at"].moment(),
    )


def _ballot(part: Part, storm_id: UUID) -> Ballot:
    code, given_at = part["code"], part["given_at"].maybe(Part.moment)
    return Ballot(
        id=part["id"].id(),
        code=_code(code, parse_ballot_code) if code.text() else "",
        storm_id=storm_id,
        number=part["number"].number(1, 10**6),
        made_at=part["made_at"].moment(),
        given_at=given_at,
        idea_id=part["contribution"].maybe(Part.id) if given_at else None,
        door=part["door"].maybe(lambda door: door.word(BallotDoor)) if given_at else None,
    )


def _conclusion(part: Part, storm_id: UUID) -> Conclusion:
    credits = _credits(part)
    said = Conclusion(
        id=part["id"].id(),
        storm_id=storm_id,
        heard=part["heard"].text(),
        decided=part["decided"].text(),
        because=part["because"].text(),
        thanks=part["thanks"].text(),
        # An erased one was one all the same.
        rests_on=tuple(credit or UUID(int=0) for credit in credits),
        rests_on_none=part["rests_on_none"].text(),
        signed=part["signed"].cleaned(partial(_line, most=_SIGNED_GRAPHEMES)),
        created_at=part["created_at"].moment(),
    )
    try:
        kept = clean_conclusion(said)
    except InvalidInput as refused:
        part[refused.field].refuse(mark("At “%(place)s”: %(reason)s"), reason=str(refused))
    return replace(kept, rests_on=tuple(credit for credit in credits if credit))


def _credits(part: Part) -> tuple[UUID | None, ...]:
    return tuple(each.maybe(Part.id) for each in part["rests_on"].list(MOST_CREDITED))


def _outcome(part: Part, storm_id: UUID) -> Outcome:
    before = part["before"].maybe(lambda number: number.decimal(MOST_DIGITS))
    return Outcome(
        id=part["id"].id(),
        storm_id=storm_id,
        done_on=part["done_on"].day(),
        text=part["text"].cleaned(clean_outcome_text),
        label="" if before is None else part["label"].cleaned(clean_measure_label),
        before=before,
        has_photo=not part["photo"].is_null,
        created_at=part["created_at"].moment(),
    )


def _photo(part: Part, take_photo: TakePhoto) -> ProofPhoto:
    def taken(text: str) -> ProofPhoto:
        return take_photo(base64.b64decode(text, validate=True))

    try:
        return part.cleaned(taken)
    except (binascii.Error, ValueError):
        part.refuse(mark("At “%(place)s” there has to be a picture in base64."))


def _look_back(part: Part, storm_id: UUID) -> LookBack:
    return LookBack(
        id=part["id"].id(),
        storm_id=storm_id,
        text=part["text"].cleaned(clean_look_back),
        after=part["after"].maybe(lambda number: number.decimal(MOST_DIGITS)),
        created_at=part["created_at"].moment(),
    )


def _list(part: Part, most: int) -> Sequence[Part]:
    """What is not there is an empty list."""
    return [] if part.is_null else part.list(most)


def _line(text: str, most: int) -> str:
    return clean_optional(clean_line(text), FIELD, most)


def _code(part: Part, parse: Callable[[str], str | None]) -> str:
    found = parse(part.text())
    if found is None:
        part.refuse(mark("At “%(place)s” there is a code with a character that does not fit."))
    return found
