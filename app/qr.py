"""QR codes as plain squares: which are dark. Each face draws them its own way; only here lives `qrcode`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.exceptions import DataOverflowError
from qrcode.image.pure import PyPNGImage

from app.domain.errors import InvalidInput
from app.domain.translation import mark

# Modules that stay free on each side, else readers do not find the code (ISO/IEC 18004).
QUIET_MODULES = 4
# A shop's wall: greasy thumbs and sunlight. A stronger level is taken where it costs no larger code.
LEVELS = (ERROR_CORRECT_M, ERROR_CORRECT_Q, ERROR_CORRECT_H)


@dataclass(frozen=True, slots=True)
class QrMatrix:
    """`rows[y][x]` tells whether a module is dark. The quiet border is left to whoever draws it."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules a side."""
        return len(self.rows)

    def bars(self) -> list[tuple[int, int, int]]:
        """The dark modules as few rectangles one module high: (x, y, width)."""
        found = []
        for y, row in enumerate(self.rows):
            start = None
            for x, dark in enumerate((*row, False)):
                if dark and start is None:
                    start = x
                elif not dark and start is not None:
                    found.append((start, y, x - start))
                    start = None
        return found


@lru_cache(maxsize=64)
def matrix(text: str) -> QrMatrix:
    """The code of `text`: the smallest that survives 15 % of damage, stronger where that costs nothing.

    Raises InvalidInput on field `address` when no code is large enough.
    """
    smallest = _version(text, LEVELS[0])
    level = next(level for level in reversed(LEVELS) if _fits(text, level, smallest))
    code = QRCode[PyPNGImage](version=smallest, error_correction=level, border=0)
    code.add_data(text)
    code.make(fit=False)
    return QrMatrix(tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix()))


def as_svg(text: str) -> str:
    """The code of `text` with its quiet border, one unit a module, black on white."""
    code = matrix(text)
    side = code.size + 2 * QUIET_MODULES
    bars = "".join(f"M{x + QUIET_MODULES} {y + QUIET_MODULES}h{w}v1h-{w}z" for x, y, w in code.bars())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{bars}"/></svg>\n'
    )


def _version(text: str, level: int) -> int:
    code = QRCode[PyPNGImage](error_correction=level)
    code.add_data(text)
    try:
        return code.best_fit()
    except (DataOverflowError, ValueError) as error:  # qrcode 8 raises a bare ValueError above version 40
        raise InvalidInput("address", mark("This address is too long for a QR code.")) from error


def _fits(text: str, level: int, version: int) -> bool:
    try:
        return _version(text, level) <= version
    except InvalidInput:
        return False
