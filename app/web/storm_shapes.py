"""Storms and ballots as JSON: what customers and kiosks may see, and no count before choosing."""

from __future__ import annotations

from app.domain.ballots import Ballot
from app.domain.conclusions import Outcome
from app.domain.storm_views import StormView
from app.domain.storms import Storm, is_sealed
from app.storm_parts import (
    conclusion_json,
    credits_json,
    head_json,
    look_back_json,
    moment_json,
    outcome_json,
    tally_json,
)
from app.web.shapes import Json, idea_json
from app.web.site import Site


def storm_json(view: StormView, site: Site) -> Json:
    storm, now = view.storm, site.clock.now()
    sealed, conclusion, outcome = is_sealed(storm, now), view.conclusion, view.outcome
    return {
        **head_json(storm, now),
        "ideas": [idea_json(idea, site) for idea in view.public],
        "shortlist": [] if sealed else [str(id) for id in view.shortlist],
        "tally": None if sealed or view.tally is None else tally_json(view.tally),
        "conclusion": conclusion_json(conclusion) | {"signed": conclusion.signed or site.shop().voice}
        if conclusion
        else None,
        "credits": credits_json(view),
        "outcome": outcome_json(outcome) | {"photo": outcome_photo(storm, outcome) or None}
        if outcome
        else None,
        "look_back": look_back_json(view.look_back) if view.look_back else None,
    }


def ballot_json(ballot: Ballot, storm: Storm) -> Json:
    """What was chosen on it is told to nobody."""
    return {
        "code": ballot.code,
        "number": ballot.number,
        "storm": storm.code,
        "given_at": moment_json(ballot.given_at),
    }


def outcome_photo(storm: Storm, outcome: Outcome) -> str:
    """Where the picture that proves it is: another one has another name."""
    return f"/s/{storm.code}/photo-{outcome.id.hex}.jpg" if outcome.has_photo else ""
