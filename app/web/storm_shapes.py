"""Storms and ballots as JSON: what customers and kiosks may see, and no count before choosing."""

from __future__ import annotations

from datetime import datetime

from app.domain.ballots import Ballot
from app.domain.clock import rfc3339
from app.domain.conclusions import Conclusion, LookBack, Outcome
from app.domain.storm_views import StormView
from app.domain.storms import Storm, Timetable, is_sealed
from app.domain.tallies import Tally
from app.web.shapes import Json, idea_json
from app.web.site import Site


def storm_json(view: StormView, site: Site) -> Json:
    storm, sealed = view.storm, is_sealed(view.storm, site.clock.now())
    return {
        "id": str(storm.id),
        "code": storm.code,
        "question": storm.question,
        "about": storm.about,
        "phase": str(view.phase),
        "times": _times_json(storm.times),
        "first_times": _times_json(storm.first_times) if storm.first_times else None,
        "ways": str(storm.ways),
        "top": storm.top,
        **_steps_json(storm),
        "sealed": sealed,
        "ideas": [idea_json(idea, site) for idea in view.public],
        "shortlist": [] if sealed else [str(id) for id in view.shortlist],
        "tally": None if sealed or view.tally is None else _tally_json(view.tally),
        "conclusion": _conclusion_json(view.conclusion, site) if view.conclusion else None,
        "credits": _credits_json(view),
        "outcome": _outcome_json(view.outcome, storm) if view.outcome else None,
        "look_back": _look_back_json(view.look_back) if view.look_back else None,
    }


def ballot_json(ballot: Ballot, storm: Storm) -> Json:
    """What was chosen on it is told to nobody."""
    return {
        "code": ballot.code,
        "number": ballot.number,
        "storm": storm.code,
        "given_at": _maybe(ballot.given_at),
    }


def outcome_photo(storm: Storm, outcome: Outcome) -> str:
    """Where the picture that proves it is: another one has another name."""
    return f"/s/{storm.code}/photo-{outcome.id.hex}.jpg" if outcome.has_photo else ""


def _times_json(times: Timetable) -> Json:
    return {
        "gathers_at": rfc3339(times.gathers_at),
        "chooses_at": rfc3339(times.chooses_at),
        "closes_at": rfc3339(times.closes_at),
    }


def _steps_json(storm: Storm) -> Json:
    done_on = storm.carried_out_on
    return {
        "made_at": rfc3339(storm.made_at),
        "announced_at": _maybe(storm.announced_at),
        "extended_at": _maybe(storm.extended_at),
        "concluded_at": _maybe(storm.concluded_at),
        "carried_out_at": _maybe(storm.carried_out_at),
        "carried_out_on": done_on.isoformat() if done_on else None,
        "looked_back_at": _maybe(storm.looked_back_at),
    }


def _tally_json(tally: Tally) -> Json:
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


def _conclusion_json(conclusion: Conclusion, site: Site) -> Json:
    return {
        "heard": conclusion.heard,
        "decided": conclusion.decided,
        "because": conclusion.because or None,
        "thanks": conclusion.thanks or None,
        "rests_on_none": conclusion.rests_on_none or None,
        "signed": conclusion.signed or site.shop().voice,
        "created_at": rfc3339(conclusion.created_at),
    }


def _credits_json(view: StormView) -> list[Json]:
    named: list[Json] = [{"idea": str(idea.id), "name": idea.name} for idea in view.credited]
    return named + [{"idea": None, "name": ""}] * view.erased_credits


def _outcome_json(outcome: Outcome, storm: Storm) -> Json:
    return {
        "done_on": outcome.done_on.isoformat(),
        "text": outcome.text,
        "label": outcome.label or None,
        "before": None if outcome.before is None else str(outcome.before),
        "photo": outcome_photo(storm, outcome) or None,
        "created_at": rfc3339(outcome.created_at),
    }


def _look_back_json(look_back: LookBack) -> Json:
    return {
        "text": look_back.text,
        "after": None if look_back.after is None else str(look_back.after),
        "created_at": rfc3339(look_back.created_at),
    }


def _maybe(moment: datetime | None) -> str | None:
    return rfc3339(moment) if moment else None
