"""The words of `teacup notice`."""

from __future__ import annotations

from app.arguments import Commands, add_command
from app.paper_command_line.paper import add_design, add_paper


def add_notice_command(commands: Commands) -> None:
    notice = add_command(commands, "notice", "make the notices of answered ideas", json=True)
    notice.add_argument("codes", metavar="CODE", nargs="+")
    add_paper(notice)
    add_design(notice)
