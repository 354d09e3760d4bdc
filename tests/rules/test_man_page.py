"""The manual page tells of every command there is, in words that roff leaves alone."""

from __future__ import annotations

from datetime import date

from app.command_line import command_parser
from man_page import man_page

PAGE = man_page(command_parser(), "0.1.0", date(2026, 11, 30))


def test_every_command_of_the_interface_is_told() -> None:
    for command in ("add", "ideas", "answer", "notice", "qr", "serve", "kiosk", "pair", "undo", "backup"):
        assert f"\n.SS {command}\n" in PAGE
    assert "\n.SS storm new\n" in PAGE


def test_what_is_not_for_people_is_not_told() -> None:
    assert "selftest" not in PAGE
    assert "watched" not in PAGE


def test_options_keep_their_hyphens() -> None:
    assert "\\fB\\-\\-data\\fR \\fIDIR\\fR" in PAGE
