"""The tags of a PDF: what a screen reader is told of each text and picture, and in which order.

reportlab 5.1 writes no tags. Whatever is drawn lies between marks: those of an element, or those of an
artifact, which nobody is told of. At the end the elements are written down, and whose the marks of each sheet
are.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from ui.paper.setting import SetLine
from ui.paper.sheets import Code, Picture, Role, Tag, Thing, Words

Box = tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Element:
    """A text or a picture. `marks` are its places: the number of the page as it is read, that of the sheet,
    and that of the mark on it."""

    role: Role
    alternative: str = ""
    language: str = ""
    box: Box | None = None
    lines: list[tuple[int, SetLine]] = field(default_factory=list)
    marks: list[tuple[int, int, int]] = field(default_factory=list)
    # Its page, and how many were met before.
    begins: tuple[int, int] = (sys.maxsize, 0)

    @property
    def page(self) -> int:
        return self.begins[0]

    @property
    def text(self) -> str:
        """As it is written, whatever stands to the left."""
        lines = [line for _, line in sorted(self.lines, key=lambda placed: placed[0])]
        return "".join(line.text + line.parting for line in lines).strip()


class Tags:
    """Gathers the elements of one PDF while it is drawn."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._by_tag: dict[Tag, Element] = {}
        self._owners: list[list[Element]] = []
        self._page = 0
        self._met = 0

    def begin_sheet(self) -> None:
        self._owners.append([])

    def begin_page(self, number: int) -> None:
        """Of a booklet there are several on a sheet, and what is told goes by their numbers."""
        self._page = number

    @property
    def are_whole(self) -> bool:
        """Whether each picture has its words, and no heading stands under one that is missing."""
        headings = [each.role for each in self.elements if each.role in {Role.TITLE, Role.HEADING}]
        figures = [each for each in self.elements if each.role == Role.FIGURE]
        begins_well = not headings or headings[0] == Role.TITLE
        return begins_well and all(figure.alternative for figure in figures)

    def element(self, thing: Thing, height: float = 0.0) -> Element | None:
        """What `thing` belongs to; None for what only adorns. `height` is that of the sheet."""
        found = self._element(thing, height)
        if found:
            self._met += 1
            found.begins = min(found.begins, (self._page, self._met))
        return found

    def _element(self, thing: Thing, height: float) -> Element | None:
        match thing:
            case Words():
                return self._of_line(thing)
            case Code():
                box = (thing.x, height - thing.y - thing.side, thing.x + thing.side, height - thing.y)
                return self._new(Element(Role.FIGURE, thing.alternative, box=box))
            case Picture() if thing.alternative:
                low, right = height - thing.y - thing.height, thing.x + thing.width
                box = (thing.x, low, right, height - thing.y)
                return self._new(Element(Role.FIGURE, thing.alternative, box=box))
        return None

    def opening(self, element: Element | None) -> str:
        """The words of PDF before whatever is drawn of an element; every opening wants a closing."""
        if element is None:
            return "/Artifact BMC"
        owners = self._owners[-1]
        element.marks.append((self._page, len(self._owners) - 1, len(owners)))
        owners.append(element)
        return f"/{element.role} <</MCID {len(owners) - 1}>> BDC"

    def write(self, canvas: Canvas) -> None:
        """Once all sheets are drawn."""
        document: PDFDocument = canvas._doc  # type: ignore[attr-defined]
        root, whole = _Written(), _Written()
        in_order = sorted(self.elements, key=lambda element: element.begins)
        written = {element: _Written() for element in in_order}
        above, all_of_it = _reference(document, root), _reference(document, whole)
        places = {element: _reference(document, each) for element, each in written.items()}
        for element, each in written.items():
            each.text = _element(element, all_of_it, document)
        whole.text = b"<</Type/StructElem/S/Document/P %s/K[%s]>>" % (above, b" ".join(places.values()))
        owned = b" ".join(
            b"%d[%s]" % (number, b" ".join(places[element] for element in owners))
            for number, owners in enumerate(self._owners)
        )
        root.text = b"<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>" % (
            all_of_it,
            owned,
            len(self._owners),
        )
        catalog = catalog_of(canvas)
        catalog.StructTreeRoot = root
        catalog.MarkInfo = _Written(b"<</Marked true>>")
        for number, page in enumerate(catalog.Pages.pages):
            page.StructParents = number
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]

    def _of_line(self, words: Words) -> Element:
        """A line that comes again, as on each card of a sheet or above each sheet, begins its text anew."""
        tag = words.tag
        element = self._by_tag.get(tag) if tag else None
        if element is None or any(line is words.line for _, line in element.lines):
            tag = tag or Tag()
            element = self._new(Element(tag.role, tag.alternative, tag.language))
            self._by_tag[tag] = element
        element.lines.append((self._page, words.line))
        return element

    def _new(self, element: Element) -> Element:
        self.elements.append(element)
        return element


def catalog_of(canvas: Canvas) -> Any:
    """The root of the document; reportlab's types do not know it."""
    return canvas._doc.Catalog  # type: ignore[attr-defined]


class _Written(PDFObject):
    """An object in PDF's own words."""

    def __init__(self, text: bytes = b"") -> None:
        self.text = text

    def format(self, document: PDFDocument) -> bytes:
        return self.text


def _element(element: Element, above: bytes, document: PDFDocument) -> bytes:
    placed = sorted(element.marks)
    first = placed[0][1]
    marks = b" ".join(
        b"%d" % mark if sheet == first else b"<</Type/MCR/Pg %s/MCID %d>>" % (_page(document, sheet), mark)
        for _, sheet, mark in placed
    )
    parts = [b"<</Type/StructElem/S/%s/P %s" % (element.role.encode(), above)]
    parts.append(b"/Pg %s/K[%s]" % (_page(document, first), marks))
    texts = {b"Alt": element.alternative, b"Lang": element.language, b"ActualText": _text_to_read(element)}
    parts += [b"/%s %s" % (name, _string(text, document)) for name, text in texts.items() if text]
    if element.box:
        corners = " ".join(f"{corner:.2f}" for corner in element.box)
        parts.append(b"/A<</O/Layout/BBox[%s]>>" % corners.encode())
    return b"".join(parts) + b">>"


def _text_to_read(element: Element) -> str:
    """A file holds lines from left to right; who reads a text that runs the other way needs its own order."""
    turned = any(run.run.isRightToLeft() for _, line in element.lines for run in line.runs)
    return element.text if turned and not element.alternative else ""


def _string(text: str, document: PDFDocument) -> bytes:
    return bytes(PDFString(text).format(document))


def _reference(document: PDFDocument, thing: PDFObject) -> bytes:
    return bytes(document.Reference(thing).format(document))  # type: ignore[no-untyped-call]


def _page(document: PDFDocument, number: int) -> bytes:
    return bytes(PDFObjectReference(f"Page{number + 1}").format(document))
