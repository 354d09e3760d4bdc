"""Tables as CSV files that spreadsheets open rightly and harmlessly."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A cell that begins so would be worked out as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int


@dataclass(frozen=True, slots=True)
class Table:
    """One heading a column; every row has as many cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_bytes(table: Table) -> bytes:
    """UTF-8 with the mark that spreadsheets look for. Words that look like a formula get an apostrophe."""
    out = io.StringIO()
    csv.writer(out).writerows([_harmless(table.headings), *map(_harmless, table.rows)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _harmless(row: Sequence[Cell]) -> Iterable[Cell]:
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row]
