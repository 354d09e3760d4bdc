"""The words of `teacup qr`."""

from __future__ import annotations

import argparse

from app.arguments import Commands, add_command, one_of
from app.domain.code_sheets import CodeKind
from app.domain.label_sheets import PAGES_MM
from app.domain.notices import PaperSize
from app.paper_command_line.paper import add_design, add_paper

PICTURES = ("png", "svg")
KINDS = (*(kind.value for kind in CodeKind), *PICTURES)
# What own labels are measured by, in millimetres.
MEASURES = {
    "width": "width of a label",
    "height": "height of a label",
    "left": "margin of the sheet on the left",
    "top": "margin of the sheet above",
    "gap-across": "room between two labels side by side",
    "gap-down": "room between two labels below each other",
}


def add_qr_command(commands: Commands) -> None:
    qr = add_command(commands, "qr", "make the QR code of a place, as a sheet or a picture", json=True)
    where = qr.add_mutually_exclusive_group()
    where.add_argument("--label", default="Counter", help="where it will hang")
    where.add_argument("--storm", metavar="STORM", help="the code of a storm, which it then leads to")
    qr.add_argument("--kind", choices=KINDS, default="poster")
    qr.add_argument("--headline", default="", metavar="TEXT", help="what the sheet asks, in your words")
    qr.add_argument(
        "--other-language", default="", metavar="LANGUAGE", help="of the second face of a table tent: es"
    )
    add_paper(qr)
    add_design(qr)
    _add_labels(qr)
    _add_wifi(qr)


def _add_labels(qr: argparse.ArgumentParser) -> None:
    labels = qr.add_argument_group("labels", "by the number on their box, or by your own measures in mm")
    labels.add_argument("--format", default="", metavar="NUMBER", help="the maker's number: L7160, 5163")
    labels.add_argument("--first", type=int, default=1, metavar="N", help="begin at this label of the sheet")
    labels.add_argument("--count", type=int, metavar="N", help="how many; else what is left of the sheet")
    labels.add_argument("--page", type=one_of(PaperSize), choices=list(PAGES_MM), default=PaperSize.A4)
    labels.add_argument("--columns", type=int, metavar="N", help="labels side by side")
    labels.add_argument("--rows", type=int, metavar="N", help="labels below each other")
    for name, what in MEASURES.items():
        labels.add_argument(f"--{name}", type=float, default=0.0, metavar="MM", help=what)


def _add_wifi(qr: argparse.ArgumentParser) -> None:
    what = "the password is asked for, or taken from TEACUP_WIFI_PASSWORD; it is kept nowhere"
    wifi = qr.add_argument_group("Wi-Fi card", what)
    wifi.add_argument("--network", default="", metavar="NAME", help="the Wi-Fi that customers may join")
    wifi.add_argument("--open", action="store_true", help="it has no password")
    wifi.add_argument("--hidden", action="store_true", help="it does not show its name")
