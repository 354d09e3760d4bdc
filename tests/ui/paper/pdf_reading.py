"""Reads a PDF the way a screen reader does: by its structure, not by what it looks like. Told by qpdf."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARK = re.compile(rb"/(\w+) <</MCID (\d+)>> BDC|/Artifact BMC|EMC")
# What leaves ink: paths, text, pictures and forms.
INK = re.compile(rb"(?<![\w/])(?:f|S|B|Tj|TJ|Do)(?!\w)")


@dataclass(frozen=True, slots=True)
class Read:
    """An element of the structure."""

    role: str
    alternative: str
    language: str
    actual_text: str


class PdfReading:
    def __init__(self, pdf: bytes, folder: Path) -> None:
        self._file = folder / "read.pdf"
        self._file.write_bytes(pdf)
        told = self._ask("qpdf", "--json", "--json-stream-data=inline", "--decode-level=generalized")
        self._objects: dict[str, Any] = json.loads(told)["qpdf"][1]
        self.catalog: dict[str, Any] = self._at(self._at("trailer")["/Root"])
        pages = self._at(self.catalog["/Pages"])["/Kids"]
        self.pages: list[dict[str, Any]] = [self._at(page) for page in pages]

    @property
    def elements(self) -> list[Read]:
        """In reading order."""
        return [
            Read(
                each["/S"].removeprefix("/"),
                _text(each.get("/Alt", "")),
                _text(each.get("/Lang", "")),
                _text(each.get("/ActualText", "")),
            )
            for _, each in self._elements()
        ]

    @property
    def outline(self) -> list[str]:
        """The lines of the outline, those below others indented."""
        return list(self._entries(self.catalog["/Outlines"], 0))

    @property
    def metadata(self) -> str:
        return base64.b64decode(self._objects[f"obj:{self.catalog['/Metadata']}"]["stream"]["data"]).decode()

    def text(self, *options: str) -> str:
        return self._ask("pdftotext", *options, after=("-",))

    def text_by_structure(self) -> list[str]:
        """What a screen reader says of each element, by poppler: an element a line."""
        told = self._ask("pdfinfo", "-struct-text")
        found = re.split(r"^ +\w+(?: \(block\)|:)?$", told, flags=re.MULTILINE)[1:]
        return [" ".join("".join(re.findall(r'^ +"(.*)"$', part, re.MULTILINE)).split()) for part in found]

    def problems(self) -> list[str]:
        """What does not hold between the sheets' marks and the structure, and what qpdf complains of."""
        checked = subprocess.run(["qpdf", "--check", self._file], capture_output=True, text=True, check=False)
        complaints = checked.stdout + checked.stderr
        found = [complaints] if checked.returncode or "WARNING" in complaints else []
        return found + [problem for number in range(len(self.pages)) for problem in self._of_page(number)]

    def fonts_that_are_missing(self) -> list[str]:
        lines = self._ask("pdffonts").splitlines()[2:]
        return [line for line in lines if line.split()[-5] != "yes"]

    def _of_page(self, number: int) -> Iterator[str]:
        page, root = self.pages[number], self._at(self.catalog["/StructTreeRoot"])
        owners = dict(_pairs(root["/ParentTree"]["/Nums"]))[page["/StructParents"]]
        told = {
            (reference, mark)
            for reference, each in self._elements()
            for at, mark in self._marks(each)
            if self._at(at) is page
        }
        if told != {(owner, mark) for mark, owner in enumerate(owners)}:
            yield f"sheet {number + 1}: the structure and the sheet tell different marks"
        yield from (f"sheet {number + 1}: {problem}" for problem in self._of_marks(page, len(owners)))

    def _of_marks(self, page: dict[str, Any], owned: int) -> Iterator[str]:
        """Every stroke of ink lies between exactly one pair of marks."""
        content = base64.b64decode(self._objects[f"obj:{page['/Contents']}"]["stream"]["data"])
        content = re.sub(rb"\((?:\\.|[^\\)])*\)|<[0-9a-fA-F]*>", b"", content)
        opened, used, at = False, [], 0
        for mark in MARK.finditer(content):
            if not opened and INK.search(content, at, mark.start()):
                yield "ink outside all marks"
            if (mark.group() == b"EMC") != opened:
                yield "marks within marks"
            opened, at = mark.group() != b"EMC", mark.end()
            used += [int(mark.group(2))] if mark.group(2) else []
        if opened or INK.search(content, at):
            yield "marks that stay open, or ink after the last"
        if used != list(range(owned)):
            yield f"marks {used} of {owned}"

    def _elements(self) -> Iterator[tuple[str, dict[str, Any]]]:
        document = self._at(self._at(self.catalog["/StructTreeRoot"])["/K"])
        assert document["/S"] == "/Document"
        for reference in document["/K"]:
            yield reference, self._at(reference)

    def _marks(self, element: dict[str, Any]) -> Iterator[tuple[str, int]]:
        for kid in element["/K"]:
            yield (element["/Pg"], kid) if isinstance(kid, int) else (kid["/Pg"], kid["/MCID"])

    def _entries(self, reference: str, depth: int) -> Iterator[str]:
        at = self._at(reference).get("/First")
        while at:
            entry = self._at(at)
            yield "  " * depth + _text(entry["/Title"])
            yield from self._entries(at, depth + 1)
            at = entry.get("/Next")

    def _at(self, reference: str) -> Any:
        found = self._objects["trailer" if reference == "trailer" else f"obj:{reference}"]
        return found.get("value", found)

    def _ask(self, *command: str, after: Sequence[str] = ()) -> str:
        asked = [*command, str(self._file), *after]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout


def _text(told: str) -> str:
    return told.removeprefix("u:")


def _pairs(flat: list[Any]) -> Iterator[tuple[int, list[str]]]:
    return zip(flat[::2], flat[1::2], strict=True)
