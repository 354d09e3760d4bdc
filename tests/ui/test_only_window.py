"""Teacup started twice on one data folder: the open desk comes forward, and no second one opens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.desk.only_window import OnlyWindow, bring_forward, name_for

ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.desk.only_window import bring_forward
app = QCoreApplication([])
sys.exit(0 if bring_forward(Path(sys.argv[1])) else 3)
"""


def ask(root: Path) -> subprocess.Popen[bytes]:
    """A second start, as far as it asks for the first."""
    return subprocess.Popen([sys.executable, "-c", ASK, str(root)], cwd=Path(__file__).parents[2])


def test_a_second_start_brings_the_first_forward(qtbot: QtBot, tmp_path: Path) -> None:
    first = OnlyWindow(tmp_path)
    with qtbot.waitSignal(first.asked, timeout=30_000), ask(tmp_path) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    first.close()


def test_nobody_there_means_a_desk_opens(tmp_path: Path) -> None:
    assert not bring_forward(tmp_path)


def test_another_folder_is_another_desk(tmp_path: Path) -> None:
    first = OnlyWindow(tmp_path / "one")
    assert not bring_forward(tmp_path / "two")
    assert name_for(tmp_path / "one") == name_for(tmp_path / "x" / ".." / "one")
    first.close()


def test_what_a_fallen_desk_left_behind_is_in_nobodys_way(qtbot: QtBot, tmp_path: Path) -> None:
    leave = "import os, sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QCoreApplication\n"
    leave += "from ui.desk.only_window import OnlyWindow\napp = QCoreApplication([])\n"
    leave += "kept = OnlyWindow(Path(sys.argv[1]))\nos._exit(9)\n"
    fallen = subprocess.run(
        [sys.executable, "-c", leave, str(tmp_path)], cwd=Path(__file__).parents[2], check=False
    )
    assert fallen.returncode == 9

    assert not bring_forward(tmp_path)
    first = OnlyWindow(tmp_path)
    with qtbot.waitSignal(first.asked, timeout=30_000), ask(tmp_path) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    first.close()
