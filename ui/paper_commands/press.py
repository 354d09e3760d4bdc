"""What every command that makes paper works with, and how its file is written and told.

The file is opened before anything is numbered, so that no number is spent on a sheet nobody gets.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from app.domain.shop import Shop
from app.listing import as_json
from app.opening import OwnersShop
from app.reach import Reach
from app.services.owner.owner import Owner
from app.words import Words
from ui.paper_files import open_shop, output_file, reach_of, warn_of, words_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What goes into the file; `line` says it to people, `told` to scripts."""

    content: bytes
    line: str
    told: Mapping[str, object]


class Press:
    """One command's shop. Whoever asks where codes lead draws one: when it is dead, that is said."""

    def __init__(self, shop: OwnersShop, arguments: argparse.Namespace) -> None:
        self._shop = shop
        self.arguments = arguments
        self.has_code = False

    @property
    def owner(self) -> Owner:
        return self._shop.owner

    @property
    def about(self) -> Shop:
        """The shop as it is now."""
        return self.owner.shop()

    @property
    def logo(self) -> bytes:
        """A PNG file, empty = the teacup."""
        return self.owner.logos.worn()

    @cached_property
    def words(self) -> Words:
        return words_of(self.about)

    @cached_property
    def reach(self) -> Reach:
        self.has_code = True
        return reach_of(self._shop)

    @property
    def address(self) -> str:
        """Where phones reach the shop."""
        return self.reach.address


Make: TypeAlias = Callable[[Press], Made]


def make_file(make: Make, arguments: argparse.Namespace) -> int:
    """Raises AppError with what went wrong; then there is no file, or the one that was there."""
    with open_shop(arguments) as shop, output_file(Path(arguments.output)) as file:
        press = Press(shop, arguments)
        made = make(press)
        file.write(made.content)
    if arguments.json:
        print(as_json({"file": arguments.output, **made.told}))
    else:
        print(f"{made.line}: {arguments.output}")
    if press.has_code:
        warn_of(press.reach)
    return 0
