"""Writes a whole storm as JSON: the format is told in `storm_reading`, which takes it in again."""

from __future__ import annotations

import base64
import json
from datetime import datetime

from app.domain.ballots import Ballot
from app.domain.clock import rfc3339
from app.domain.storms import Storm, Timetable
from app.domain.whole_storms import Contribution, WholeStorm

FORMAT = "teacup-storm"
VERSION = 1
_Json = dict[str, object]


def write_storm(whole: WholeStorm, *, shop: str, now: datetime) -> bytes:
    """One file, UTF-8. `shop` is the name of the shop that it comes from."""
    told: _Json = {
        "format": FORMAT,
        "version": VERSION,
        "private": whole.is_private,
        "sealed": whole.is_sealed,
        "exported_at": rfc3339(now),
        "shop": shop,
        "storm": _storm(whole.storm),
        "contributions": [_contribution(each, whole.is_private) for each in whole.contributions],
        "ballots": [_ballot(each, whole.is_private) for each in whole.ballots],
        "conclusion": _conclusion(whole),
        "outcome": _outcome(whole),
        "look_back": _look_back(whole),
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _storm(storm: Storm) -> _Json:
    return {
        "id": str(storm.id),
        "code": storm.code,
        "question": storm.question,
        "about": storm.about,
        "times": _times(storm.times),
        "first_times": _times(storm.first_times) if storm.first_times else None,
        "ways": storm.ways,
        "top": storm.top,
        "made_at": rfc3339(storm.made_at),
        "announced_at": _maybe(storm.announced_at),
        "extended_at": _maybe(storm.extended_at),
    }


def _times(times: Timetable) -> _Json:
    return {
        "gathers_at": rfc3339(times.gathers_at),
        "chooses_at": rfc3339(times.chooses_at),
        "closes_at": rfc3339(times.closes_at),
    }


def _contribution(idea: Contribution, is_private: bool) -> _Json:
    told: _Json = {
        "id": str(idea.id),
        "text": idea.text,
        "name": idea.name,
        "channel": idea.channel,
        "language": idea.language,
        "visibility": idea.visibility,
        "created_at": rfc3339(idea.created_at),
        "builds_on": _maybe(idea.builds_on),
        "link": idea.link,
        "merged_into": _maybe(idea.merged_into),
        "picked": idea.is_picked,
        "me_toos": [{"visitor": each.visitor, "at": rfc3339(each.at)} for each in idea.me_toos],
        "voices": [
            {"id": str(each.id), "channel": each.channel, "name": each.name, "at": rfc3339(each.created_at)}
            for each in idea.voices
        ],
    }
    if is_private:
        told["claim_code"] = idea.claim_code
        told["own"] = {"text": idea.own.text, "name": idea.own.name} if idea.own else None
    return told


def _ballot(ballot: Ballot, is_private: bool) -> _Json:
    told: _Json = {
        "id": str(ballot.id),
        "number": ballot.number,
        "made_at": rfc3339(ballot.made_at),
        "given_at": _maybe(ballot.given_at),
        "contribution": _maybe(ballot.idea_id),
        "door": ballot.door,
    }
    if is_private:
        told["code"] = ballot.code
    return told


def _conclusion(whole: WholeStorm) -> _Json | None:
    said = whole.conclusion
    if said is None:
        return None
    return {
        "id": str(said.id),
        "heard": said.heard,
        "decided": said.decided,
        "because": said.because,
        "thanks": said.thanks,
        "rests_on": [_maybe(credit) for credit in whole.credits],
        "rests_on_none": said.rests_on_none,
        "signed": said.signed,
        "created_at": rfc3339(said.created_at),
    }


def _outcome(whole: WholeStorm) -> _Json | None:
    done = whole.outcome
    if done is None:
        return None
    return {
        "id": str(done.id),
        "done_on": done.done_on.isoformat(),
        "text": done.text,
        "label": done.label,
        "before": _maybe(done.before),
        "photo": base64.b64encode(whole.photo.content).decode() if whole.photo else None,
        "created_at": rfc3339(done.created_at),
    }


def _look_back(whole: WholeStorm) -> _Json | None:
    seen = whole.look_back
    if seen is None:
        return None
    return {
        "id": str(seen.id),
        "text": seen.text,
        "after": _maybe(seen.after),
        "created_at": rfc3339(seen.created_at),
    }


def _maybe(value: object) -> str | None:
    if isinstance(value, datetime):
        return rfc3339(value)
    return None if value is None else str(value)
