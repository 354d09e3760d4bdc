"""Whether a browser has already what we would send."""

from __future__ import annotations


def has_already(if_none_match: str, tag: str) -> bool:
    """Whether an If-None-Match header names `tag`: alone, in a list, weak or strong, or as "*" (RFC 9110)."""
    if if_none_match == tag:
        return True
    wanted = tag.removeprefix("W/")
    named = [one.strip() for one in if_none_match.split(",")]
    return named == ["*"] or wanted in {one.removeprefix("W/") for one in named}
