"""The owner's inbox: which ideas ask for something, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.ideas import Idea, Visibility


class InboxView(StrEnum):
    """TO_ANSWER: on the board or private, and without a decision, on a trial that is over, or to be looked
    at again. WAITING: for approval. ALL: everything."""

    TO_ANSWER = "to-answer"
    WAITING = "waiting"
    ALL = "all"


@dataclass(frozen=True, kw_only=True, slots=True)
class InboxCounts:
    to_answer: int
    waiting: int
    all: int


def wants_answer(idea: Idea, today: date) -> bool:
    """Whether it lies in TO_ANSWER. `today` is the shop's date: a trial comes back by itself on the day after
    its last, and nothing is written for that."""
    if idea.merged_into is not None or idea.visibility not in {Visibility.PUBLIC, Visibility.PRIVATE}:
        return False
    return not idea.is_answered or is_trial_over(idea, today) or is_due_again(idea, today)


def view_of(idea: Idea, today: date) -> InboxView:
    """The view in which the owner finds it first."""
    if wants_answer(idea, today):
        return InboxView.TO_ANSWER
    waits = idea.merged_into is None and idea.visibility is Visibility.WAITING
    return InboxView.WAITING if waits else InboxView.ALL


def is_trial_over(idea: Idea, today: date) -> bool:
    return idea.trial_until is not None and idea.trial_until < today


def is_due_again(idea: Idea, today: date) -> bool:
    """Whether the day has come that the owner set for looking at a refusal again."""
    return idea.look_again_on is not None and idea.look_again_on <= today
