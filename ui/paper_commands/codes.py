"""`teacup qr`: the QR code of a place or a storm, as a sheet or a picture."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from dataclasses import dataclass

from app import qr
from app.domain.code_sheets import CodeChoice, CodeKind, clean_headline
from app.domain.label_makers import LABEL_SHEETS, label_sheet
from app.domain.label_sheets import LabelSheet, own_label_sheet
from app.domain.placements import Placement, placement_link
from app.domain.wifi import WifiNetwork, wifi_network
from ui.desk.code_paper import CodePaper
from ui.paper.document import Document
from ui.paper.qr_picture import qr_png
from ui.paper_commands.press import Made, Press
from ui.paper_commands.storms import announced, made_of, poster
from ui.paper_files import words_in

PICTURES = frozenset({"png", "svg"})
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
    placement = press.owner.placement_for(press.arguments.label)
    place = Place(placement=placement, address=placement_link(press.address, placement))
    content = _drawn(press, place) if press.arguments.kind in PICTURES else _numbered(press, place)
    press.owner.note_printed_address(placement.id, place.address)
    told = {"label": placement.label, "address": place.address, "answers": press.reach.answers}
    return Made(content=content, line=f"{placement.label}, {place.address}", told=told)


def _numbered(press: Press, place: Place) -> bytes:
    """Drawn once before it is numbered, so that no number is spent on what cannot be drawn."""
    choice = _choice(press.arguments, "")
    _document(press, place, choice).pdf()
    made = press.owner.make_code_sheet(place.placement.id, choice, address=press.address)
    return _document(press, place, choice, made.number).pdf()


def _of_storm(press: Press) -> Made:
    """The storm's own poster, or any other kind with its question. Raises NotFound, Conflict for a draft."""
    view = announced(press)
    if press.arguments.kind == CodeKind.POSTER:
        return made_of(press, view, poster(press, view).pdf())
    storm = view.storm
    hung = Placement(id=storm.id, token=storm.code, label="", created_at=storm.announced_at or storm.made_at)
    place = Place(placement=hung, address=f"{press.address}/s/{storm.code}")
    return made_of(press, view, _drawn(press, place, headline=storm.question))


def _drawn(press: Press, place: Place, headline: str = "") -> bytes:
    """The picture, or the sheet without a number."""
    match press.arguments.kind:
        case "png":
            return qr_png(place.address)
        case "svg":
            return qr.as_svg(place.address).encode()
    return _document(press, place, _choice(press.arguments, headline)).pdf()


def _document(press: Press, place: Place, choice: CodeChoice, number: int | None = None) -> Document:
    paper = CodePaper(press.words, lambda: press.logo, words_in)
    return paper.document(press.about, place.placement, place.address, choice, number=number)


def _choice(arguments: argparse.Namespace, headline: str) -> CodeChoice:
    kind = CodeKind(arguments.kind)
    return CodeChoice(
        kind=kind,
        size=arguments.size,
        design=arguments.design,
        headline=clean_headline(arguments.headline) or headline,
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
