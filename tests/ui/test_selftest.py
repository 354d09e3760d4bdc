"""`teacup --selftest` says one line a check, and a failed check ends it with status 1."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ui import selftest


def test_the_program_run_from_source_is_whole() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "ui", "--selftest"], capture_output=True, text=True, timeout=120, check=False
    )

    lines = ended.stdout.splitlines()
    assert ended.returncode == 0, ended.stdout + ended.stderr
    names = [line.split(":")[0] for line in lines]
    assert names == [f"ok  {name}" for name in selftest.CHECKS]
    assert len(names) == 8


def test_what_is_missing_is_told_and_the_other_checks_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacks_a_font(_room: selftest.Room) -> str:
        raise FileNotFoundError("NotoSansArabic-Regular.ttf")

    monkeypatch.setattr(selftest, "CHECKS", {"paper": lacks_a_font, "database": selftest.check_database})
    said: list[str] = []

    status = selftest.run_selftest(said.append)

    assert status == 1
    assert said[0] == "FAILED  paper: NotoSansArabic-Regular.ttf"
    assert said[1].startswith("ok  database")
