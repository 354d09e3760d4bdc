"""The parts of a storm as JSON, the same for the API and for scripts; times are RFC 3339 in UTC."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from app.domain.clock import rfc3339
from app.domain.conclusions import Conclusion, LookBack, Outcome
from app.domain.storm_views import StormView
from app.domain.storms import Storm, Timetable, is_sealed, phase_of
from app.domain.tallies import Tally

Json = dict[str, Any]


def head_json(storm: Storm, now: datetime) -> Json:
    """The storm itself: its question, its times, and how far it is."""
    done_on = storm.carried_out_on
    return {
        "id": str(storm.id),
        "code": storm.code,
        "question": storm.question,
        "about": storm.about,
        "phase": str(phase_of(storm, now)),
        "times": _times_json(storm.times),
        "first_times": _times_json(storm.first_times) if storm.first_times else None,
        "ways": str(storm.ways),
        "top": storm.top,
        "made_at": rfc3339(storm.made_at),
        "announced_at": moment_json(storm.announced_at),
        "extended_at": moment_json(storm.extended_at),
        "concluded_at": moment_json(storm.concluded_at),
        "carried_out_at": moment_json(storm.carried_out_at),
        "carried_out_on": done_on.isoformat() if done_on else None,
        "looked_back_at": moment_json(storm.looked_back_at),
        "sealed": is_sealed(storm, now),
    }


def tally_json(tally: Tally) -> Json:
    return {
        "choosers": tally.choosers,
        "tie": tally.is_tie,
        "thin": tally.is_thin,
        "leaders": [str(id) for id in tally.leaders],
        "counts": [
            {
                "idea": str(count.idea_id),
                "votes": count.votes,
                "ballots": count.ballots,
                "total": count.total,
            }
            for count in tally.counts
        ],
    }


def conclusion_json(conclusion: Conclusion) -> Json:
    return {
        "heard": conclusion.heard,
        "decided": conclusion.decided,
        "because": conclusion.because or None,
        "thanks": conclusion.thanks or None,
        "rests_on_none": conclusion.rests_on_none or None,
        "signed": conclusion.signed,
        "created_at": rfc3339(conclusion.created_at),
    }


def credits_json(view: StormView) -> list[Json]:
    """In the chain's order; those whose words were taken back come last."""
    named: list[Json] = [{"idea": str(idea.id), "name": idea.name} for idea in view.credited]
    return named + [{"idea": None, "name": ""}] * view.erased_credits


def outcome_json(outcome: Outcome) -> Json:
    """But for its photo, which each face shows in its own way."""
    return {
        "done_on": outcome.done_on.isoformat(),
        "text": outcome.text,
        "label": outcome.label or None,
        "before": _number_json(outcome.before),
        "created_at": rfc3339(outcome.created_at),
    }


def look_back_json(look_back: LookBack) -> Json:
    return {
        "text": look_back.text,
        "after": _number_json(look_back.after),
        "created_at": rfc3339(look_back.created_at),
    }


def moment_json(moment: datetime | None) -> str | None:
    return rfc3339(moment) if moment else None


def _times_json(times: Timetable) -> Json:
    return {
        "gathers_at": rfc3339(times.gathers_at),
        "chooses_at": rfc3339(times.chooses_at),
        "closes_at": rfc3339(times.closes_at),
    }


def _number_json(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")
