"""Whose words of a storm come on paper, and under which name."""

from __future__ import annotations

from app.domain.ideas import Idea, Visibility
from app.domain.text import clean_line
from app.words import Words


def author(idea: Idea, words: Words) -> str:
    return clean_line(idea.name) or words.tr("A guest")


def may_be_shown(idea: Idea) -> bool:
    """Whether its words may hang on a wall; those of a merged one may, for it was part of the storm."""
    return idea.visibility is Visibility.PUBLIC
