"""What a PDF tells of itself: title, author, language, what is found on which sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP
from reportlab.pdfgen.canvas import Canvas

from ui.paper.pdf_tags import Element, catalog_of
from ui.paper.sheets import Part, Role, Sheet

CREATOR = "Teacup"
# Longer headings are cut: an outline stands in a narrow column.
LONGEST_ENTRY = 80
# So that a program which knows no XML finds the packet and may write into it.
PACKET = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n%s\n<?xpacket end="w"?>'
METADATA = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
{standard}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>"""
AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"
STANDARD = "<pdfuaid:part>1</pdfuaid:part>\n"


@dataclass(frozen=True, slots=True)
class Facts:
    """`author` is the shop."""

    title: str
    language: str
    author: str = ""


def tell_facts(canvas: Canvas, facts: Facts) -> None:
    canvas.setTitle(facts.title)
    canvas.setAuthor(facts.author)
    canvas.setSubject("")
    canvas.setCreator(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")


def write_metadata(canvas: Canvas, facts: Facts, *, is_universal: bool) -> None:
    """The same facts as XML. `is_universal` says that all of PDF/UA-1 is held."""
    author = AUTHOR.format(author=_plain(facts.author)) if facts.author else ""
    text = METADATA.format(
        title=_plain(facts.title),
        author=author,
        language=_plain(facts.language),
        creator=CREATOR,
        standard=STANDARD if is_universal else "",
    )
    packet = (PACKET % text).encode()
    catalog_of(canvas).Metadata = XMP(creator=lambda _: packet)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the outline: `page` as it is read, and the place on a sheet that it leads to."""

    told: str | Element
    page: int
    place: str

    @property
    def is_title(self) -> bool:
        return isinstance(self.told, str) or self.told.role == Role.TITLE

    @property
    def text(self) -> str:
        return self.told if isinstance(self.told, str) else self.told.text


class Outline:
    """What is found on which sheet: by the names that sheets carry, else by their headings."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._is_named = any(sheet.names or any(part.names for part in sheet.parts) for sheet in sheets)
        self._entries: list[_Entry] = []

    def add(self, canvas: Canvas, sheet: Sheet, number: int, begun: Sequence[Element]) -> None:
        """A sheet while it is drawn, with the elements that begin on it."""
        if self._is_named:
            parts = sheet.parts or (Part(number, 0, sheet.names),)
            told: list[tuple[str | Element, int]] = [
                (name, part.number) for part in parts for name in part.names
            ]
        else:
            told = [(each, each.page) for each in begun if each.role in {Role.TITLE, Role.HEADING}]
        for entry, page in told:
            place = _place(len(self._entries))
            canvas.bookmarkPage(place)
            self._entries.append(_Entry(entry, page, place))
        if not self._entries:
            # For a file without any name: one line leads to its beginning.
            canvas.bookmarkPage(_place(0))

    def write(self, canvas: Canvas, title: str) -> None:
        """What stands under a title is indented; what stands several times on a page is found once."""
        below, told = 0, set()
        for entry in sorted(self._entries, key=lambda entry: entry.page) or [_Entry(title, 0, _place(0))]:
            text = _cut(entry.text) or title
            if (text, entry.page) not in told:
                canvas.addOutlineEntry(text, entry.place, 0 if entry.is_title else below)
            told.add((text, entry.page))
            below = 1 if entry.is_title else below


def _place(number: int) -> str:
    return f"entry-{number + 1}"


def _cut(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= LONGEST_ENTRY else line[: LONGEST_ENTRY - 1].rstrip() + "…"


def _plain(text: str) -> str:
    return escape("".join(letter for letter in text if letter >= " "))
