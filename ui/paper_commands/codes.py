"""`teacup qr`: the QR code of a place or a storm, as a sheet or a picture."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from dataclasses import dataclass, replace

from app import qr
from app.domain.code_sheets import CodeChoice, CodeKind, clean_headline
from app.domain.label_makers import LABEL_SHEETS, label_sheet
from app.domain.label_sheets import LabelSheet, own_label_sheet
from app.domain.placements import Placement, placement_link
from app.domain.wifi import WifiNetwork, wifi_network
from app.paper_command_line.codes import PICTURES
from ui.desk.code_paper import CodePaper
from ui.paper.document import Document
from ui.paper.qr_picture import qr_png
from ui.paper_commands.press import Made, Press
from ui.paper_commands.storms import SHEETS, announced, made_of
from ui.paper_files import words_in

PASSWORD_VARIABLE = "TEACUP_WIFI_PASSWORD"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a code will hang, and what it opens."""

    placement: Placement
    address: str


def code(press: Press) -> Made:
    return _of_place(press) if press.arguments.storm is None else _of_storm(press)


def _of_place(press: Press) -> Made:
    """The place of that label, made when there is none yet. Raises InvalidInput."""
    choice = _choice(press.arguments)
    placement = press.owner.placement_for(press.arguments.label)
    place = Place(placement=placement, address=placement_link(press.address, placement))
    content, number = _picture(press, place), None
    if choice is not None:
        # Laid out once before it is numbered: what cannot be costs no number.
        _document(press, place, choice).lay_out()
        number = press.owner.make_code_sheet(placement.id, choice, address=press.address).number
        content = _document(press, place, choice, number).pdf()
    press.owner.note_printed_address(placement.id, place.address)
    told = {"label": placement.label, "address": place.address, "answers": press.reach.answers}
    numbered = {} if number is None else {"number": number}
    return Made(content=content, line=f"{placement.label}, {place.address}", told={**told, **numbered})


def _of_storm(press: Press) -> Made:
    """The storm's own poster, or any other kind with its question. Raises NotFound, Conflict for a draft."""
    if press.arguments.kind == CodeKind.POSTER:
        return SHEETS["storm-poster"](press)
    view = announced(press)
    storm, choice = view.storm, _choice(press.arguments)
    made_at = storm.announced_at or storm.made_at
    hung = Placement(id=storm.id, token=storm.code, label="", created_at=made_at)
    place = Place(placement=hung, address=f"{press.address}/s/{storm.code}")
    if choice is None:
        return made_of(press, view, _picture(press, place))
    asking = replace(choice, headline=choice.headline or storm.question)
    return made_of(press, view, _document(press, place, asking).pdf())


def _picture(press: Press, place: Place) -> bytes:
    """The code alone, nothing for a sheet."""
    match press.arguments.kind:
        case "png":
            return qr_png(place.address)
        case "svg":
            return qr.as_svg(place.address).encode()
    return b""


def _document(press: Press, place: Place, choice: CodeChoice, number: int | None = None) -> Document:
    paper = CodePaper(press.words, lambda: press.logo, words_in)
    return paper.document(press.about, place.placement, place.address, choice, number=number)


def _choice(arguments: argparse.Namespace) -> CodeChoice | None:
    """None for a picture. Raises NotFound, InvalidInput."""
    if arguments.kind in PICTURES:
        return None
    kind = CodeKind(arguments.kind)
    return CodeChoice(
        kind=kind,
        size=arguments.size,
        design=arguments.design,
        headline=clean_headline(arguments.headline),
        other_language=arguments.other_language,
        labels=_labels(arguments) if kind is CodeKind.LABELS else LABEL_SHEETS[0],
        first=arguments.first,
        count=arguments.count,
        network=_network(arguments) if kind is CodeKind.WIFI else None,
    )


def _labels(arguments: argparse.Namespace) -> LabelSheet:
    """By the maker's number, else by own measures, else the usual sheet. Raises NotFound, InvalidInput."""
    if arguments.format:
        return label_sheet(arguments.format)
    if arguments.rows is None and arguments.columns is None:
        return label_sheet("L7160")
    return own_label_sheet(
        page=arguments.page,
        columns=arguments.columns or 1,
        rows=arguments.rows or 1,
        width=arguments.width,
        height=arguments.height,
        left=arguments.left,
        top=arguments.top,
        gap_across=arguments.gap_across,
        gap_down=arguments.gap_down,
    )


def _network(arguments: argparse.Namespace) -> WifiNetwork:
    """A password on the command line would stay in the shell's history. Raises InvalidInput."""
    password = "" if arguments.open else _password(arguments.network)
    return wifi_network(arguments.network, password, is_open=arguments.open, is_hidden=arguments.hidden)


def _password(network: str) -> str:
    given = os.environ.get(PASSWORD_VARIABLE, "")
    if given or not network or not sys.stdin.isatty():
        return given
    return getpass.getpass(f"Password of {network}: ", stream=sys.stderr)
