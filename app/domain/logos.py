"""The shop's logo, as it is kept: one picture for paper and screens, and a small one for phones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """Both are PNG files; `width` and `height` are those of `png`, in dots."""

    png: bytes
    small: bytes
    width: int
    height: int
