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
HEX = re.compile(rb"<([0-9a-f]*)>")
SHOWN = re.compile(
    rb"/\w+ <</MCID (?P<mark>\d+)>> BDC|(?P<font>/F[\w+]+) [\d.]+ Tf|(?P<shown>\[[^\]]*\] TJ|<[0-9a-f]*> Tj)"
)
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
        return self._stream(self.catalog["/Metadata"]).decode()

    def text(self, *options: str) -> str:
        return self._ask("pdftotext", *options, after=("-",))

    def text_by_structure(self) -> list[str]:
        """What a screen reader says of each element, as it stands in the file.

        `pdfinfo -struct-text` says the same, but draws the page anew for each element.
        """
        marked = {id(page): self._marked_text(page) for page in self.pages}
        return [
            " ".join((_text(each.get("/ActualText", "")) or self._said(each, marked)).split())
            for _, each in self._elements()
        ]

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
        content = re.sub(rb"\((?:\\.|[^\\)])*\)|<[0-9a-fA-F]*>", b"", self._content(page))
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

    def _said(self, element: dict[str, Any], marked: dict[int, dict[int, str]]) -> str:
        return "".join(marked[id(self._at(at))][mark] for at, mark in self._marks(element))

    def _marked_text(self, page: dict[str, Any]) -> dict[int, str]:
        """The letters between each pair of marks."""
        fonts = self._at_or_itself(page["/Resources"])["/Font"]
        letters = {name: self._letters_of(reference) for name, reference in self._at_or_itself(fonts).items()}
        told: dict[int, str] = {}
        mark, font = -1, ""
        for found in SHOWN.finditer(self._content(page)):
            if found["mark"]:
                mark = int(found["mark"])
                told[mark] = ""
            elif found["font"]:
                font = found["font"].decode()
            elif mark in told:
                codes = bytes.fromhex("".join(part.decode() for part in HEX.findall(found["shown"])))
                told[mark] += "".join(letters[font].get(code, "?") for code in codes)
        return told

    def _letters_of(self, font: str) -> dict[int, str]:
        """Which letters a font's codes stand for, as it says itself."""
        reference = self._at(font).get("/ToUnicode")
        if reference is None:
            return {}
        pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>\n", self._stream(reference))
        return {int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be") for code, letter in pairs}

    def _content(self, page: dict[str, Any]) -> bytes:
        return self._stream(page["/Contents"])

    def _stream(self, reference: str) -> bytes:
        return base64.b64decode(self._objects[f"obj:{reference}"]["stream"]["data"])

    def _at_or_itself(self, thing: Any) -> Any:
        return self._at(thing) if isinstance(thing, str) else thing

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
