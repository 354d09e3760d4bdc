"""How the desk says who stands behind an idea."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words import Words

if TYPE_CHECKING:
    from app.services.owner.reading import IdeaDetail


def support_line(detail: IdeaDetail, words: Words) -> str:
    """Who saw it, who said the same, what was built on it. Only kiosks count looks, so there may be more
    voices than looks; then the looks say nothing."""
    idea = detail.idea
    parts = []
    if idea.views and idea.views >= idea.votes:
        parts.append(
            words.trn(
                "Of %(seen)s who saw it, %(count)s said me too.",
                "Of %(seen)s who saw it, %(count)s said me too.",
                idea.votes,
                seen=f"{idea.views:,}",
            )
        )
    elif idea.votes:
        parts.append(words.trn("%(count)s said me too.", "%(count)s said me too.", idea.votes))
    if detail.voices:
        told = len(detail.voices)
        parts.append(
            words.trn("%(count)s of these was told to you.", "%(count)s of these were told to you.", told)
        )
    if idea.built_on:
        parts.append(words.trn("%(count)s built on it.", "%(count)s built on it.", idea.built_on))
    return " ".join(parts)
