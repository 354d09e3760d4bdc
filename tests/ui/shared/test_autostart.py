"""The entry that starts the kiosk when somebody logs in."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest

from app.domain.errors import AppError
from ui.shared.autostart import Program, quoted, set_autostart, starts_by_itself

COMMAND = ["/opt/tea cup/teacup", "--data", "/home/marta/100%", "kiosk"]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "config"


def test_the_kiosk_is_added_to_what_starts_and_taken_away(config: Path) -> None:
    around = {"XDG_CONFIG_HOME": str(config)}
    entry = config / "autostart" / "teacup-kiosk.desktop"

    set_autostart(Program.KIOSK, COMMAND, is_on=True, environment=around)
    assert 'Exec="/opt/tea cup/teacup" "--data" "/home/marta/100%%" "kiosk"\n' in entry.read_text()

    set_autostart(Program.KIOSK, COMMAND, is_on=False, environment=around)
    set_autostart(Program.KIOSK, COMMAND, is_on=False, environment=around)
    assert not entry.exists()


def test_a_folder_that_cannot_be_written_is_a_sentence(config: Path) -> None:
    config.write_text("not a folder")

    with pytest.raises(AppError, match="could not be written"):
        set_autostart(Program.KIOSK, COMMAND, is_on=True, environment={"XDG_CONFIG_HOME": str(config)})


def test_elsewhere_the_help_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "freebsd14")

    with pytest.raises(AppError, match="help page"):
        set_autostart(Program.KIOSK, COMMAND, is_on=True, environment={})


def test_macs_get_an_agent_that_runs_at_login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    around = {"HOME": str(tmp_path)}

    set_autostart(Program.KIOSK, COMMAND, is_on=True, environment=around)

    agent = tmp_path / "Library" / "LaunchAgents" / "app.teacup.kiosk.plist"
    told = plistlib.loads(agent.read_bytes())
    assert told["ProgramArguments"] == COMMAND
    assert told["RunAtLoad"] is True
    assert starts_by_itself(Program.KIOSK, around)
    set_autostart(Program.KIOSK, COMMAND, is_on=False, environment=around)
    assert not agent.exists()


@pytest.mark.parametrize(
    ("argument", "written"), [("a b", '"a b"'), ('say "hi"', '"say \\\\"hi\\\\""'), ("$HOME", '"\\\\$HOME"')]
)
def test_arguments_are_quoted_for_a_desktop_entry(argument: str, written: str) -> None:
    assert quoted(argument) == written


def test_desk_and_kiosk_start_each_by_itself(config: Path) -> None:
    around = {"XDG_CONFIG_HOME": str(config)}

    set_autostart(Program.DESK, COMMAND, is_on=True, environment=around)

    assert starts_by_itself(Program.DESK, around)
    assert not starts_by_itself(Program.KIOSK, around)
