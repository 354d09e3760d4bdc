"""Fair look time: counted only where somebody could have read."""

from __future__ import annotations

from uuid import UUID, uuid4

from app.kiosk.notes import Look
from ui.kiosk.wall.look_times import LookTimes, Span, in_view

ONE, OTHER = uuid4(), uuid4()


def seen(*ids: UUID) -> frozenset[UUID]:
    return frozenset(ids)


def test_a_note_is_in_view_from_its_half_on() -> None:
    spans = [Span(ONE, -60, 40), Span(OTHER, -50, 50)]

    assert in_view(spans, 0, 800) == seen(OTHER)


def test_a_note_taller_than_the_view_has_to_fill_half_of_it() -> None:
    assert in_view([Span(ONE, -2000, 350)], 0, 800) == seen()
    assert in_view([Span(ONE, -2000, 450)], 0, 800) == seen(ONE)


def test_nothing_is_in_a_view_without_height() -> None:
    assert in_view([Span(ONE, 0, 100)], 0, 0) == seen()


def test_a_look_counts_from_a_second_on() -> None:
    times = LookTimes()

    times.show(seen(ONE, OTHER), 0)
    times.show(seen(ONE), 999)
    times.show(seen(), 1000)

    assert times.take(1000) == (Look(idea_id=ONE, milliseconds=1000, views=1),)


def test_a_note_that_stays_is_viewed_once_however_often_one_asks() -> None:
    times = LookTimes()

    times.show(seen(ONE), 0)
    first, second = times.take(30_000), times.take(30_500)

    assert first == (Look(idea_id=ONE, milliseconds=30_000, views=1),)
    assert second == (Look(idea_id=ONE, milliseconds=500, views=0),)


def test_a_note_that_comes_back_is_viewed_again() -> None:
    times = LookTimes()

    for start in (0, 5000):
        times.show(seen(ONE), start)
        times.show(seen(), start + 2000)

    assert times.take(9000) == (Look(idea_id=ONE, milliseconds=4000, views=2),)


def test_what_was_told_is_not_told_again() -> None:
    times = LookTimes()
    times.show(seen(ONE), 0)
    times.show(seen(), 2000)

    times.take(2000)

    assert times.take(3000) == ()
