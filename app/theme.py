"""Colours, type and space of the four faces: the one source for widgets, pages and paper.

Contrast of the named pairs was computed on every ground; a shop's own colour goes through `readable_on`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.ideas import Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Palette:
    """One theme. Every value is `#RRGGBB`."""

    wall: str
    mat: str
    paper: str
    raised: str
    butter: str
    blush: str
    mint: str
    sky: str
    ink: str
    ink_soft: str
    line: str
    hair: str
    dots: str
    brick: str
    on_brick: str
    leaf: str
    night: str
    plum: str
    ochre: str
    slate: str
    rose: str
    focus: str

    @property
    def notes(self) -> tuple[str, str, str, str]:
        """The four papers of notes; which one a note gets follows from its id, never from its meaning."""
        return (self.butter, self.blush, self.mint, self.sky)


LIGHT = Palette(
    wall="#EFE7DA",
    mat="#E2D8C7",
    paper="#FFFDF6",
    raised="#FFFDF6",
    butter="#FCEFC8",
    blush="#F9E3D7",
    mint="#E2EEDC",
    sky="#E0EAEF",
    ink="#2B2622",
    ink_soft="#514841",
    line="#857869",
    hair="#D9CCB9",
    dots="#BFB09A",
    brick="#8F3A1B",
    on_brick="#FFFDF6",
    leaf="#245C43",
    night="#1F4E79",
    plum="#5D3A75",
    ochre="#6E4A00",
    slate="#3F525E",
    rose="#7A2F3B",
    focus="#0B57D0",
)

DARK = Palette(
    wall="#1E1A17",
    mat="#171411",
    paper="#2A2521",
    raised="#302A25",
    butter="#312A19",
    blush="#35251E",
    mint="#1E2D25",
    sky="#1F2B35",
    ink="#F4ECE1",
    ink_soft="#C4B8AA",
    line="#8A7D70",
    hair="#443C35",
    dots="#5C5148",
    brick="#F2A285",
    on_brick="#1E1A17",
    leaf="#8FD3AE",
    night="#9CC7F0",
    plum="#D3B2E8",
    ochre="#F0C766",
    slate="#B4C6D1",
    rose="#F2A6AF",
    focus="#8AB4F8",
)

_INK = "#14110F"
HIGH_CONTRAST = Palette(
    **dict.fromkeys(("wall", "mat", "paper", "raised", "butter", "blush", "mint", "sky"), "#FFFFFF"),
    **dict.fromkeys(("ink", "ink_soft", "line", "hair", "dots", "brick"), _INK),
    **dict.fromkeys(("leaf", "night", "plum", "ochre", "slate", "rose"), _INK),
    on_brick="#FFFFFF",
    focus="#0B57D0",
)

# High contrast has no tints: what cannot be pressed now is this (8 to 1 on white) inside a dashed border.
RESTING_IN_CONTRAST = "#505050"

DESK_SIZES = (13, 16, 20, 25, 31, 39)
PHONE_SIZES = (15, 17, 21, 27, 42)
STEP = 4
RADIUS = 4
NOTE_RADIUS = 2
FOCUS_WIDTH = 3
STAMP_TURN_DEGREES = -3

# Ink and icon of each stamp; its shape belongs to whoever draws it, its word to the catalogue.
STAMP_INKS = {
    Status.CONSIDERING: "night",
    Status.TRIAL: "plum",
    Status.PLANNED: "ochre",
    Status.ALREADY: "slate",
    Status.DECLINED: "rose",
    Status.DONE: "leaf",
}

READABLE = 4.5


def in_colour_of(shop_colour: str, palette: Palette) -> Palette:
    """`palette` with the shop's colour for brick, darkened or lightened until it reads on every ground."""
    if shop_colour.upper() == LIGHT.brick:
        return palette
    brick = readable_on(shop_colour, (palette.wall, palette.paper, *palette.notes))
    on_brick = max((palette.paper, palette.wall, palette.ink), key=lambda ground: contrast(brick, ground))
    return replace(palette, brick=brick, on_brick=on_brick)


def note_paper(palette: Palette, idea_hex: str) -> str:
    """The paper of a note, by the last digits of its id (which are random)."""
    return palette.notes[int(idea_hex[-2:], 16) % len(palette.notes)]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21, by WCAG 2.2."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable_on(colour: str, grounds: tuple[str, ...]) -> str:
    """`colour` moved towards black or white in steps of 5 % until it has 4.5:1 on each of `grounds`."""
    target = 0 if _luminance(grounds[0]) > 0.18 else 255
    channels = _channels(colour)
    for step in range(21):
        mixed = _hex(tuple(round(value + (target - value) * step / 20) for value in channels))
        if all(contrast(mixed, ground) >= READABLE for ground in grounds):
            return mixed
    return _hex((target, target, target))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _hex(channels: tuple[int, ...]) -> str:
    return "#" + "".join(f"{value:02X}" for value in channels)


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    shares = (value / 255 for value in _channels(colour))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
