from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from app.domain.ideas import Status
from tests.kiosk_making import make_facts, sample_notes
from tests.making import TUESDAY

SUNDAY = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)


def test_the_kiosk_knows_when_the_shop_closes() -> None:
    facts = make_facts()

    assert facts.is_open(TUESDAY)
    assert facts.closes_at(TUESDAY) == time(18, 30)
    assert not facts.is_open(SUNDAY)
    assert facts.closes_at(SUNDAY) is None


def test_the_promise_counts_open_days_without_the_server() -> None:
    assert make_facts(promise_days=5).due(TUESDAY) == date(2026, 11, 23)


def test_the_wall_of_the_tests_has_many_languages_and_answers_of_every_kind() -> None:
    notes = sample_notes(2000)

    assert len({note.id for note in notes}) == 2000
    assert len({note.language for note in notes[:40]}) > 12
    assert {note.status for note in notes} == set(Status)
    assert all(note.public_at <= TUESDAY + timedelta(minutes=1) for note in notes)
