"""Paper ballots: a code as a claim code's, and given once."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ballots import Ballot, BallotDoor, new_ballot_code, parse_ballot_code
from app.domain.claim_codes import ALPHABET, spaced
from tests.making import TUESDAY

codes = st.builds(new_ballot_code)


@given(codes)
def test_a_code_is_recognised_however_it_is_typed(code: str) -> None:
    typed = spaced(code).lower().replace("0", "o").replace("1", "i")

    assert parse_ballot_code(f" {typed}\n") == code


@given(codes)
def test_each_single_wrong_character_is_noticed(code: str) -> None:
    wrong = [
        code[:place] + other + code[place + 1 :]
        for place in range(len(code))
        for other in ALPHABET
        if other != code[place]
    ]

    assert not any(parse_ballot_code(each) for each in wrong)


def test_a_ballot_is_given_once_it_says_when_and_also_when_its_choice_was_erased() -> None:
    printed = Ballot(id=UUID(int=1), code="", storm_id=UUID(int=2), number=1, made_at=TUESDAY)
    given_once = replace(printed, given_at=TUESDAY, door=BallotDoor.TILL)

    assert not printed.is_given
    assert given_once.is_given
