"""How far the first run came, and what was said in it and not saved yet: kept beside the database, so that
a window that closes in the middle loses nothing. Never a PIN."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.shop import Shop
from app.storage.shops import shop_columns, shop_of_columns

STEPS = 5
# Steps count from 1; 0 = it is over, and this one = all steps were seen, the first code was not printed yet.
END = STEPS + 1
_SAID = (
    "name",
    "owner",
    "colour",
    "language",
    "timezone",
    "open_weekdays",
    "closed_days",
    "hours",
    "promise_days",
)


@dataclass(frozen=True, slots=True)
class FirstRun:
    """`is_first` while the shop is new and defaults are proposed; `said` has columns of the shop."""

    step: int = 1
    is_first: bool = True
    said: Mapping[str, str | int | None] = field(default_factory=dict)

    def draft(self, shop: Shop) -> Shop:
        """`shop` with what was said on top; nonsense counts as nothing."""
        if not self.said:
            return shop
        try:
            return shop_of_columns(shop, self.said)
        except (ValueError, KeyError, TypeError, IndexError):
            return shop


def said_beyond(shop: Shop, draft: Shop) -> dict[str, str | int | None]:
    """What `draft` says otherwise than the stored `shop`, of what the steps ask."""
    stored, drafted = shop_columns(shop), shop_columns(draft)
    return {name: drafted[name] for name in _SAID if drafted[name] != stored[name]}


class FirstRunFile:
    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, shop: Shop) -> FirstRun | None:
        """Where to go on; None when it is over, or was never needed. A damaged file counts as none."""
        try:
            written = json.loads(self._path.read_text("utf-8"))
            step, said = written["step"], written["said"]
            is_known = type(step) is int and 0 <= step <= END and isinstance(said, dict)
        except FileNotFoundError:
            return FirstRun() if shop.is_unnamed else None
        except (OSError, ValueError, KeyError, TypeError):
            is_known = False
        if not is_known:
            return FirstRun() if shop.is_unnamed else None
        return FirstRun(step, bool(written.get("is_first", shop.is_unnamed)), said) if step else None

    def save(self, run: FirstRun | None) -> None:
        """None = it is over. Where it cannot be written nothing is lost but the place."""
        kept = run or FirstRun(step=0, is_first=False)
        draft = self._path.with_suffix(".new")
        try:
            draft.write_text(
                json.dumps({"step": kept.step, "is_first": kept.is_first, "said": dict(kept.said)}), "utf-8"
            )
            draft.replace(self._path)
        except OSError:
            return
