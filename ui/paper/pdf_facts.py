"""What a PDF tells of itself: title, author, language, what is found on which sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP
from reportlab.pdfgen.canvas import Canvas

from ui.paper.pdf_tags import Element, catalog_of
from ui.paper.sheets import Role, Sheet

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


class Outline:
    """What is found on which sheet: by the names that sheets carry, else by their headings."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._is_named = any(sheet.names for sheet in sheets)
        self._entries: list[tuple[str | Element, int]] = []

    def add(self, canvas: Canvas, sheet: Sheet, begun: Sequence[Element]) -> None:
        """A sheet while it is drawn, with the elements that begin on it."""
        entries = ((name, 0) for name in sheet.names) if self._is_named else self._headings(begun)
        for number, entry in enumerate([*entries], len(self._entries)):
            canvas.bookmarkPage(_place(number))
            self._entries.append(entry)
        if not self._entries:
            # For a file without any name: one line leads to its beginning.
            canvas.bookmarkPage(_place(0))

    def write(self, canvas: Canvas, title: str) -> None:
        for number, (entry, level) in enumerate(self._entries or [(title, 0)]):
            told = entry if isinstance(entry, str) else entry.text
            canvas.addOutlineEntry(_cut(told) or title, _place(number), level)

    def _headings(self, elements: Sequence[Element]) -> Iterator[tuple[Element, int]]:
        below = any(level == 0 for _, level in self._entries)
        for element in elements:
            if element.role == Role.TITLE:
                below = True
                yield element, 0
            elif element.role == Role.HEADING:
                yield element, 1 if below else 0


def _place(number: int) -> str:
    return f"entry-{number + 1}"


def _cut(title: str) -> str:
    line = " ".join(title.split())
    return line if len(line) <= LONGEST_ENTRY else line[: LONGEST_ENTRY - 1].rstrip() + "…"


def _plain(text: str) -> str:
    return escape("".join(letter for letter in text if letter >= " "))
