"""What an answer needs to be complete: a refusal its reason, a trial its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    until: date | None = None
    private: bool = False


def decide(
    status: Status,
    text: str,
    *,
    today: date,
    reason: str = "",
    until: date | None = None,
    private: bool = False,
) -> Decision:
    """A complete decision. `today` is the shop's date.

    Raises InvalidInput on field `status`, `text`, `reason` or `until` with what is missing. A private answer
    may leave the status `new`: it is a word to the author, not yet a decision.
    """
    if status is Status.NEW and not private:
        raise InvalidInput("status", mark("Please choose what you decided."))
    reason = texts.clean_reason(reason)
    if status is Status.DECLINED and not reason:
        raise InvalidInput("reason", mark("A no needs its reason. One short sentence is enough."))
    if status is Status.TRIAL and until is None:
        raise InvalidInput("until", mark("Please say until when you try it."))
    if status is Status.TRIAL and until is not None and until <= today:
        raise InvalidInput("until", mark("A trial has to end after today."))
    return Decision(
        status=status,
        text=texts.clean_answer(text),
        reason=reason if status is Status.DECLINED else "",
        until=until if status is Status.TRIAL else None,
        private=private,
    )
