"""The owner's inbox: which ideas ask for something, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class InboxView(StrEnum):
    """TO_ANSWER: on the board or private, and without a decision. WAITING: for approval. ALL: everything."""

    TO_ANSWER = "to-answer"
    WAITING = "waiting"
    ALL = "all"


@dataclass(frozen=True, kw_only=True, slots=True)
class InboxCounts:
    to_answer: int
    waiting: int
    all: int
