"""Whatever the journal writes down, the owner can read."""

from __future__ import annotations

import re
from pathlib import Path

from ui.desk.settings.deeds import deed_words
from ui.desk.wording import (
    AGAIN_WORDS,
    HISTORY_WORDS,
    REDO_WORDS,
    REDONE_WORDS,
    TAKEN_BACK_WORDS,
    UNDO_WORDS,
    UNDONE_WORDS,
)

ROOT = Path(__file__).parents[2]
_WRITTEN = re.compile(r'(?:(?:write_down|note_step)\(\s*stores,\s*|\bverb=)"([a-z-]+)"')


def verbs() -> set[str]:
    code = "\n".join(path.read_text() for path in (ROOT / "app").rglob("*.py"))
    return set(_WRITTEN.findall(code)) | UNDO_WORDS.keys()


def test_every_verb_has_its_sentence_in_the_list_of_what_was_done() -> None:
    assert len(verbs()) > 30
    assert {verb for verb in verbs() if deed_words(verb) is None} == set()


def test_what_can_be_taken_back_can_be_done_again_in_words() -> None:
    assert UNDO_WORDS.keys() == REDO_WORDS.keys() == UNDONE_WORDS.keys() == REDONE_WORDS.keys()


def test_the_history_of_an_idea_says_of_each_of_its_verbs_what_was_taken_back() -> None:
    of_ideas = (HISTORY_WORDS.keys() & UNDO_WORDS.keys()) | {
        "take-down",
        "take-in",
        "thank",
        "thank-with-cards",
    }
    assert TAKEN_BACK_WORDS.keys() == AGAIN_WORDS.keys() == of_ideas
