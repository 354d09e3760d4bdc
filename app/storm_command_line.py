"""The words of `teacup storm`: its steps, and what each takes."""

from __future__ import annotations

import argparse

from app.arguments import Commands, add_command, day, moment, number, one_of
from app.domain.storm_times import CHOOSING_DAYS, GATHERING_DAYS
from app.domain.storms import Ways

MOMENT = "“YYYY-MM-DD HH:MM”"


def add_storm_commands(commands: Commands) -> None:
    storm = add_command(commands, "storm", "ask one question for some days and act on the answers")
    steps = storm.add_subparsers(dest="step", metavar="STEP", required=True, title="steps")
    _add_drafts(steps)
    _add_looks(steps)
    _add_running(steps)
    _add_endings(steps)
    _add_files(steps)


def _add_drafts(steps: Commands) -> None:
    new = add_command(steps, "new", "write a storm down; nobody sees it before it is announced", json=True)
    new.add_argument("question", metavar="QUESTION")
    change = _step(steps, "change", "change what is not announced yet")
    change.add_argument("--question")
    for draft in (new, change):
        _add_draft(draft)
    _step(steps, "announce", "let customers see it")
    _step(steps, "drop", "throw away what is not announced yet")


def _add_draft(draft: argparse.ArgumentParser) -> None:
    """What is not given is as proposed, or stays as it was."""
    draft.add_argument("--about", help="what it is asked for, in a sentence or two")
    draft.add_argument(
        "--start",
        type=moment,
        metavar=MOMENT,
        help="gathering begins with the first opening from then on, in the shop's time; else now",
    )
    draft.add_argument("--gathering-days", type=int, metavar="N", help=f"open days; else {GATHERING_DAYS}")
    draft.add_argument(
        "--choosing-days", type=int, metavar="N", help=f"open days, 0 for none; else {CHOOSING_DAYS}"
    )
    _add_ends(draft)
    draft.add_argument(
        "--ways", type=one_of(Ways), choices=list(Ways), help="how customers choose; else votes"
    )
    draft.add_argument(
        "--top", type=int, metavar="N", help="choose among the N most wanted; else among all, or your picks"
    )


def _add_ends(parser: argparse.ArgumentParser) -> None:
    for phase in ("gathering", "choosing"):
        parser.add_argument(
            f"--{phase}-until",
            type=moment,
            metavar=MOMENT,
            help="its end; a day alone ends when the shop closes",
        )


def _add_looks(steps: Commands) -> None:
    add_command(steps, "list", "list all storms", json=True)
    _step(steps, "show", "show one storm: its chains, what was chosen, how it ended", json=True)


def _add_running(steps: Commands) -> None:
    extend = _step(steps, "extend", "give it more time: once, in public, and for good")
    extend.add_argument("--days", type=int, metavar="N", help="so many open days more")
    _add_ends(extend)
    pick = _step(steps, "pick", "put ideas on the shortlist")
    pick.add_argument("ideas", metavar="IDEA", nargs="+", help="claim codes")
    pick.add_argument("--off", action="store_true", help="off the shortlist instead")
    ballots = _step(steps, "ballots", "list its paper ballots, or make new ones", json=True)
    ballots.add_argument("--count", type=int, metavar="N", help="make so many new ones")
    give = add_command(steps, "give", "type in what somebody chose on a paper ballot")
    give.add_argument("ballot", metavar="BALLOT", help="the ballot's code")
    give.add_argument("idea", metavar="IDEA", help="the claim code of what was chosen")


def _add_endings(steps: Commands) -> None:
    conclude = _step(steps, "conclude", "say what you heard and decided; said again it supersedes")
    conclude.add_argument("--heard", required=True)
    conclude.add_argument("--decided", required=True)
    conclude.add_argument("--because", default="")
    conclude.add_argument("--thanks", default="", help="whom you thank, in your words")
    rests = conclude.add_mutually_exclusive_group()
    rests.add_argument(
        "--rests-on", metavar="IDEA", nargs="+", default=[], help="claim codes, in the chain's order"
    )
    rests.add_argument("--rests-on-none", metavar="WHY", default="", help="why it rests on no idea")
    carry_out = _step(steps, "carry-out", "say that it was done")
    carry_out.add_argument("--text", required=True, help="what was done, in a sentence")
    carry_out.add_argument("--on", type=day, metavar="YYYY-MM-DD", help="when; else today")
    carry_out.add_argument("--label", default="", help="what you count: “guests on a Friday”")
    carry_out.add_argument("--before", type=number, metavar="N", help="how many there were before")
    carry_out.add_argument("--photo", metavar="FILE", help="a picture of it: PNG, JPEG or WebP")
    look_back = _step(steps, "look-back", "say how it went, some weeks later")
    look_back.add_argument("--text", required=True)
    look_back.add_argument("--after", type=number, metavar="N", help="the same number, counted again")


def _add_files(steps: Commands) -> None:
    export = _step(steps, "export", "write a whole storm to a file, as everybody may read it", json=True)
    export.add_argument(
        "--private",
        action="store_true",
        help="with codes and what is hidden, to move it to another PC of this shop",
    )
    export.add_argument("-o", "--output", metavar="FILE", required=True)
    take_in = add_command(steps, "import", "take a whole storm in; nothing comes twice", json=True)
    take_in.add_argument("file", metavar="FILE")


def _step(steps: Commands, name: str, what: str, *, json: bool = False) -> argparse.ArgumentParser:
    step = add_command(steps, name, what, json=json)
    step.add_argument("code", metavar="STORM", help="the storm's code")
    return step
