"""The words of `teacup qr`."""

from __future__ import annotations

from app.arguments import Commands, add_command
from app.paper_command_line.paper import add_paper

KINDS = ("poster", "png", "svg")


def add_qr_command(commands: Commands) -> None:
    qr = add_command(commands, "qr", "make the QR code of a place, as a sheet or a picture", json=True)
    where = qr.add_mutually_exclusive_group()
    where.add_argument("--label", default="Counter", help="where it will hang")
    where.add_argument("--storm", metavar="STORM", help="the code of a storm, which it then leads to")
    qr.add_argument("--kind", choices=KINDS, default="poster")
    add_paper(qr)
