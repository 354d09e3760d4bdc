"""The words of `teacup wall`: its steps, and what each takes."""

from __future__ import annotations

import argparse
import re

from app.arguments import Commands, add_command, one_of
from app.domain.ledger import Show
from app.domain.notices import PaperSize
from app.domain.walls import Measures

_SIZE = re.compile(r"(\d{1,4}(?:[.,]\d)?)\s*[x×*]\s*(\d{1,4}(?:[.,]\d)?)")
SIZE = "WIDTHxHEIGHT"


def add_wall_commands(commands: Commands) -> None:
    wall = add_command(commands, "wall", "the sheets on your walls: which hang, where, and which are wrong")
    steps = wall.add_subparsers(dest="step", metavar="STEP", title="steps")
    _add_looks(steps)
    _add_verbs(steps)
    _add_places(steps)


def centimetres(text: str) -> Measures:
    """Like "120x90"."""
    found = _SIZE.fullmatch(text.strip())
    if found is None:
        raise argparse.ArgumentTypeError("measures are written like 120x90, in centimetres")
    width, height = (round(float(part.replace(",", ".")) * 10) for part in found.groups())
    return Measures(width, height)


def _add_looks(steps: Commands) -> None:
    listed = add_command(steps, "list", "list everything printed, what hangs first", json=True)
    listed.add_argument("--show", type=one_of(Show), choices=list(Show), default=Show.ALL)
    listed.add_argument("--search", metavar="WORDS", default="", help="a number, or words on the sheet")
    add_command(steps, "stale", "list the sheets that are no longer true, and why", json=True)
    find = add_command(steps, "find", "find a sheet by its number or what its code says", json=True)
    find.add_argument("sheet", metavar="N")
    plan = add_command(steps, "plan", "what to take down from a board, and what to hang where", json=True)
    plan.add_argument("--on", metavar="NAME", required=True, help="the board, or the beginning of its name")
    plan.add_argument(
        "--size", type=one_of(PaperSize), choices=list(PaperSize), default=PaperSize.A5, help="of new notices"
    )


def _add_verbs(steps: Commands) -> None:
    hang = _of_sheets(steps, "hang", "say that sheets hang somewhere")
    hang.add_argument("--on", metavar="NAME", required=True, help="the place, or the beginning of its name")
    down = _of_sheets(steps, "take-down", "say that sheets are down")
    down.add_argument("--by", metavar="NAME", default="", help="who took them down")
    _of_sheets(steps, "put-back", "say that sheets hang again where they hung")


def _of_sheets(steps: Commands, name: str, what: str) -> argparse.ArgumentParser:
    step = add_command(steps, name, what)
    step.add_argument("sheets", metavar="N", nargs="+", help="numbers of sheets")
    return step


def _add_places(steps: Commands) -> None:
    boards = add_command(steps, "boards", "list the places where paper hangs, or change them", json=True)
    changes = boards.add_subparsers(dest="change", metavar="CHANGE", title="changes")
    add = add_command(changes, "add", "a new place")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--size", type=centimetres, metavar=SIZE, help="of a board, in centimetres")
    rename = add_command(changes, "rename", "another name")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new", metavar="NEW-NAME")
    resize = add_command(changes, "resize", "other measures")
    resize.add_argument("name", metavar="NAME")
    resize.add_argument("size", type=centimetres, metavar=SIZE, help="in centimetres")
    remove = add_command(changes, "remove", "no place any more; its sheets then hang nowhere noted")
    remove.add_argument("name", metavar="NAME")
