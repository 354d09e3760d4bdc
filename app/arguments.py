"""How the command line takes its words: one command, and what turns each typed word into a value."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeAlias, TypeVar

Word = TypeVar("Word", bound=StrEnum)
# argparse gives its own type no public name
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


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


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written like 2026-12-24") from None
