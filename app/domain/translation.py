"""Marks texts for translation where they are written; the faces translate them where they are shown."""

from __future__ import annotations


def mark(text: str) -> str:
    """Give `text` back unchanged: the catalogue's extractor finds it by this name."""
    return text
