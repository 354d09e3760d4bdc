"""The pages' stylesheet, script, icons and fonts, made ready once.

Colours come from the theme, never from here. The styles take a shop's colour.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from app.theme import DARK, HIGH_CONTRAST, LIGHT, Palette, in_colour_of
from app.web.security import content_security

ICONS = (
    "mark", "search", "pin", "lock", "check", "dots", "clock", "arrow", "equals", "minus", "globe", "storm",
    "chevron-right",
)  # fmt: skip
KIOSK_ICONS = ("contrast", "chevron-left", "plus")
FORM_ICONS = ("mark", "pin", "globe")
_NOT_IN_FORMS = re.compile(r"/\*\{\*/.*?/\*\}\*/", re.DOTALL)
_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_TIGHT = re.compile(r" ?([{}:;,>]) ?")
_SVG = re.compile(r"<svg [^>]*?viewBox=\"([^\"]+)\"[^>]*>(.*)</svg>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Asset:
    """A text that pages carry inline or link to. Its name changes with it, so it may be kept for ever."""

    text: str
    digest: str

    @property
    def source_hash(self) -> str:
        """How a content security policy names it."""
        return "sha256-" + base64.b64encode(hashlib.sha256(self.text.encode()).digest()).decode()


def asset(text: str) -> Asset:
    return Asset(text, hashlib.sha256(text.encode()).hexdigest()[:12])


class Looks:
    """`folder` is `resources/web`, `icons` where the drawings lie."""

    def __init__(self, folder: Path, icons: Path) -> None:
        css = (folder / "look.css").read_text("utf-8")
        self._css, self._form_css = _tightened(css), _tightened(_NOT_IN_FORMS.sub("", css))
        self.script = asset(_without_indents((folder / "page.js").read_text("utf-8")))
        self.kiosk_script = asset(_without_indents((folder / "kiosk.js").read_text("utf-8")))
        kiosk_css = _tightened((folder / "kiosk.css").read_text("utf-8"))
        names = (*ICONS, *KIOSK_ICONS)
        drawings = {name: (icons / f"{name}.svg").read_text("utf-8") for name in names}
        symbols = {name: _symbol(name, svg) for name, svg in drawings.items()}
        self._mark = drawings["mark"]
        self.sprite = "".join(symbols[name] for name in ICONS)
        self.kiosk_sprite = "".join(symbols[name] for name in KIOSK_ICONS)
        self.form_sprite = "".join(symbols[name] for name in FORM_ICONS)
        self.fonts = {path.name: path.read_bytes() for path in sorted((folder / "fonts").glob("*.woff2"))}
        self.style = lru_cache(maxsize=8)(lambda colour: asset(_colours(colour) + self._css))
        self.form_style = lru_cache(maxsize=8)(lambda colour: asset(_colours(colour) + self._form_css))
        self.kiosk_style = lru_cache(maxsize=8)(lambda colour: asset(_kiosk_colours(colour) + kiosk_css))

    def mark(self, shop_colour: str) -> str:
        """The teacup as a picture of its own, in the shop's colour."""
        return self._mark.replace("currentColor", in_colour_of(shop_colour, LIGHT).brick)

    def form_policy(self, shop_colour: str) -> bytes:
        """The security policy of a page that carries its stylesheet in itself."""
        return content_security(style=self.form_style(shop_colour).source_hash)


def _colours(shop_colour: str) -> str:
    light, dark = (_variables(in_colour_of(shop_colour, palette)) for palette in (LIGHT, DARK))
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@media (prefers-contrast:more){{:root{{color-scheme:light;{_variables(HIGH_CONTRAST)}}}}}"
    )


def _kiosk_colours(shop_colour: str) -> str:
    """A tablet in the shop hangs on a wall in daylight: it is dark never, and high contrast by choice."""
    light, contrast = _variables(in_colour_of(shop_colour, LIGHT)), _variables(HIGH_CONTRAST)
    return (
        f":root{{color-scheme:light;{light}}}:root.contrast{{{contrast}}}"
        f"@media (prefers-contrast:more){{:root{{{contrast}}}}}"
    )


def _variables(palette: Palette) -> str:
    return "".join(
        f"--{field.name.replace('_', '-')}:{getattr(palette, field.name)};" for field in fields(palette)
    )


def _tightened(css: str) -> str:
    return _TIGHT.sub(r"\1", _BLANKS.sub(" ", _COMMENTS.sub("", css))).strip()


def _without_indents(script: str) -> str:
    """Without the notes to the reader and the indents: what a phone has no use for."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _symbol(name: str, svg: str) -> str:
    found = _SVG.search(svg)
    if found is None:
        raise ValueError(f"{name} is no drawing of ours")
    box, drawing = found.groups()
    return f'<symbol id="i-{name}" viewBox="{box}">{drawing.strip()}</symbol>'
