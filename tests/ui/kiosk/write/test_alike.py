"""What stands beside a note that is being written: ideas like it, with what became of them."""

from __future__ import annotations

from datetime import timedelta

from app.domain.ideas import Status
from tests.kiosk_making import make_facts, make_note, make_slip
from tests.making import TUESDAY
from tests.ui.paper.samples import make_words
from ui.kiosk.write.alike import alike_of


def test_a_trial_that_is_over_says_so() -> None:
    note = make_note(status=Status.TRIAL, answer=make_slip(status=Status.TRIAL))
    shop, words = make_facts().shop, make_words()

    running = alike_of(note, shop=shop, words=words, now=TUESDAY + timedelta(days=30))
    over = alike_of(note, shop=shop, words=words, now=TUESDAY + timedelta(days=31))

    assert running.stamp.startswith("On trial to")
    assert over.stamp.startswith("Trial ended")
