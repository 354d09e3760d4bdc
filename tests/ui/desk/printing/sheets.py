"""Printables to try the box and the printer with: small notices, as many pages as wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from tests.ui.paper.samples import make_content, make_words
from ui.desk.printing.printable import Choice, Printable
from ui.paper.document import Document
from ui.paper.notice import notice_sheets
from ui.paper.sheets import Sheet


def make_document(choice: Choice, *, pages: int = 1, missing: bool = False) -> Document:
    """`pages` numbered notices."""

    def lay_out() -> Sequence[Sheet]:
        return [
            sheet
            for number in range(1, pages + 1)
            for sheet in notice_sheets(make_content(number=number), choice.size, make_words())
        ]

    text = "Hello \U0001fac6 there" if missing else "Hello"
    return Document(title="Notice 1", language="en", texts=(text,), lay_out=lay_out)


def make_printable(*, pages: int = 1, missing: bool = False, **more: Any) -> Printable:
    document: Callable[[Choice], Document] = partial(make_document, pages=pages, missing=missing)
    return replace(Printable(title="Notice for “Open at half past six”", document=document), **more)
