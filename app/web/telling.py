"""What customers are told when something fails: the owner's affairs stay the owner's."""

from __future__ import annotations

import logging

from app.domain.errors import AppError, StorageProblem, TooMany
from app.domain.translation import mark
from app.words import Words

log = logging.getLogger("teacup.web")

STORAGE_RETRY_SECONDS = 30
NOT_STORED = mark(
    "Nothing can be stored just now, and it is not your doing. "
    "Please try again in a minute, or tell us at the counter."
)


def for_customers(error: AppError) -> AppError:
    """The error as customers hear of it: which disk is full, and what to do about it, is told at the desk."""
    if not isinstance(error, StorageProblem):
        return error
    log.warning("A customer was told that nothing can be stored: %s", error)
    return StorageProblem(NOT_STORED)


def sentence_for(error: AppError, words: Words) -> str:
    """What a page says of `error`."""
    return words.error(for_customers(error))


def retry_after(error: AppError) -> int:
    """When to come again, in seconds; 0 when that helps nothing."""
    if isinstance(error, TooMany):
        return error.retry_after
    return STORAGE_RETRY_SECONDS if isinstance(error, StorageProblem) else 0
