"""Hints are modest: one at most, none while a sentence is being written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer_hints import Hint, hint_for
from app.domain.decisions import Decision
from app.domain.ideas import Status


@pytest.mark.parametrize(
    ("text", "status", "hint"),
    [
        ("", Status.PLANNED, Hint.PLENTY),
        ("We will", Status.PLANNED, Hint.PLENTY),
        ("Thank you! We will.", Status.PLANNED, Hint.NO_DAY),
        ("Thank you! From 1 December.", Status.PLANNED, Hint.PLENTY),
        ("Thank you! We cannot.", Status.DECLINED, Hint.NO_REASON),
        ("We have it.", Status.ALREADY, Hint.NO_THANKS),
        ("Danke! Gibt es schon.", Status.ALREADY, Hint.PLENTY),
        ("ありがとう。もうあります。", Status.ALREADY, Hint.PLENTY),
        ("شكرا لك. موجود.", Status.ALREADY, Hint.PLENTY),
        ("WE ALREADY HAVE IT THERE.", Status.ALREADY, Hint.SHOUTING),
        ("One. Two. Three. Four. Five.", Status.ALREADY, Hint.LONG),
        ("word " * 70, Status.ALREADY, Hint.COUNT),
    ],
)
def test_the_hint_that_matters_most_is_given(text: str, status: Status, hint: Hint) -> None:
    assert hint_for(Decision(status=status, text=text)) is hint


@given(st.text(max_size=400), st.sampled_from(list(Status)))
def test_any_text_has_one(text: str, status: Status) -> None:
    assert hint_for(Decision(status=status, text=text)) in Hint
