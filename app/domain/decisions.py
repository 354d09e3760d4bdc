"""What an answer needs to be complete: a refusal its reason, a trial its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain import text as texts
from app.domain.errors import InvalidInput
from app.domain.ideas import Status
from app.domain.translation import mark


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
    """A complete decision. `today` is the shop's date. What belongs to another status is left out.

    Raises InvalidInput on field `status`, `text`, `reason`, `change_mind`, `look_again_on`, `until` or
    `done_on` with what is missing or wrong. A private answer may leave the status `new`: it is a word to the
    author, not yet a decision; and it carries no photo, which everybody could see.
    """
    if status is Status.NEW and not private:
        raise InvalidInput("status", mark("Please choose what you decided."))
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
        photo = None if private else photo_id
        return Decision(status=status, text=said(text), done_on=done_on, photo_id=photo, private=private)
    return Decision(status=status, text=said(text), private=private)


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
