"""Writes the manual page from the command line's own words, so that it never tells of another program."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

INTRODUCTION = (
    "Teacup is a suggestion board for small shops. Customers pin ideas at a touch kiosk in the shop or on "
    "their phone by a QR code; the owner answers at the back-office computer; the answers hang on the wall "
    "as printed notices. Without a command the owner's desk opens."
)
FILES = (
    ("~/.local/share/teacup", "the shop's data, unless --data or TEACUP_DATA name another folder"),
    ("~/.local/share/teacup-kiosk", "a kiosk's own wall and what it has still to deliver"),
)
STATUSES = (
    "0 when done, 1 when the world said no (one sentence on standard error says why), 2 on wrong usage."
)


def man_page(parser: argparse.ArgumentParser, version: str, day: date) -> str:
    """The page `teacup(1)` in the language of man."""
    lines = [
        f'.TH TEACUP 1 "{day.isoformat()}" "Teacup {_plain(version)}" "User Commands"',
        *(".SH NAME", r"teacup \- suggestion board for small shops"),
        *(".SH SYNOPSIS", ".B teacup", r"[\fB\-\-data\fR \fIDIR\fR] [\fICOMMAND\fR ...]"),
        *(".SH DESCRIPTION", _plain(INTRODUCTION)),
        *(".SH OPTIONS", *_options(parser)),
        ".SH COMMANDS",
    ]
    for name, command in _commands(parser):
        lines += [f".SS {_plain(name)}", _plain(command.description or ""), *_options(command)]
    lines += [".SH FILES", *(line for file, what in FILES for line in (".TP", _plain(file), _plain(what)))]
    lines += [".SH ENVIRONMENT", *(".TP", "TEACUP_DATA", "the shop's data folder")]
    lines += [".SH EXIT STATUS", _plain(STATUSES)]
    return "\n".join(lines) + "\n"


def _commands(
    parser: argparse.ArgumentParser, above: str = ""
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each command with its whole name, then those below it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                whole = f"{above} {name}".strip()
                yield whole, command
                yield from _commands(command, whole)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        is_known = isinstance(action, argparse._HelpAction | argparse._SubParsersAction)
        if is_known or action.help == argparse.SUPPRESS:
            continue
        taken = _plain(_value(action))
        names = ", ".join(rf"\fB{_plain(option)}\fR" for option in action.option_strings)
        yield ".TP"
        yield " ".join(filter(None, (names, rf"\fI{taken}\fR" if taken else "")))
        yield _plain(action.help or "")


def _value(action: argparse.Action) -> str:
    """What an option or a place takes, as usage would show it."""
    if action.nargs == 0:
        return ""
    if action.metavar is not None:
        return str(action.metavar)
    if action.choices is not None:
        return "|".join(map(str, action.choices))
    return action.dest.upper()


def _plain(text: str) -> str:
    """For roff: no command, no hyphen where a minus is meant."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
