"""A storm's file on a disk: written whole or not at all, and read with its picture tamed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.domain.conclusions import ProofPhoto
from app.domain.errors import InvalidInput, StorageProblem
from app.domain.translation import mark
from app.domain.whole_storms import WholeStorm
from app.exchange.storm_reading import MOST_BYTES, read_storm
from app.exchange.storm_writing import write_storm
from app.private import replace_privately


def save_storm(path: Path, whole: WholeStorm, *, shop: str, now: datetime) -> None:
    """For nobody else on this machine to read: it may hold codes. Raises StorageProblem."""
    try:
        replace_privately(path, write_storm(whole, shop=shop, now=now).decode())
    except OSError as error:
        raise StorageProblem(
            mark("%(file)s cannot be written: %(reason)s."), file=path, reason=error.strerror or "?"
        ) from error


def open_storm(path: Path) -> WholeStorm:
    """Raises InvalidInput on `file` or `photo`."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InvalidInput(
            "file", mark("%(file)s cannot be read: %(reason)s."), file=path.name, reason=error.strerror or "?"
        ) from error
    return read_storm(content, _take_photo)


def _take_photo(content: bytes) -> ProofPhoto:
    from app.photo_door import make_photo  # noqa: PLC0415 - most files bring no picture to wait for

    taken = make_photo(content)
    return ProofPhoto(content=taken.content, width=taken.width, height=taken.height)
