"""What a visitor chose for reading: a language, and on the shop's tablet large letters and high contrast.

A phone keeps its language in a cookie of its own; the tablet's choices last as long as one visit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from starlette.types import Scope

# A BCP 47 tag that could be one of ours; anything longer is no choice.
LONGEST_TAG = 16
LARGE, CONTRAST = "large", "contrast"
TABLET = "/kiosk"
TABLET_COOKIE = "kiosk"
LANGUAGE_COOKIE = "language"
LANGUAGE_SECONDS = 400 * 24 * 3600


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """`language` is empty while nobody chose one."""

    language: str = ""
    is_large: bool = False
    is_high_contrast: bool = False

    @classmethod
    def of(cls, scope: Scope) -> Choices:
        """The choices of the visit at the tablet that `scope` belongs to."""
        language, *more = next(cookie_values(scope, TABLET_COOKIE), "").split(".")
        return cls(
            language=_tag(language),
            is_large=LARGE in more,
            is_high_contrast=CONTRAST in more,
        )

    def changed_by(self, sent: Callable[[str], str]) -> Choices:
        """With what a button `sent`; a name that was not sent is empty."""
        return replace(
            self,
            language=_tag(sent("language")) or self.language,
            is_large=sent(LARGE) == "yes" if sent(LARGE) else self.is_large,
            is_high_contrast=sent(CONTRAST) == "yes" if sent(CONTRAST) else self.is_high_contrast,
        )

    @property
    def look(self) -> str:
        """As class names for a page."""
        return " ".join(filter(None, (LARGE * self.is_large, CONTRAST * self.is_high_contrast)))

    @property
    def as_cookie(self) -> str:
        """Without an end: it goes with the browser, if nobody ends the visit before."""
        value = ".".join([self.language, *self.look.split()])
        return f"{TABLET_COOKIE}={value}; Path={TABLET}; HttpOnly; SameSite=Lax"


def is_at_tablet(path: str) -> bool:
    return path == TABLET or path.startswith(f"{TABLET}/")


def chosen_language(scope: Scope) -> str:
    """The language that this browser was told to read in; empty when nobody said."""
    if is_at_tablet(scope["path"]):
        return Choices.of(scope).language
    return _tag(next(cookie_values(scope, LANGUAGE_COOKIE), ""))


def language_cookie(tag: str) -> str:
    return f"{LANGUAGE_COOKIE}={_tag(tag)}; Max-Age={LANGUAGE_SECONDS}; Path=/; HttpOnly; SameSite=Lax"


def cookie_values(scope: Scope, name: str) -> Iterator[str]:
    """The values of all cookies of that name."""
    for key, value in scope["headers"]:
        if key == b"cookie":
            for part in bytes(value).decode("latin-1").split(";"):
                found, _, worth = part.strip().partition("=")
                if found == name:
                    yield worth


def _tag(text: str) -> str:
    plain = text.replace("-", "")
    return text if len(text) <= LONGEST_TAG and plain.isascii() and plain.isalnum() else ""
