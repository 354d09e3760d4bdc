"""What all commands that make paper share: the shop, where its codes lead, and the file that is written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import StorageProblem
from app.domain.shop import Shop
from app.domain.translation import mark
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.reach import Reach, find_reach
from app.settings import SettingsFile
from app.words import Words, load_words


def open_shop(arguments: argparse.Namespace) -> AbstractContextManager[OwnersShop]:
    return open_owners_shop(DataFolder.choose(arguments.data))


def reach_of(shop: OwnersShop) -> Reach:
    return find_reach(shop.owner.shop(), SettingsFile(shop.folder.settings).load(), shop.folder)


def words_of(shop: Shop) -> Words:
    return words_in(shop.language)


def words_in(language: str) -> Words:
    return load_words(language, resource("translations"))


def warn_of(reach: Reach) -> None:
    """Say it when the code leads nowhere yet: never a dead code without a word."""
    if not reach.answers:
        print(f"Nobody answers at {reach.address} now: start Teacup before this hangs.", file=sys.stderr)
    if reach.is_local:
        print(f"Only this computer reaches {reach.address}: phones will not.", file=sys.stderr)


@contextmanager
def output_file(path: Path) -> Iterator[BinaryIO]:
    """The file at `path`, opened before anything is done for it and written after all went well.

    Else it stays as it was. Raises StorageProblem with the reason when it cannot be written.
    """
    was_there = path.exists()
    try:
        with path.open("ab") as file:
            whole = BytesIO()
            yield whole
            if path.is_file():
                file.truncate(0)
            file.write(whole.getvalue())
    except BaseException as error:
        if not was_there and path.is_file():
            path.unlink()
        if isinstance(error, OSError):
            raise StorageProblem(
                mark("%(file)s cannot be written: %(reason)s."), file=path, reason=error.strerror or "unknown"
            ) from error
        raise


def save(path: Path, content: bytes) -> None:
    """As `output_file`, for what is ready."""
    with output_file(path) as file:
        file.write(content)
