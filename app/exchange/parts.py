"""JSON of a file that somebody chose, part by part: what cannot be read is named by its place in the file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NoReturn, TypeVar
from uuid import UUID

from app.domain.errors import AppError, InvalidInput
from app.domain.ids import parse_id
from app.domain.translation import mark

FIELD = "file"
Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Part:
    """A value with its place. Reading it as what it is not raises InvalidInput on `file`."""

    value: object
    place: str = ""

    def __getitem__(self, name: str) -> Part:
        """What an object has under `name`; null when it has nothing."""
        if not isinstance(self.value, dict):
            self.refuse(mark("At “%(place)s” there has to be an object in braces."))
        return Part(self.value.get(name), f"{self.place}.{name}" if self.place else name)

    def __iter__(self) -> Iterator[Part]:
        """The parts of a list."""
        if not isinstance(self.value, list):
            self.refuse(mark("At “%(place)s” there has to be a list in brackets."))
        for number, value in enumerate(self.value):
            yield Part(value, f"{self.place}[{number}]")

    def list(self, most: int) -> list[Part]:
        parts = list(self)
        if len(parts) > most:
            self.refuse(mark("At “%(place)s” there are more than %(most)s."), most=most)
        return parts

    @property
    def is_null(self) -> bool:
        return self.value is None

    def maybe(self, read: Callable[[Part], Read]) -> Read | None:
        """None for null and for what is not there."""
        return None if self.is_null else read(self)

    def text(self) -> str:
        """Empty for null. Nothing is cleaned."""
        if self.value is None:
            return ""
        if not isinstance(self.value, str):
            self.refuse(mark("At “%(place)s” there has to be a text in quotation marks."))
        return self.value

    def cleaned(self, clean: Callable[[str], Read]) -> Read:
        """A text that the domain takes as it is typed at a door; what is wrong with it is told."""
        text = self.text()
        try:
            return clean(text)
        except AppError as refused:
            raise InvalidInput(
                FIELD, mark("At “%(place)s”: %(reason)s"), place=self.place, reason=str(refused)
            ) from refused

    def truth(self) -> bool:
        """False for null."""
        if self.value is None:
            return False
        if not isinstance(self.value, bool):
            self.refuse(mark("At “%(place)s” there has to be true or false."))
        return self.value

    def number(self, least: int, most: int) -> int:
        value = self.value
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.refuse(
                mark("At “%(place)s” there has to be a number from %(least)s to %(most)s."),
                least=least,
                most=most,
            )
        return value

    def id(self) -> UUID:
        found = parse_id(self.text())
        if found is None:
            self.refuse(mark("At “%(place)s” there has to be an id like %(id)s."), id=UUID(int=1))
        return found

    def moment(self) -> datetime:
        """In UTC, to the millisecond; with a year that can be stored."""
        found = _moment_in(self.text())
        if found is None:
            self.refuse(
                mark("At “%(place)s” there has to be a time like %(time)s."), time="2026-11-20T09:00:00Z"
            )
        return found

    def day(self) -> date:
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            self.refuse(mark("At “%(place)s” there has to be a day like %(day)s."), day="2026-11-20")

    def decimal(self, most_digits: int) -> Decimal:
        """Written as a text, so that nothing of it is rounded."""
        found = _decimal_in(self.text())
        if found is None or len(found.as_tuple().digits) + abs(found.adjusted()) > 2 * most_digits:
            self.refuse(
                mark("At “%(place)s” there has to be a number in quotation marks, like %(number)s."),
                number="40.5",
            )
        return found

    def word(self, words: type[Word]) -> Word:
        try:
            return words(self.text())
        except ValueError:
            self.refuse(mark("At “%(place)s” there has to be one of: %(words)s."), words=", ".join(words))

    def refuse(self, sentence: str, **values: object) -> NoReturn:
        raise InvalidInput(FIELD, sentence, place=self.place or "{", **values)


def read_json(content: bytes) -> Part:
    """Raises InvalidInput on `file` when it is no JSON, with the line where that shows."""
    try:
        return Part(json.loads(content))
    except json.JSONDecodeError as error:
        raise InvalidInput(
            FIELD, mark("This is no storm's file: it stops making sense in line %(line)s."), line=error.lineno
        ) from error
    except (ValueError, RecursionError) as error:
        raise InvalidInput(FIELD, mark("This is no storm's file: it is not written in JSON.")) from error


def _moment_in(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None or not 1970 < found.year < 9000:
            return None
        found = found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found.replace(microsecond=found.microsecond // 1000 * 1000)


def _decimal_in(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
