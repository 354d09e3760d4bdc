"""Sheets of the ledger drawn once more: each kind under its number, whatever it carries."""

from __future__ import annotations

import pytest

from app.domain.code_sheets import CodeChoice, CodeKind
from app.domain.decisions import Decision
from app.domain.errors import Conflict
from app.domain.ideas import Status
from app.domain.notices import PaperSize
from app.domain.sheets import Remedy
from app.paths import resource
from app.services.owner.owner import Owner
from app.words import load_words
from ui.desk.wall.papers import WallPaper

BASE = "http://192.168.1.5:8765"
MOVED = "http://192.168.1.9:8765"
pytestmark = pytest.mark.usefixtures("qapp")


def paper_of(owner: Owner) -> WallPaper:
    return WallPaper(owner, load_words("en", resource("translations")), lambda: b"")


def test_after_a_move_answers_and_codes_are_drawn_in_one_batch(owner: Owner) -> None:
    idea = owner.add_idea("A bench")
    owner.answer(idea.id, Decision(status=Status.PLANNED, text="We will."))
    counter = owner.add_placement("Counter")
    owner.make_notice(idea.id, PaperSize.A5, address=BASE)
    for kind in (CodeKind.POSTER, CodeKind.TENT, CodeKind.BUSINESS_CARD, CodeKind.LABELS):
        owner.make_code_sheet(counter.id, CodeChoice(kind=kind), address=BASE)
    stale = owner.wall.stale(address=MOVED)
    assert [entry.remedy for entry in stale] == [*[Remedy.REPRINT] * 4, Remedy.TAKE_DOWN]

    told = owner.wall.reprint([entry.notice.id for entry in stale], address=MOVED)

    document = paper_of(owner).document(told.made, MOVED)
    assert len(document.lay_out()) >= 4
    assert "A bench" in document.texts
    assert [entry.notice.number for entry in told.only_down] == [5]


def test_labels_are_printed_where_they_are_chosen(owner: Owner) -> None:
    counter = owner.add_placement("Counter")
    labels = owner.make_code_sheet(counter.id, CodeChoice(kind=CodeKind.LABELS), address=BASE)

    with pytest.raises(Conflict):
        paper_of(owner).document([labels], BASE)
