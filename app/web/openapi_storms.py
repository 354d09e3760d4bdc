"""The storms' part of the API, for programs to read (OpenAPI 3.1)."""

from __future__ import annotations

from app.web.openapi_parts import (
    COUNT,
    ID,
    MAYBE_DAY,
    MAYBE_ID,
    MAYBE_TEXT,
    MAYBE_TIME,
    TEXT,
    TIME,
    JsonObject,
    answer,
    body,
    maybe,
    object_of,
    operation,
    parameter,
    ref,
)

_PHASES = ["announced", "gathering", "choosing", "closed", "concluded", "carried-out", "looked-back"]
_UNCHANGED = {"description": "Unchanged, by If-None-Match."}


def storm_paths() -> JsonObject:
    code = parameter("code", "path", TEXT)
    no_storm = answer("No such storm.", ref("Error"))
    no_ballot = answer("No ballot has this code.", ref("Error"))
    over = {**COUNT, "description": "1: those that are concluded instead, the newest first."}
    return {
        "/storms": {
            "get": operation(
                "The storms that are announced and not concluded.",
                {"200": answer("Them.", ref("Storms")), "304": _UNCHANGED},
                parameters=[parameter("over", "query", over)],
            )
        },
        "/storms/{code}": {
            "get": operation(
                "One storm. What is sealed tells no counts, here as everywhere.",
                {"200": answer("It.", ref("Storm")), "304": _UNCHANGED, "404": no_storm},
                parameters=[code],
            )
        },
        "/ballots/{code}": {
            "get": operation(
                "Which storm a paper ballot is of, and whether it was given.",
                {"200": answer("The ballot.", ref("Ballot")), "404": no_ballot},
                parameters=[code],
            ),
            "post": operation(
                "Give a ballot, once. The same choice sent again is the same ballot.",
                {
                    "200": answer("It is given.", ref("Ballot")),
                    "404": no_ballot,
                    "409": answer("Given already, not the time, or not to be chosen.", ref("Error")),
                    "415": answer("Not application/json.", ref("Error")),
                },
                parameters=[code],
                requestBody=body(object_of({"idea": ID})),
            ),
        },
    }


def storm_schemas() -> JsonObject:
    ids: JsonObject = {"type": "array", "items": ID}
    count = object_of({"idea": ID, "votes": COUNT, "ballots": COUNT, "total": COUNT})
    storm: JsonObject = {
        "id": ID,
        "code": TEXT,
        "question": TEXT,
        "about": TEXT,
        "phase": {"enum": _PHASES},
        "times": ref("Timetable"),
        "first_times": {**maybe("Timetable"), "description": "What was announced, once it was extended."},
        "ways": {"enum": ["votes", "ballots", "both"]},
        "top": {"type": ["integer", "null"]},
        "made_at": TIME,
        "announced_at": MAYBE_TIME,
        "extended_at": MAYBE_TIME,
        "concluded_at": MAYBE_TIME,
        "carried_out_at": MAYBE_TIME,
        "carried_out_on": MAYBE_DAY,
        "looked_back_at": MAYBE_TIME,
        "sealed": {"type": "boolean", "description": "Until choosing begins nobody is told any count."},
        "ideas": {"type": "array", "items": ref("Idea")},
        "shortlist": {**ids, "description": "What can be chosen; empty before choosing."},
        "tally": maybe("Tally"),
        "conclusion": maybe("Conclusion"),
        "credits": {"type": "array", "items": object_of({"idea": _maybe_id(), "name": TEXT})},
        "outcome": maybe("Outcome"),
        "look_back": maybe("LookBack"),
    }
    return {
        "Storms": object_of({"storms": {"type": "array", "items": ref("Storm")}}),
        "Storm": object_of(storm),
        "Timetable": object_of({"gathers_at": TIME, "chooses_at": TIME, "closes_at": TIME}),
        "Tally": object_of(
            {
                "choosers": {**COUNT, "description": "Each visitor and each ballot once."},
                "tie": {"type": "boolean"},
                "thin": {"type": "boolean"},
                "leaders": ids,
                "counts": {"type": "array", "items": count},
            }
        ),
        **_endings(),
        "Ballot": object_of({"code": TEXT, "number": COUNT, "storm": TEXT, "given_at": MAYBE_TIME}),
        "ClaimedStorm": object_of(
            {
                "code": TEXT,
                "question": TEXT,
                "phase": {"enum": _PHASES},
                "credited": {"type": "boolean", "description": "The conclusion rests on this contribution."},
                "leads": {"type": "boolean", "description": "It was chosen most."},
            }
        ),
    }


def _endings() -> JsonObject:
    number: JsonObject = {**MAYBE_TEXT, "description": "A decimal number."}
    conclusion = {
        "heard": TEXT,
        "decided": TEXT,
        "because": MAYBE_TEXT,
        "thanks": MAYBE_TEXT,
        "rests_on_none": MAYBE_TEXT,
        "signed": TEXT,
        "created_at": TIME,
    }
    outcome = {
        "done_on": {"type": "string", "format": "date"},
        "text": TEXT,
        "label": MAYBE_TEXT,
        "before": number,
        "photo": MAYBE_TEXT,
        "created_at": TIME,
    }
    return {
        "Conclusion": object_of(conclusion),
        "Outcome": object_of(outcome),
        "LookBack": object_of({"text": TEXT, "after": number, "created_at": TIME}),
    }


def _maybe_id() -> JsonObject:
    return {**MAYBE_ID, "description": "None once it was taken back."}
