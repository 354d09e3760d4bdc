"""How the command line takes its words: one command, and what turns each typed word into a value."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias, TypeVar

from app.domain.errors import InvalidInput
from app.domain.measures import read_number

Word = TypeVar("Word", bound=StrEnum)
# argparse gives its own type no public name
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
# Copies of one sheet.
MOST = 999


def add_command(commands: Commands, name: str, what: str, *, json: bool = False) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    # Also behind the command; without a default of its own, or it would forget the one before it.
    command.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help="the shop's data folder")
    if json:
        command.add_argument("--json", action="store_true", help="print JSON")
    return command


def one_of(words: type[Word]) -> Callable[[str], Word]:
    """What turns a typed word into one of `words`, and says which there are when it is none."""

    def parse_word(text: str) -> Word:
        try:
            return words(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"“{text}” is none of {', '.join(words)}") from None

    return parse_word


def port(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) <= 65535):
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def how_many(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST):
        raise argparse.ArgumentTypeError(f"how many is a number from 1 to {MOST}")
    return int(text)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written like 2026-12-24") from None


def moment(text: str) -> date | datetime:
    """On the shop's own clock, which is not known here; a day alone is told apart from its midnight."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is not None:
        raise argparse.ArgumentTypeError(
            "a moment is written like 2026-12-24 or “2026-12-24 09:30”, in the shop's time"
        )
    return at


def number(text: str) -> Decimal:
    try:
        return read_number(text, "number")
    except InvalidInput as error:
        raise argparse.ArgumentTypeError(str(error)) from None
