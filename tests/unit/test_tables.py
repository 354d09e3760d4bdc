"""Tables that spreadsheets open rightly and harmlessly."""

from __future__ import annotations

import csv
import io

import pytest

from app.tables import Table, csv_bytes
from tests.hostile import HOSTILE


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_cell_comes_back() -> None:
    table = Table(("Idea", "Ideas"), (("Oat, milk; “now”\nplease", 2), ("قهوة", 1200)))

    assert read_back(csv_bytes(table)) == [
        ["Idea", "Ideas"],
        ["Oat, milk; “now”\nplease", "2"],
        ["قهوة", "1200"],
    ]


@pytest.mark.parametrize("words", ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1"])
def test_nothing_is_worked_out_as_a_formula(words: str) -> None:
    assert read_back(csv_bytes(Table(("Idea",), ((words,),))))[1] == [f"'{words}"]


def test_spreadsheets_are_told_the_letters() -> None:
    assert csv_bytes(Table(("é",), ())).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_fits_into_a_cell(text: str) -> None:
    kept = text.encode("utf-8", "replace").decode()

    (row,) = read_back(csv_bytes(Table(("Idea",), ((kept,),))))[1:]
    assert row[0].lstrip("'") == kept.lstrip("'")
