"""Ideas as scripts and people read them in a terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence

from app.domain.claim_codes import spaced
from app.domain.clock import rfc3339
from app.domain.ideas import Idea, Response
from app.domain.text import clean_line, first_graphemes

LISTED_CHARACTERS = 70


def idea_json(idea: Idea, answers: Sequence[Response]) -> dict[str, object]:
    """One idea with all its answers; times are RFC 3339 in UTC."""
    return {
        "id": str(idea.id),
        "claim_code": idea.claim_code,
        "text": idea.text,
        "name": idea.name,
        "channel": idea.channel,
        "visibility": idea.visibility,
        "status": idea.status,
        "votes": idea.votes,
        "builds_on": str(idea.builds_on) if idea.builds_on else None,
        "link": idea.link,
        "built_on": idea.built_on,
        "storm_id": str(idea.storm_id) if idea.storm_id else None,
        "views": idea.views,
        "look_again_on": idea.look_again_on.isoformat() if idea.look_again_on else None,
        "merged_into": str(idea.merged_into) if idea.merged_into else None,
        "created_at": rfc3339(idea.created_at),
        "public_at": rfc3339(idea.public_at) if idea.public_at else None,
        "responses": [answer_json(answer) for answer in answers],
    }


def answer_json(answer: Response) -> dict[str, object]:
    return {
        "text": answer.text,
        "status": answer.status,
        "reason": answer.reason,
        "change_mind": answer.change_mind,
        "until": answer.until.isoformat() if answer.until else None,
        "done_on": answer.done_on.isoformat() if answer.done_on else None,
        "photo": str(answer.photo_id) if answer.photo_id else None,
        "private": answer.private,
        "created_at": rfc3339(answer.created_at),
    }


def idea_line(idea: Idea) -> str:
    """One row of a list: code, who may see it, status, votes, the beginning of the words."""
    words = clean_line(idea.text)
    shown = first_graphemes(words, LISTED_CHARACTERS)
    cut = "…" if shown != words else ""
    return f"{spaced(idea.claim_code)}  {idea.visibility:<8} {idea.status:<12}{idea.votes:>5}  {shown}{cut}"


def idea_lines(idea: Idea, answers: Sequence[Response], kept: Idea) -> str:
    """One idea in full, as a person reads it; `kept` is what it was put together with, else itself."""
    who = idea.own_name or "A guest"
    head = f"{spaced(idea.claim_code)}: {idea.visibility}, {idea.status}, {idea.votes} votes"
    lines = [head, f"{who}, {idea.channel}, {rfc3339(idea.created_at)}", "", idea.own_text]
    if kept.id != idea.id:
        lines += ["", f"Put together with {spaced(kept.claim_code)}: {clean_line(kept.text)}"]
    for answer in answers:
        kind = f"{answer.status}, only for the author" if answer.private else answer.status
        lines += ["", f"{answer.signed or 'The shop'} ({kind}): {answer.text}"]
        lines += [f"Reason: {answer.reason}"] if answer.reason else []
        lines += [f"What would change our mind: {answer.change_mind}"] if answer.change_mind else []
        lines += [f"Done on: {answer.done_on.isoformat()}"] if answer.done_on else []
        lines += [f"Until: {answer.until.isoformat()}"] if answer.until else []
    return "\n".join(lines)


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
