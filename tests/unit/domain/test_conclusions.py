"""How a storm ends: words that are there, on whom it rests or why on none, and when it is looked back on."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.domain.conclusions import (
    MOST_CREDITED,
    Conclusion,
    clean_conclusion,
    clean_look_back,
    clean_outcome_text,
    look_back_due,
)
from app.domain.errors import InvalidInput
from tests.hostile import HOSTILE
from tests.making import TUESDAY

A, B = UUID(int=1), UUID(int=2)
SAID = Conclusion(
    id=UUID(int=9),
    storm_id=UUID(int=8),
    heard="Quiet enough to talk, and something to remember.",
    decided="An acoustic guitar, until nine.",
    rests_on=(A, B),
    created_at=TUESDAY,
)


def test_what_is_said_is_kept_as_it_is() -> None:
    said = replace(SAID, because="Children sleep upstairs.", thanks="Ben and Ingrid.", signed="Marta")

    assert clean_conclusion(said) == said


def test_texts_are_brought_into_their_one_form() -> None:
    kept = clean_conclusion(replace(SAID, heard="  Music,\r\nplease ", because="\u200b", thanks="Ben\x00"))

    assert (kept.heard, kept.because, kept.thanks) == ("Music,\nplease", "", "Ben")


def test_it_rests_on_each_contribution_once_in_the_order_of_the_chain() -> None:
    assert clean_conclusion(replace(SAID, rests_on=(B, A, B))).rests_on == (B, A)


def test_it_rests_on_none_only_with_a_reason() -> None:
    alone = replace(SAID, rests_on=(), rests_on_none="Nobody wrote anything this time.")

    assert clean_conclusion(alone) == alone
    assert clean_conclusion(replace(alone, rests_on=(A,))).rests_on_none == ""


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (replace(SAID, heard=" "), "heard"),
        (replace(SAID, decided="\u3164"), "decided"),
        (replace(SAID, heard="W" * 401), "heard"),
        (replace(SAID, decided="W" * 401), "decided"),
        (replace(SAID, because="W" * 401), "because"),
        (replace(SAID, thanks="W" * 401), "thanks"),
        (replace(SAID, rests_on=()), "rests_on"),
        (replace(SAID, rests_on=(), rests_on_none=" \n"), "rests_on"),
        (replace(SAID, rests_on=(), rests_on_none="W" * 401), "rests_on_none"),
        (replace(SAID, rests_on=tuple(UUID(int=n) for n in range(MOST_CREDITED + 1))), "rests_on"),
    ],
)
def test_what_is_missing_or_too_long_is_pointed_at(said: Conclusion, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_conclusion(said)

    assert refused.value.field == field


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_cleaned_or_refused(text: str) -> None:
    with suppress(InvalidInput):
        kept = clean_conclusion(replace(SAID, heard=text))
        assert clean_conclusion(kept) == kept


def test_the_proof_and_the_look_back_are_a_sentence_each() -> None:
    assert clean_outcome_text(" It plays. ") == "It plays."
    assert clean_look_back("The house was full.") == "The house was full."
    for text in ("", "W" * 401):
        with pytest.raises(InvalidInput):
            clean_outcome_text(text)
        with pytest.raises(InvalidInput):
            clean_look_back(text)


def test_it_is_looked_back_on_after_thirty_days() -> None:
    assert look_back_due(date(2026, 12, 4)) == date(2027, 1, 3)
