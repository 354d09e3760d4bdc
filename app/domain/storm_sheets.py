"""The sheets of paper that belong to a storm, and when each was printed last."""

from __future__ import annotations

from enum import StrEnum


class StormSheet(StrEnum):
    """In the order in which a storm needs them."""

    QUESTION = "question"
    COUNTDOWN = "countdown"
    BALLOTS = "ballots"
    CONCLUSION = "conclusion"
    PROOF = "proof"
