"""The desk's way to the sheets of a storm: late, with the shop's logo, and with what no font can draw."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage, QPainter

from app.domain.errors import Conflict
from app.domain.ideas import Idea
from app.domain.notices import PaperSize
from app.domain.storm_views import StormView
from app.domain.storms import Phase
from tests.ui.paper.samples import make_words
from tests.ui.paper.storm_samples import (
    BASE,
    built,
    guitar,
    make_ballots,
    make_conclusion,
    make_look_back,
    make_outcome,
    make_photo,
    make_shop,
    make_storm,
    small_logo,
)
from ui.desk.storm_paper import StormOnPaper, StormPaper
from ui.paper.document import Document
from ui.paper.sheets import Picture

pytestmark = pytest.mark.usefixtures("qapp")


def on_paper(ideas: Sequence[Idea] | None = None, size: PaperSize = PaperSize.A5) -> StormOnPaper:
    shown = tuple(guitar() if ideas is None else ideas)
    view = StormView(
        storm=make_storm(),
        phase=Phase.LOOKED_BACK,
        left=None,
        ideas=shown,
        shortlist=tuple(idea.id for idea in shown),
        conclusion=make_conclusion(shown),
        credited=shown,
        outcome=make_outcome(),
        look_back=make_look_back(),
    )
    return StormOnPaper(shop=make_shop(), view=view, address=BASE, size=size, number=7)


def documents(paper: StormPaper) -> dict[str, Document]:
    on = on_paper()
    return {
        "poster": paper.poster(on),
        "building now": paper.building_now(on),
        "ballots": paper.ballots(on, make_ballots(2)),
        "conclusion": paper.conclusion(on),
        "proof": paper.proof(on, make_photo()),
    }


def test_what_has_not_come_so_far_is_said() -> None:
    paper, on = StormPaper(make_words(), lambda: b""), on_paper()
    begun = replace(on, view=replace(on.view, conclusion=None, outcome=None))

    with pytest.raises(Conflict, match="not concluded"):
        paper.conclusion(begun)
    with pytest.raises(Conflict, match="not carried out"):
        paper.proof(begun, None)


def test_every_sheet_can_be_looked_at_and_printed() -> None:
    for document in documents(StormPaper(make_words(), lambda: b"")).values():
        paints = document.paints()

        assert len(paints) >= 1
        assert document.pdf().startswith(b"%PDF-")
        assert document.title == "What music on Friday nights?, Linden Street Bakery"
        assert document.missing_letters() == ()


def test_a_painter_draws_ink() -> None:
    [paint] = documents(StormPaper(make_words(), lambda: b""))["poster"].paints()
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)

    painter = QPainter(picture)
    paint(painter)
    painter.end()

    assert any(picture.pixel(x, y) != 0xFFFFFFFF for x in range(200) for y in range(0, 200, 3))


def test_the_shop_wears_its_logo_on_all_but_the_ballots() -> None:
    logo = small_logo()

    for name, document in documents(StormPaper(make_words(), lambda: logo)).items():
        drawn = [thing for thing in document.lay_out()[0].things if isinstance(thing, Picture)]

        assert any(picture.file == logo for picture in drawn) == (name != "ballots")


def test_letters_that_no_font_has_are_told() -> None:
    paper = StormPaper(make_words(), lambda: b"")

    document = paper.poster(on_paper([built("\U0001c8b1?")]))

    assert document.missing_letters() == ("\U0001c8b1",)


def test_the_desk_starts_without_paper() -> None:
    code = "import sys, ui.desk.storm_paper; sys.exit('ui.paper.document' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
