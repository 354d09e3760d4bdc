"""The beginning of what somebody said, in the page's own quotation marks."""

from __future__ import annotations

from app.domain.text import clean_line, first_graphemes
from app.words import Words as Catalogue
from ui.paper.fitting import GOES_ON
from ui.paper.paragraph import is_right_to_left
from ui.shared.quotes import quotation_marks


def quoted(text: str, letters: int, words: Catalogue) -> str:
    """On one line; after `letters` characters an ellipsis says that there is more."""
    line = clean_line(text)
    shown = first_graphemes(line, letters)
    from_right = is_right_to_left(shown, words.is_right_to_left)
    before, after = quotation_marks(words.language, right_to_left=from_right)
    return f"{before}{shown}{GOES_ON if shown != line else ''}{after}"
