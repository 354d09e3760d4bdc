"""A kind of `teacup sheet`: a few words about it, and what it takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetKind:
    """`add_arguments` gives its parser all but --json: also paper and file, by `paper.add_paper`."""

    name: str
    what: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
