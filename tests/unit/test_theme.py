"""Every colour that carries words reads on every ground it may stand on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.theme import DARK, HIGH_CONTRAST, LIGHT, READABLE, Palette, contrast, in_colour_of, note_paper

colours = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_inks_read_on_wall_paper_and_notes(palette: Palette) -> None:
    for ground in (palette.wall, palette.paper, palette.raised, *palette.notes):
        assert contrast(palette.ink, ground) >= 12
        assert contrast(palette.ink_soft, ground) >= 7
        for ink in (palette.brick, palette.leaf, palette.night, palette.plum, palette.ochre, palette.slate):
            assert contrast(ink, ground) >= 5.9


def test_high_contrast_means_it() -> None:
    assert contrast(HIGH_CONTRAST.ink_soft, HIGH_CONTRAST.mint) >= 7


@given(colours, st.sampled_from([LIGHT, DARK]))
def test_any_shop_colour_is_brought_to_readable(colour: str, palette: Palette) -> None:
    coloured = in_colour_of(colour, palette)

    assert re.fullmatch(r"#[0-9A-F]{6}", coloured.brick)
    assert contrast(coloured.brick, coloured.wall) >= READABLE
    assert contrast(coloured.on_brick, coloured.brick) >= READABLE


def test_a_note_keeps_its_paper_in_every_theme() -> None:
    papers = [note_paper(palette, "0190aa5e7b7a7d3f9c00000000000006") for palette in (LIGHT, DARK)]

    assert papers == [LIGHT.mint, DARK.mint]
