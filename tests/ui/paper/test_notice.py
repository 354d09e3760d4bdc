"""The notice: what it says, on which paper, in how many sheets."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from app.domain.ideas import DECISIONS, Status
from app.domain.notices import PaperSize
from tests.ui.paper.samples import make_content, make_words
from ui.paper.notice import draw_notice, notice_sheets
from ui.paper.sheets import SIZES_MM, mm

SENTENCE = "The step at the door is a fight each time, and a small ramp would help. "


def text_of(pdf: bytes, folder: Path, *options: str) -> str:
    file = folder / "notice.pdf"
    file.write_bytes(pdf)
    return subprocess.run(
        ["pdftotext", *options, file, "-"], capture_output=True, text=True, check=True
    ).stdout


def test_the_text_is_found_in_reading_order(tmp_path: Path) -> None:
    text = " ".join(text_of(draw_notice(make_content(), PaperSize.A4, make_words()), tmp_path).split())

    parts = [
        "Linden Street Bakery",
        "You said",
        "“Could you open at half past six? My bus goes at ten to seven.”",
        "Amina and 41 others",
        "From 1 December we open at half past six, Monday to Friday.",
        "Marta",
        "On trial to 24 December",
        "How is it for you? Scan and tell us.",
        "Notice 142 hangs until 24 December",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("size", PaperSize)
def test_each_paper_has_its_true_size(size: PaperSize) -> None:
    width, height = SIZES_MM[size]

    sheets = notice_sheets(make_content(), size, make_words())

    assert len(sheets) == 1
    assert (sheets[0].width, sheets[0].height) == (mm(width), mm(height))


@pytest.mark.parametrize("status", DECISIONS)
def test_every_decision_has_its_stamp(status: Status, tmp_path: Path) -> None:
    words = {
        Status.CONSIDERING: "Thinking about it",
        Status.TRIAL: "On trial to 24 December",
        Status.PLANNED: "We will",
        Status.ALREADY: "We already do",
        Status.DECLINED: "Not now",
        Status.DONE: "Done",
    }

    text = text_of(draw_notice(make_content(status=status), PaperSize.A5, make_words()), tmp_path)

    assert words[status] in text


def test_a_trial_that_is_over_says_so(tmp_path: Path) -> None:
    last_day = make_content(printed_on=date(2026, 12, 24))
    over = make_content(printed_on=date(2026, 12, 25), take_down_on=date(2027, 1, 24))

    on_trial = text_of(draw_notice(last_day, PaperSize.A5, make_words()), tmp_path)
    ended = text_of(draw_notice(over, PaperSize.A5, make_words()), tmp_path)

    assert "On trial to 24 December" in on_trial
    assert "Trial ended 24 December" in ended
    assert "On trial" not in ended


def test_an_answer_that_decides_nothing_has_no_stamp(tmp_path: Path) -> None:
    text = text_of(draw_notice(make_content(status=Status.NEW), PaperSize.A4, make_words()), tmp_path)

    assert "trial" not in text


def test_a_refusal_gives_its_reason(tmp_path: Path) -> None:
    content = make_content(status=Status.DECLINED, reason="The oven is too small for it.")

    text = " ".join(text_of(draw_notice(content, PaperSize.A4, make_words()), tmp_path).split())

    assert "Why not now The oven is too small for it. Marta" in text


def test_the_same_content_gives_the_same_bytes() -> None:
    content = make_content(idea_text="Fresh خبز and パン ☕ please", idea_name="Zoë")

    assert draw_notice(content, PaperSize.A4, make_words()) == draw_notice(
        content, PaperSize.A4, make_words()
    )


def test_what_does_not_fit_continues_on_another_sheet_that_is_announced(tmp_path: Path) -> None:
    content = make_content(idea_text=SENTENCE * 6, answer=SENTENCE * 8)

    text = text_of(draw_notice(content, PaperSize.A6, make_words()), tmp_path)

    first, second, *_ = text.split("\f")
    assert "Continues on sheet 2" in first
    assert "sheet 2 of 2" in second
    assert "Continues" not in second
    assert text.count("fight each") + text.count("fight\neach") == 14


def test_a_middling_text_is_set_smaller_on_one_sheet() -> None:
    content = make_content(idea_text=SENTENCE * 3, answer=SENTENCE * 3)

    assert len(notice_sheets(content, PaperSize.A4, make_words())) == 1


def test_a_refusal_says_what_would_change_our_mind(tmp_path: Path) -> None:
    content = make_content(status=Status.DECLINED, reason="Too small.", change_mind="A second oven.")

    text = " ".join(text_of(draw_notice(content, PaperSize.A6, make_words()), tmp_path).split())

    assert "Why not now Too small. What would change our mind A second oven. Marta" in text
