"""What a request asks for, cut to what lists and searches take."""

from __future__ import annotations

from starlette.datastructures import QueryParams

from app.domain.text import clean_line, first_graphemes

LONGEST_WORDS = 300
LONGEST_CURSOR = 300


def asked_words(query: QueryParams) -> str:
    """The words to look for, `q`, on one line."""
    return first_graphemes(clean_line(query.get("q", "")), LONGEST_WORDS)


def asked_place(query: QueryParams) -> str:
    """Where in a list to go on, `after`; empty for its start."""
    return query.get("after", "")[:LONGEST_CURSOR]
