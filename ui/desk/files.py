"""Writes what the person asked to keep, and tells in plain words when the disk says no."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import StorageProblem
from app.domain.translation import mark


def write_file(path: Path, content: bytes) -> int:
    """Raises StorageProblem. Answers how many bytes were written."""
    try:
        return path.write_bytes(content)
    except OSError as error:
        raise StorageProblem(
            mark("“%(name)s” could not be saved: %(reason)s. Please choose another place."),
            name=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
