"""Two people may say something about one shop: what each of them changed is kept."""

from __future__ import annotations

from dataclasses import fields, replace

from app.domain.shop import Shop


def merged(base: Shop, mine: Shop, theirs: Shop) -> Shop:
    """`theirs`, with all that `mine` says otherwise than `base`, from which both began."""
    changes = {
        field.name: getattr(mine, field.name)
        for field in fields(Shop)
        if getattr(mine, field.name) != getattr(base, field.name)
    }
    return replace(theirs, **changes)
