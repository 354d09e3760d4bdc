"""`teacup qr`: the QR code of a place or a storm, as a sheet or a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app import qr
from app.domain.placements import Placement, placement_link
from ui.paper.poster import draw_poster, poster_content
from ui.paper.qr_picture import qr_png
from ui.paper_commands.press import Made, Press
from ui.paper_commands.storms import announced, made_of, poster


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
    content = PLACE_KINDS[press.arguments.kind](press, place)
    press.owner.note_printed_address(placement.id, place.address)
    told = {"label": placement.label, "address": place.address, "answers": press.reach.answers}
    return Made(content=content, line=f"{placement.label}, {place.address}", told=told)


def _of_storm(press: Press) -> Made:
    """The storm's poster, or its code alone. Raises NotFound, Conflict for a draft."""
    view = announced(press)
    address = f"{press.address}/s/{view.storm.code}"
    content = {
        "poster": lambda: poster(press, view).pdf(),
        "png": lambda: qr_png(address),
        "svg": lambda: qr.as_svg(address).encode(),
    }[press.arguments.kind]()
    return made_of(press, view, content)


def _poster(press: Press, place: Place) -> bytes:
    content = poster_content(press.about, place.placement, place.address, press.logo)
    return draw_poster(content, press.arguments.size, press.words)


PLACE_KINDS: Mapping[str, Callable[[Press, Place], bytes]] = {
    "poster": _poster,
    "png": lambda _, place: qr_png(place.address),
    "svg": lambda _, place: qr.as_svg(place.address).encode(),
}
