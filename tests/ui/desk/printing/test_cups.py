"""Through a real print server: what comes out of it is what was looked at, as it was chosen in the dialog."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import ImageChops
from PySide6.QtWidgets import QApplication

from app.domain.notices import PaperSize
from tests import cups
from tests.ui.desk.printing.cups_jobs import WAYS
from tests.ui.desk.printing.sheets import make_document
from tests.ui.paper.samples import pdf_pages
from ui.desk.printing.printable import Choice
from ui.paper.document import Document
from ui.paper.imposing import booklet
from ui.paper.printing import page_sizes, pdf_picture

PAGES = 4
DPI = 100
A4, A5 = {595, 842}, {420, 595}


@pytest.fixture(scope="module")
def document(qapp: QApplication) -> Document:  # noqa: ARG001 - fonts need an application
    return make_document(Choice(size=PaperSize.A5), pages=PAGES)


@pytest.fixture(scope="module")
def server(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Iterator[cups.CupsServer]:
    """With a queue for each way, and everything printed."""
    if not cups.is_installed():
        assert "CI" not in os.environ, ".ci/system-packages test installs CUPS"
        pytest.skip("CUPS is missing: .ci/system-packages test installs it")
    folder = tmp_path_factory.mktemp("cups")
    folded = replace(document, lay_out=lambda: booklet(document.lay_out()))
    for name in WAYS:
        (folder / f"{name}.in.pdf").write_bytes((folded if name == "booklet" else document).pdf())
    with cups.cups_server() as running:
        for name in WAYS:
            running.add_queue(name)
        command = [sys.executable, "-m", "tests.ui.desk.printing.cups_jobs", str(folder)]
        subprocess.run(command, env=running.environment, check=True, timeout=60)
        yield running


def has_colour(pdf: bytes) -> bool:
    picture = pdf_picture(pdf, 0, DPI)
    points = [(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)]
    return any(picture.pixelColor(x, y).saturation() > 60 for x, y in points)


def grey_pages(pdf: bytes) -> list[bytes]:
    return [page.tobytes() for page in pdf_pages(pdf, DPI)]


def test_every_page_comes_out_as_it_was_drawn(server: cups.CupsServer, document: Document) -> None:
    printed = pdf_pages(server.printed("plain"), DPI)
    drawn = pdf_pages(document.pdf(), DPI)

    assert len(printed) == PAGES
    for came, wanted in zip(printed, drawn, strict=True):
        assert abs(came.width - wanted.width) <= 1
        difference = ImageChops.difference(came.resize(wanted.size), wanted)
        far = sum(difference.histogram()[160:])
        assert far < 0.004 * wanted.width * wanted.height


def test_two_copies_come_one_after_the_other(server: cups.CupsServer) -> None:
    pages = grey_pages(server.printed("copies"))

    assert len(pages) == 2 * PAGES
    assert pages[:PAGES] == pages[PAGES:]
    assert len(set(pages[:PAGES])) == PAGES


def test_of_a_range_only_those_pages_come(server: cups.CupsServer) -> None:
    assert grey_pages(server.printed("pages")) == grey_pages(server.printed("plain"))[1:3]


def test_a_stopped_print_ends_with_the_page_that_was_under_way(server: cups.CupsServer) -> None:
    assert grey_pages(server.printed("stopped")) == grey_pages(server.printed("plain"))[:2]


def test_paper_and_sides_are_those_of_the_sheet(server: cups.CupsServer) -> None:
    jobs = {line.split("|")[0]: line.split("|")[1:3] for line in server.job_names()}
    sheets = {name: page_sizes(server.printed(name))[0] for name in ("plain", "booklet")}

    assert jobs["plain"] == ["one-sided", "A5"]
    assert jobs["booklet"] == ["two-sided-short-edge", "A4"]
    assert {round(sheets["plain"].width()), round(sheets["plain"].height())} == A5
    assert {round(sheets["booklet"].width()), round(sheets["booklet"].height())} == A4


def test_grey_is_printed_without_any_colour(server: cups.CupsServer) -> None:
    assert has_colour(server.printed("plain"))
    assert not has_colour(server.printed("grey"))


def test_the_queue_knows_each_job_by_its_title(server: cups.CupsServer) -> None:
    assert [line.split("|")[3] for line in server.job_names()] == [f"{name}.pdf" for name in WAYS]
