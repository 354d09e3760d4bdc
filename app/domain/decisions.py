"""What an answer needs to be complete: a refusal its reason, a trial its end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain import text as texts
from app.domain.errors import InvalidInput
from app.domain.ideas import Status
from app.domain.translation import mark

_WITH_A_NO = {
    "reason": mark("A reason goes with a no."),
    "change_mind": mark("What would change our mind goes with a no."),
    "look_again_on": mark("A day to look again goes with a no."),
}
_WITH_A_TRIAL = {"until": mark("An end goes with a trial.")}
_WITH_WHAT_IS_DONE = {
    "done_on": mark("The day it was done goes with what is done."),
    "photo_id": mark("A photo goes with what is done, in public."),
}
_BELONGS = {Status.DECLINED: _WITH_A_NO, Status.TRIAL: _WITH_A_TRIAL, Status.DONE: _WITH_WHAT_IS_DONE}
PARTS = tuple(part for parts in _BELONGS.values() for part in parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What the owner decided and says. Build it with `decide`, which refuses an incomplete one."""

    status: Status
    text: str
    reason: str = ""
    change_mind: str = ""
    look_again_on: date | None = None
    until: date | None = None
    done_on: date | None = None
    photo_id: UUID | None = None
    private: bool = False


def decide(
    status: Status,
    text: str,
    *,
    today: date,
    reason: str = "",
    change_mind: str = "",
    look_again_on: date | None = None,
    until: date | None = None,
    done_on: date | None = None,
    photo_id: UUID | None = None,
    private: bool = False,
) -> Decision:
    """A complete decision. `today` is the shop's date.

    Raises InvalidInput on field `status`, `text`, `reason`, `change_mind`, `look_again_on`, `until`,
    `done_on` or `photo_id` with what is missing, wrong, or belongs to another status. A private answer may
    leave the status `new`: it is a word to the author, not yet a decision; and it carries no photo, which
    everybody could see.
    """
    if status is Status.NEW and not private:
        raise InvalidInput("status", mark("Please choose what you decided."))
    parts = {
        "reason": reason.strip(),
        "change_mind": change_mind.strip(),
        "look_again_on": look_again_on,
        "until": until,
        "done_on": done_on,
        "photo_id": photo_id,
    }
    refuse_what_belongs_elsewhere(status, {name for name, part in parts.items() if part}, private=private)
    said = texts.clean_answer
    if status is Status.DECLINED:
        reason, change_mind = _refusal(reason, change_mind, look_again_on, today)
        return Decision(
            status=status,
            text=said(text),
            reason=reason,
            change_mind=change_mind,
            look_again_on=look_again_on,
            private=private,
        )
    if status is Status.TRIAL:
        return Decision(status=status, text=said(text), until=_trial_end(until, today), private=private)
    if status is Status.DONE:
        _refuse_what_is_to_come(done_on, today)
        return Decision(status=status, text=said(text), done_on=done_on, photo_id=photo_id, private=private)
    return Decision(status=status, text=said(text), private=private)


def belongs(part: str, status: Status, *, private: bool) -> bool:
    """Whether this part of a decision, named as its field is, goes with `status`."""
    return part in _BELONGS.get(status, {}) and not (part == "photo_id" and private)


def refuse_what_belongs_elsewhere(status: Status, parts: Collection[str], *, private: bool) -> None:
    """Raises InvalidInput on the first of the given `parts` that another decision has."""
    for there in _BELONGS.values():
        for part, sentence in there.items():
            if part in parts and not belongs(part, status, private=private):
                raise InvalidInput(part, sentence)


def _refusal(reason: str, change_mind: str, look_again_on: date | None, today: date) -> tuple[str, str]:
    reason = texts.clean_reason(reason)
    if not reason:
        raise InvalidInput("reason", mark("A no needs its reason. One short sentence is enough."))
    if look_again_on is not None and look_again_on <= today:
        raise InvalidInput("look_again_on", mark("Looking again has to lie after today."))
    return reason, texts.clean_change_mind(change_mind)


def _trial_end(until: date | None, today: date) -> date:
    if until is None:
        raise InvalidInput("until", mark("Please say until when you try it."))
    if until <= today:
        raise InvalidInput("until", mark("A trial has to end after today."))
    return until


def _refuse_what_is_to_come(done_on: date | None, today: date) -> None:
    if done_on is not None and done_on > today:
        raise InvalidInput("done_on", mark("What is done was done today or before."))
