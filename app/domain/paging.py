"""A page of a long list, and the opaque word that leads to the next one."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ideas import Idea


@dataclass(frozen=True, slots=True)
class Page:
    """Some ideas in their order; `next` is the cursor behind the last one, None at the end."""

    ideas: tuple[Idea, ...]
    next: str | None = None
