"""Storms on paper with sane defaults, and what their sheets are asked: all words, all codes, the text of a file."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image

from app.domain.ballots import Ballot, new_ballot_code
from app.domain.conclusions import Conclusion, LookBack, Outcome, ProofPhoto
from app.domain.ideas import Idea, Link
from app.domain.ids import new_id
from app.domain.shop import Shop
from app.domain.storms import Storm, Timetable, Ways
from app.pictures import make_logo
from tests.pictures import as_file, picture
from tests.shop import make_idea
from tests.ui.paper.samples import pdf_pages
from ui.paper.document import Document
from ui.paper.sheets import Code, Sheet, Thing, Turned, Words
from ui.paper.storm_head import OfStorm

BASE = "http://192.168.178.31:8765"
CODE = "K7Q2MP"
QUESTION = "What music on Friday nights?"


def day(number: int, hour: int = 9) -> datetime:
    """A moment of November 2026."""
    return datetime(2026, 11, number, hour, tzinfo=UTC)


MADE = day(9)


def make_shop(**changes: Any) -> Shop:
    values: dict[str, Any] = {
        "id": new_id(MADE),
        "name": "Linden Street Bakery",
        "owner": "Marta",
        "timezone": "Europe/Berlin",
    }
    return Shop(**(values | changes))


def make_storm(**changes: Any) -> Storm:
    values: dict[str, Any] = {
        "id": new_id(MADE),
        "code": CODE,
        "question": QUESTION,
        "times": Timetable(gathers_at=day(16, 8), chooses_at=day(18, 11), closes_at=day(19, 17)),
        "ways": Ways.BOTH,
        "made_at": MADE,
        "announced_at": MADE,
    }
    return Storm(**(values | changes))


def of_storm(*, shop: Shop | None = None, address: str = BASE, **changes: Any) -> OfStorm:
    logo, number = changes.pop("logo", b""), changes.pop("number", 141)
    storm = make_storm(**changes)
    return OfStorm(shop=shop or make_shop(), storm=storm, address=address, logo=logo, number=number)


def small_logo() -> bytes:
    return make_logo(as_file(picture())).png


def built(
    text: str, on: Idea | None = None, link: Link = Link.AND, *, name: str = "", minute: int = 0
) -> Idea:
    """A contribution; one that builds `on` another comes a minute later."""
    at = on.created_at + timedelta(minutes=1) if on else day(16, 9) + timedelta(minutes=minute)
    idea = make_idea(text, at=at, name=name, builds_on=on.id if on else None)
    return replace(idea, link=link if on else None)


def guitar() -> list[Idea]:
    """The chain that everybody knows from the pictures."""
    first = built("An acoustic guitar, not too loud, so that one can still talk.", name="Ben")
    second = built("My neighbour plays. He would come for supper and a hat.", first, name="Priya")
    third = built("Only until nine: children sleep upstairs.", second, Link.BUT, name="Ingrid")
    return [first, second, third, built("Every first Friday, then it stays special.", third, Link.INSTEAD)]


def make_ballots(count: int) -> list[Ballot]:
    storm_id = new_id(MADE)
    return [
        Ballot(id=new_id(MADE), code=new_ballot_code(), storm_id=storm_id, number=number, made_at=day(18, 11))
        for number in range(1, count + 1)
    ]


def make_conclusion(credited: Sequence[Idea] = (), **changes: Any) -> Conclusion:
    values: dict[str, Any] = {
        "id": new_id(MADE),
        "storm_id": new_id(MADE),
        "heard": "Most of you want music that leaves room to talk.",
        "decided": "Every first Friday a guitarist plays, from seven to nine.",
        "because": "It is one evening a month, and it ends early.",
        "rests_on": tuple(idea.id for idea in credited),
        "rests_on_none": "" if credited else "None of them was about music.",
        "signed": "Marta",
        "created_at": day(20),
    }
    return Conclusion(**(values | changes))


def make_outcome(**changes: Any) -> Outcome:
    values: dict[str, Any] = {
        "id": new_id(MADE),
        "storm_id": new_id(MADE),
        "done_on": date(2026, 12, 4),
        "text": "Tomás played for the first time, and forty of you came.",
        "label": "Guests on a Friday night",
        "before": Decimal(17),
        "created_at": datetime(2026, 12, 5, 9, tzinfo=UTC),
    }
    return Outcome(**(values | changes))


def make_look_back(**changes: Any) -> LookBack:
    values: dict[str, Any] = {
        "id": new_id(MADE),
        "storm_id": new_id(MADE),
        "text": "It has become the evening when neighbours meet.",
        "after": Decimal(41),
        "created_at": datetime(2027, 1, 5, 9, tzinfo=UTC),
    }
    return LookBack(**(values | changes))


def make_photo(width: int = 640, height: int = 480) -> ProofPhoto:
    content = as_file(Image.radial_gradient("L").resize((width, height)).convert("RGB"), "JPEG")
    return ProofPhoto(content=content, width=width, height=height)


def words_of(sheet: Sheet) -> list[Words]:
    """All lines of a sheet, those on turned notes as if they lay straight."""
    return [thing for thing in flat(sheet.things) if isinstance(thing, Words)]


def codes_of(sheet: Sheet) -> list[Code]:
    return [thing for thing in sheet.things if isinstance(thing, Code)]


def flat(things: Sequence[Thing]) -> Iterator[Thing]:
    for thing in things:
        if isinstance(thing, Turned):
            yield from flat(thing.things)
        else:
            yield thing


def text_of(document: Document, folder: Path) -> str:
    """In the order in which it was written, on one line."""
    file = folder / "sheet.pdf"
    file.write_bytes(document.pdf())
    told = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(told.split())


def codes_read(document: Document) -> list[str]:
    """What a reader finds on the printed pages at 150 dots an inch."""
    return [found.text for page in pdf_pages(document.pdf(), 150) for found in zxingcpp.read_barcodes(page)]


def pages_of(document: Document) -> int:
    opened = pypdfium2.PdfDocument(document.pdf())
    try:
        return len(opened)
    finally:
        opened.close()
