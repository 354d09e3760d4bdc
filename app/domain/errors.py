"""Errors a person is told about: each carries a sentence that says what happened and what to do."""

from __future__ import annotations


class AppError(Exception):
    """Something the world or a person did; never a bug of ours.

    `sentence` is English, the key of its translation, with `%(name)s` places that `values` fill.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence, values)
        self.sentence = sentence
        self.values = values

    def __str__(self) -> str:
        return self.sentence % self.values if self.values else self.sentence


class InvalidInput(AppError):
    """What somebody typed cannot be taken as it is; `field` names the box to point at."""

    def __init__(self, field: str, sentence: str, **values: object) -> None:
        super().__init__(sentence, **values)
        self.field = field


class NotFound(AppError):
    """There is nothing here under that name, code or id."""


class Conflict(AppError):
    """The thing has changed meanwhile, or says something else under the same id."""


class TooMany(AppError):
    """A limit was reached; `retry_after` says in seconds when to come again."""

    def __init__(self, sentence: str, *, retry_after: int, **values: object) -> None:
        super().__init__(sentence, **values)
        self.retry_after = retry_after


class StorageProblem(AppError):
    """The disk or the database said no; nothing was acknowledged."""


class DamagedData(StorageProblem):
    """The database cannot be read as it is; it has been left untouched."""


class NewerData(StorageProblem):
    """The database was written by a newer Teacup; it has been left untouched."""
