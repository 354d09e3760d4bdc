"""Sheets, places and plans as scripts and people read them in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias
from uuid import UUID

from app.domain.clock import rfc3339
from app.domain.ledger import Entry, PlaceView
from app.domain.notices import Notice
from app.domain.sheets import Reason
from app.domain.text import clean_line, first_graphemes
from app.domain.wall_plan import Hang, Plan, TakeDown, Why
from app.domain.walls import Hanging, Measures
from app.wall_words import kind_word, reasons_line, today_words
from app.words import Words

TITLE_CHARACTERS = 44
NOWHERE = "somewhere"
WHYS = {
    Why.STALE: "no longer true",
    Why.OVERDUE: "its day is past",
    Why.MAKES_ROOM: "has hung long enough",
}
Names: TypeAlias = Mapping[UUID, str]
"""The places in use, by their ids."""


def entry_line(entry: Entry, names: Names, words: Words) -> str:
    """Number, kind, size, where it hangs, until when, what is wrong, and what it says."""
    notice = entry.notice
    until = notice.take_down_on.isoformat() if notice.take_down_on else "open"
    told = reasons_line(entry.reasons, words) if entry.reasons else today_words(entry, words)
    kind = f"{kind_word(notice.kind, words)}, {notice.size}"
    return f"{notice.number:>5}  {kind:<28} {_where(entry, names):<20} {until:<10}  {_says(entry)}  [{told}]"


def entry_json(entry: Entry, names: Names) -> dict[str, object]:
    return {
        **_notice_json(entry.notice),
        "title": entry.title,
        "more": entry.more,
        "votes": entry.votes,
        "replaced_by": entry.replaced_by,
        "places": [_hanging_json(hanging, names) for hanging in entry.hangings],
        "reasons": [_reason_json(reason) for reason in entry.reasons],
        "remedy": entry.remedy,
    }


def place_line(view: PlaceView) -> str:
    measures = view.place.measures
    size = f"{_centimetres(measures)} cm" if measures else "no measures"
    return f"{view.place.name:<30} {size:<16} {len(view.hangings)} sheets, {view.stale} no longer true"


def place_json(view: PlaceView) -> dict[str, object]:
    measures = view.place.measures
    return {
        "id": str(view.place.id),
        "name": view.place.name,
        "width_mm": measures.width if measures else None,
        "height_mm": measures.height if measures else None,
        "sheets": [entry.notice.number for entry in view.entries],
    }


def plan_lines(plan: Plan, texts: Mapping[UUID, str]) -> Iterator[str]:
    if not plan.take_down and not plan.hang:
        yield "Nothing to do."
    for down in plan.take_down:
        yield f"Take down {down.sheet.number}: {WHYS[down.why]}."
    for step in plan.hang:
        after = f", when {', '.join(map(str, step.after))} is down" if step.after else ""
        yield f"Hang {_candidate(step, texts)}, {step.candidate.size}, at {step.at.x}, {step.at.y} mm{after}."
    if plan.waiting:
        yield f"No room for {len(plan.waiting)} more."


def plan_json(plan: Plan) -> dict[str, object]:
    return {
        "take_down": [_down_json(down) for down in plan.take_down],
        "hang": [_hang_json(step) for step in plan.hang],
        "waiting": len(plan.waiting),
    }


def _candidate(step: Hang, texts: Mapping[UUID, str]) -> str:
    wanted = step.candidate
    if wanted.number is not None:
        return str(wanted.number)
    text = texts.get(wanted.idea_id, "") if wanted.idea_id else ""
    return f"a new notice, “{first_graphemes(clean_line(text), TITLE_CHARACTERS)}”"


def _where(entry: Entry, names: Names) -> str:
    hanging = [names[copy.place_id] for copy in entry.hanging_now if copy.place_id in names]
    if hanging:
        return ", ".join(dict.fromkeys(hanging))
    return NOWHERE if entry.notice.hangs else "-"


def _says(entry: Entry) -> str:
    shown = first_graphemes(entry.title, TITLE_CHARACTERS)
    cut = "…" if shown != entry.title else ""
    return f"{shown}{cut}" + (f" (and {entry.more} more)" if entry.more else "")


def _notice_json(notice: Notice) -> dict[str, object]:
    return {
        "id": str(notice.id),
        "number": notice.number,
        "kind": notice.kind,
        "size": notice.size,
        "design": notice.design,
        "made_at": rfc3339(notice.made_at),
        "take_down_on": notice.take_down_on.isoformat() if notice.take_down_on else None,
        "down_at": rfc3339(notice.down_at) if notice.down_at else None,
        "down_by": notice.down_by,
        "address": notice.shown.address,
    }


def _hanging_json(hanging: Hanging, names: Names) -> dict[str, object]:
    return {
        "place": names.get(hanging.place_id),
        "x_mm": hanging.at.x if hanging.at else None,
        "y_mm": hanging.at.y if hanging.at else None,
        "since": rfc3339(hanging.since),
        "down_at": rfc3339(hanging.down_at) if hanging.down_at else None,
        "down_by": hanging.down_by,
    }


def _reason_json(reason: Reason) -> dict[str, object]:
    told = {
        "ailment": reason.ailment,
        "idea": str(reason.idea_id) if reason.idea_id else None,
        "said": reason.said,
        "now": reason.now,
        "other": reason.other,
        "before": reason.before or None,
        "after": reason.after or None,
        "day": reason.day.isoformat() if reason.day else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _down_json(down: TakeDown) -> dict[str, object]:
    return {"number": down.sheet.number, "why": down.why}


def _hang_json(step: Hang) -> dict[str, object]:
    wanted = step.candidate
    return {
        "number": wanted.number,
        "idea": str(wanted.idea_id) if wanted.idea_id else None,
        "size": wanted.size,
        "x_mm": step.at.x,
        "y_mm": step.at.y,
        "after": list(step.after),
    }


def _centimetres(measures: Measures) -> str:
    return f"{measures.width / 10:g} x {measures.height / 10:g}"
