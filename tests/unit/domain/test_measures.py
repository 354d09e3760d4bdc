"""Did it pay: numbers as people write them, when to count again, what changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from app.domain.errors import InvalidInput
from app.domain.measures import Measure, clean_measure_label, due_day, read_number

DONE_ON = date(2026, 11, 2)


def make_measure(before: str = "100", after: str | None = None) -> Measure:
    return Measure(
        id=UUID(int=1),
        idea_id=UUID(int=2),
        label="coffees on a Friday",
        before=Decimal(before),
        after=None if after is None else Decimal(after),
        due_on=due_day(DONE_ON),
    )


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("120", "120"),
        (" 1 240 ", "1240"),
        ("1 240,50", "1240.5"),
        ("1,240", "1240"),
        ("1.240", "1240"),
        ("1.240.000", "1240000"),
        ("1,240.75", "1240.75"),
        ("1.240,75", "1240.75"),
        ("12,5", "12.5"),
        ("0,125", "0.125"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("1’240", "1240"),
        ("٤٢", "42"),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, number: str) -> None:
    assert read_number(written, "before") == Decimal(number)


@pytest.mark.parametrize(
    "written", ["", "many", "12 or so", "1,2,3", "Infinity", "NaN", "1e400", "9" * 40, "\0"]
)
def test_what_is_no_number_is_refused_at_its_field(written: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_number(written, "after")

    assert refused.value.field == "after"


def test_a_measure_wants_to_say_what_it_counts() -> None:
    assert clean_measure_label("  coffees\non a Friday ") == "coffees on a Friday"
    with pytest.raises(InvalidInput):
        clean_measure_label(" \u200b ")


def test_it_is_counted_again_thirty_days_on() -> None:
    measure = make_measure()

    assert due_day(DONE_ON) == date(2026, 12, 2)
    assert not measure.is_due(date(2026, 12, 1))
    assert measure.is_due(date(2026, 12, 2))
    assert not make_measure(after="120").is_due(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("before", "after", "percent"),
    [("100", "125", 25), ("80", "60", -25), ("-10", "-5", 50), ("0", "5", None), ("100", None, None)],
)
def test_the_change_is_told_in_percent_of_before(before: str, after: str | None, percent: int | None) -> None:
    assert make_measure(before, after).change_percent == percent


def test_a_round_number_is_written_out() -> None:
    assert [str(read_number(written, "before")) for written in ("1500", "1 240,50", "0", "-20")] == [
        "1500",
        "1240.5",
        "0",
        "-20",
    ]
