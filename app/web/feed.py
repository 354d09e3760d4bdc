"""The Atom feed (RFC 4287) of what the shop did."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from app.domain.clock import rfc3339
from app.domain.ideas import Idea
from app.domain.shop import Shop
from app.domain.text import first_graphemes
from app.note_words import change_mind_line, done_line, status_word
from app.words import Words

ATOM = "http://www.w3.org/2005/Atom"
TITLE_GRAPHEMES = 80


def atom_feed(ideas: Sequence[Idea], shop: Shop, words: Words, home: str) -> bytes:
    """Texts only, no markup: readers show them as they were written."""
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": words.language})
    _add(feed, "id", f"urn:uuid:{shop.id}")
    _add(feed, "title", words.tr("%(shop)s: you said, we did", shop=shop.name))
    Xml.SubElement(feed, "link", {"rel": "self", "href": f"{home}/feed.atom"})
    Xml.SubElement(feed, "link", {"href": f"{home}/what-we-did"})
    answered = [idea for idea in ideas if idea.response]
    newest = max((idea.response.created_at for idea in answered if idea.response), default=None)
    _add(feed, "updated", rfc3339(newest) if newest else "2020-01-01T00:00:00Z")
    for idea in answered:
        _add_entry(feed, idea, shop, words, home)
    return bytes(Xml.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add_entry(feed: Xml.Element, idea: Idea, shop: Shop, words: Words, home: str) -> None:
    response = idea.response
    if response is None:
        return
    entry = Xml.SubElement(feed, "entry")
    _add(entry, "id", f"urn:uuid:{response.id}")
    _add(entry, "title", first_graphemes(idea.text.replace("\n", " "), TITLE_GRAPHEMES))
    Xml.SubElement(entry, "link", {"href": f"{home}/i/{idea.id}"})
    _add(entry, "updated", rfc3339(response.created_at))
    author = Xml.SubElement(entry, "author")
    _add(author, "name", response.signed or shop.voice)
    parts = (
        status_word(response.status, words),
        response.text,
        response.reason,
        change_mind_line(response.change_mind, words),
        done_line(response.done_on, words),
    )
    said = "\n\n".join(filter(None, parts))
    _add(entry, "content", f"“{idea.text}”\n\n{said}")


def _add(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text
