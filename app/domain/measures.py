"""Did it pay? One number before an idea was carried out and the same number after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.text import clean_line, first_graphemes, is_blank
from app.domain.translation import mark

CHECKED_AFTER_DAYS = 30
LONGEST_LABEL = 60
MOST_DIGITS = 12
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+|-?[1-9]\d{0,2}(\.\d{3})+")
_SPACES = re.compile(r"[\s\u00a0\u202f'’]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """`label` says what was counted, in the owner's words: "coffees sold on a Friday". `after` is None until
    it was counted again, which is due on `due_on`."""

    id: UUID
    idea_id: UUID
    label: str
    before: Decimal
    after: Decimal | None
    due_on: date
    idea_text: str = ""

    def is_due(self, today: date) -> bool:
        return self.after is None and self.due_on <= today

    @property
    def change_percent(self) -> int | None:
        """How much more or less there is, in whole percent of before; None without both or from nothing."""
        if self.after is None or self.before == 0:
            return None
        return round((self.after - self.before) * 100 / abs(self.before))


def due_day(done_on: date) -> date:
    return done_on + timedelta(days=CHECKED_AFTER_DAYS)


def clean_measure_label(text: str) -> str:
    """Raises InvalidInput on `label` when it is blank or over 60 characters."""
    label = clean_line(text)
    if is_blank(label):
        raise InvalidInput("label", mark("Please say what you count: “coffees sold on a Friday”."))
    if first_graphemes(label, LONGEST_LABEL) != label:
        raise InvalidInput("label", mark("Please say in fewer words what you count."))
    return label


def read_number(text: str, field: str) -> Decimal:
    """A number as people write it: "1 240", "12,5", "1.240,50". Raises InvalidInput on `field`."""
    bare = _SPACES.sub("", clean_line(text)).replace("−", "-")
    try:
        number = Decimal(_with_point(bare))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= 10**MOST_DIGITS:
        raise InvalidInput(field, mark("This has to be a number, such as 120 or 12.5."))
    short = round(number, 4).normalize()
    # Else fifteen hundred would be told as 1.5E+3.
    return short if short % 1 else short.quantize(Decimal(1))


def _with_point(bare: str) -> str:
    """A comma or point before three digits parts thousands, "0,125" aside; any other parts whole and rest."""
    if _GROUPED.fullmatch(bare):
        return bare.replace(",", "").replace(".", "")
    comma, point = bare.rfind(","), bare.rfind(".")
    groups, rest = (".", ",") if comma > point else (",", ".")
    return bare.replace(groups, "").replace(rest, ".")
