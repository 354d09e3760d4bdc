"""Where a page ended, as an opaque word for an address. Anything that is none means the first page."""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import dataclass
from uuid import UUID

_FORM = struct.Struct(">q16s")
_NO_ID = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The order's value and the id of the last idea seen."""

    value: int
    id: UUID = _NO_ID

    def __str__(self) -> str:
        return base64.urlsafe_b64encode(_FORM.pack(self.value, self.id.bytes)).decode()


def read_cursor(text: str | None) -> Cursor | None:
    """The cursor that `text` spells, or None when it spells none."""
    try:
        value, id = _FORM.unpack(base64.b64decode(text or "", altchars=b"-_", validate=True))
    except (binascii.Error, struct.error, ValueError):
        return None
    return Cursor(value, UUID(bytes=id))
