"""The command line's words: which commands there are and what each takes. Knows nothing of what they do."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from app.arguments import Commands, add_command, day, one_of, port
from app.domain.ideas import DECISIONS, Channel, Status, Visibility
from app.paper_command_line.codes import add_qr_command
from app.paper_command_line.notice import add_notice_command
from app.paper_command_line.sheet import add_sheet_command
from app.storm_command_line import add_storm_commands
from app.wall_command_line import add_wall_commands

DESK = "desk"
KIOSK = "kiosk"
# `sheet` alone: it only says which there are.
SHEET_KINDS = "sheet-kinds"
# These draw on paper or screen and live in the ui; all others are Qt-free.
WITH_QT = frozenset({DESK, KIOSK, "demo", "notice", "qr", "sample", "selftest", "sheet"})


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked for; `command` names it. Wrong usage ends the program with status 2."""
    parser = command_parser()
    arguments = parser.parse_args(argv)
    if arguments.selftest:
        arguments.command = "selftest"
    arguments.command = arguments.command or DESK
    if arguments.command == "sheet" and arguments.kind is None:
        arguments.command = SHEET_KINDS
    if arguments.command == KIOSK and bool(arguments.server) != bool(arguments.pair):
        parser.error("--server and --pair belong together")
    return arguments


def command_parser() -> argparse.ArgumentParser:
    """All commands with their words; the manual page is written from it."""
    parser = argparse.ArgumentParser(
        prog="teacup", description="A suggestion board for small shops. Without a command: the owner's desk."
    )
    parser.add_argument("--data", metavar="DIR", help="the shop's data folder")
    parser.add_argument("--another-desk", action="store_true", help="a second desk beside one that is open")
    parser.add_argument("--selftest", action="store_true", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _add_programs(commands)
    _add_idea_commands(commands)
    _add_owner_commands(commands)
    add_storm_commands(commands)
    _add_people_commands(commands)
    add_notice_command(commands)
    add_qr_command(commands)
    add_sheet_command(commands)
    add_wall_commands(commands)
    _add_keeping_commands(commands)
    return parser


def _add_programs(commands: Commands) -> None:
    demo = add_command(commands, "demo", "a sample shop; without a screen, the whole main job into pictures")
    demo.add_argument("--out", metavar="DIR", default="teacup-demo", help="where pictures and PDFs go")
    demo.add_argument("--offscreen", action="store_true", help="make the pictures even with a screen")
    add_command(commands, "sample", "the desk on a sample shop that lies beside your own, to try things out")
    serve = add_command(commands, "serve", "the server of the customers' pages")
    serve.add_argument("--host", default="0.0.0.0", help="the address to listen on")
    serve.add_argument("--port", type=port, help="the port; 0 takes any free one")
    serve.add_argument("--tls-port", type=port, help="a second port with TLS, for kiosks")
    _add_kiosk(commands)


def _add_kiosk(commands: Commands) -> None:
    kiosk = add_command(commands, KIOSK, "the bulletin board that customers touch, on a whole screen")
    kiosk.add_argument("--server", metavar="URL", default="", help="the shop's server, to pair with")
    kiosk.add_argument("--pair", metavar="CODE", default="", help="the pairing code that the desk showed")
    kiosk.add_argument("--name", default="Kiosk", help="what the desk calls this kiosk")
    kiosk.add_argument("--screen", type=int, metavar="N", help="which screen, counted from 1")
    kiosk.add_argument("--windowed", action="store_true", help="in an ordinary window, for trying out")
    kiosk.add_argument("--autostart", choices=["on", "off"], help="whether it starts when you log in")
    # How the watchdog starts what it watches.
    kiosk.add_argument("--watched", action="store_true", help=argparse.SUPPRESS)


def _add_idea_commands(commands: Commands) -> None:
    add = add_command(
        commands, "add", "note an idea that somebody told you; prints its claim code", json=True
    )
    add.add_argument("text", metavar="TEXT")
    add.add_argument("--name", default="", help="who said it")
    add.add_argument("--channel", type=one_of(Channel), choices=list(Channel), default=Channel.IN_PERSON)
    ideas = add_command(commands, "ideas", "list ideas", json=True)
    ideas.add_argument("--visibility", type=one_of(Visibility), choices=list(Visibility))
    ideas.add_argument("--status", type=one_of(Status), choices=list(Status))
    ideas.add_argument("--search", metavar="WORDS", default="")
    idea = add_command(commands, "idea", "show one idea with its answers", json=True)
    idea.add_argument("code", metavar="CODE")


def _add_owner_commands(commands: Commands) -> None:
    for name, what in (
        ("approve", "put ideas up on the board"),
        ("hide", "take ideas off the board"),
        ("keep-private", "keep ideas between you and their authors"),
    ):
        verb = add_command(commands, name, what)
        verb.add_argument("codes", metavar="CODE", nargs="+")
    merge = add_command(commands, "merge", "put ideas together that say the same", json=True)
    merge.add_argument("codes", metavar="CODE", nargs="+")
    merge.add_argument("--into", metavar="CODE", required=True, help="the idea that stays")
    answer = add_command(commands, "answer", "answer an idea")
    answer.add_argument("code", metavar="CODE")
    answer.add_argument("--status", type=one_of(Status), choices=list(DECISIONS), required=True)
    answer.add_argument("--text", required=True, help="two sentences are plenty")
    answer.add_argument("--reason", default="", help="why not; needed for declined")
    answer.add_argument("--until", type=day, metavar="YYYY-MM-DD", help="the end of a trial")
    answer.add_argument("--change-mind", default="", help="what would change your mind; for declined")
    answer.add_argument(
        "--look-again",
        type=day,
        metavar="YYYY-MM-DD",
        help="when a refusal comes back to you alone",
    )
    answer.add_argument("--proof-date", type=day, metavar="YYYY-MM-DD", help="when it was done; for done")
    answer.add_argument("--photo", metavar="FILE", help="a picture of it: PNG, JPEG or WebP; for done")
    answer.add_argument("--private", action="store_true", help="only for the author")
    add_command(commands, "undo", "take back the last thing the owner did")
    add_command(commands, "redo", "do again what was undone last")


def _add_people_commands(commands: Commands) -> None:
    erase = add_command(commands, "erase", "erase ideas with all their author left, for good", json=True)
    erase.add_argument("codes", metavar="CODE", nargs="+")
    erase.add_argument("--yes", action="store_true", help="really; without it, only says what would go")
    add_command(commands, "thanks", "list who still waits for thanks", json=True)
    redeem = add_command(commands, "redeem", "redeem a thank-you card, once", json=True)
    redeem.add_argument("code", metavar="CODE")


def _add_keeping_commands(commands: Commands) -> None:
    key = add_command(commands, "key", "make an API key and show it once", json=True)
    key.add_argument("name", metavar="NAME", help="what it is for")
    add_command(commands, "pair", "make a pairing code for one kiosk and show it once", json=True)
    add_command(commands, "check", "look whether the data is whole", json=True)
    add_command(commands, "backup", "make a backup now and test it", json=True)
    restore = add_command(commands, "restore", "go back to a backup; the present data is kept aside")
    restore.add_argument("file", metavar="FILE")
