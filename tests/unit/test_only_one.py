"""One process at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.only_one import Held, only_one

HOLDS = "import sys; from pathlib import Path; from app.only_one import only_one\nwith only_one(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    with only_one(tmp_path / "lock"), pytest.raises(Held), only_one(tmp_path / "lock"):
        pass

    with only_one(tmp_path / "lock"):
        pass


def test_a_killed_holder_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)],
        cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Held), only_one(path):
            pass

        other.kill()
        other.wait()

        with only_one(path):
            pass
