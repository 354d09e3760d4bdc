"""The bench can be run. Nothing here looks at a time: no timed test decides whether the suite passes."""

from __future__ import annotations

import pytest

from tests.bench.__main__ import main, measure
from tests.bench.plan import QUICK, Pair, Row, side_by_side, table
from tests.ui.paper.kinds import KINDS


def test_the_table_names_figure_target_and_measure() -> None:
    rows = measure(QUICK, ["S1", "S3", "S4", "S7", "S12", "S13"])

    sheets = ["S12"] * (2 + len(KINDS))
    assert [row.figure for row in rows] == ["S1", "S3", "S4", "S7", *sheets, "S13"]
    assert all(row.target and row.measured and float(row.ratio) > 0 for row in rows)


def test_the_kiosk_is_measured_too() -> None:
    rows = measure(QUICK, ["S8", "S9", "S10", "S11", "S15"])

    assert [row.figure for row in rows] == ["S8", "S9", "S10", "S11", "S11", "S15"]
    assert all(row.target and row.measured for row in rows)


def test_a_missed_target_is_told() -> None:
    row = Row(figure="S4", what="board", target=">= 0.6", measured="9/s", ratio="0.59", reached=False)

    assert table([row]).splitlines()[1].endswith("0.59  not reached")


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    assert Pair((10, 40, 30), (10, 10, 10)).ratio == 3


def test_the_first_round_only_warms_up() -> None:
    taken = iter(range(100))

    pair = side_by_side(2, lambda: next(taken), lambda: next(taken))

    assert pair == Pair((2, 4), (3, 5))


def test_an_unknown_figure_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--only", "S99"])

    assert "no such figure: S99" in capsys.readouterr().err
