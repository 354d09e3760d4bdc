"""Which backups are made and which may go."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.domain.backups import (
    KEPT_AT_MOST,
    KEPT_DAILY,
    BackupFile,
    is_backup_due,
    is_backup_missed,
    superfluous,
)
from tests.making import TUESDAY

ages = st.lists(st.integers(0, 100 * 24 * 60), unique=True)


def backup(made_at: datetime) -> BackupFile:
    return BackupFile(path=Path(made_at.isoformat()), made_at=made_at)


def test_one_a_day_is_due() -> None:
    assert is_backup_due([], TUESDAY)
    assert not is_backup_due([backup(TUESDAY - timedelta(hours=19))], TUESDAY)
    assert is_backup_due([backup(TUESDAY - timedelta(hours=21))], TUESDAY)


def test_a_backup_from_the_future_does_not_stop_new_ones() -> None:
    assert is_backup_due([backup(TUESDAY + timedelta(days=400))], TUESDAY)


@given(ages)
def test_after_eight_weeks_every_copy_is_gone_and_the_last_week_stays(minutes: list[int]) -> None:
    backups = [backup(TUESDAY - timedelta(minutes=age)) for age in minutes]

    kept = [each for each in backups if each not in superfluous(backups, TUESDAY)]

    assert all(TUESDAY - each.made_at <= KEPT_AT_MOST for each in kept)
    assert {each for each in backups if TUESDAY - each.made_at <= KEPT_DAILY} <= set(kept)


def test_a_year_of_days_leaves_a_week_of_days_and_a_copy_of_each_week_before() -> None:
    kept: list[BackupFile] = []
    for day in range(365):
        now = TUESDAY + timedelta(days=day)
        kept.append(backup(now))
        kept = [each for each in kept if each not in superfluous(kept, now)]

    gaps = [later.made_at - earlier.made_at for earlier, later in itertools.pairwise(kept)]
    assert 13 <= len(kept) <= 16
    assert max(gaps) <= timedelta(days=13)


def test_on_the_first_day_no_copy_is_missed() -> None:
    assert not is_backup_missed(None, None, TUESDAY)
    assert not is_backup_missed(None, TUESDAY - timedelta(hours=1), TUESDAY)
    assert is_backup_missed(None, TUESDAY - timedelta(days=1), TUESDAY)
    assert is_backup_missed(TUESDAY - timedelta(days=3), TUESDAY - timedelta(hours=1), TUESDAY)
    assert not is_backup_missed(TUESDAY - timedelta(hours=5), TUESDAY - timedelta(days=9), TUESDAY)
