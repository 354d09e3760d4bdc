"""Looks whether the database is sound: the file, the counts and their rows, the index and its words."""

from __future__ import annotations

from app.domain.backups import CheckReport, Finding
from app.domain.errors import DamagedData
from app.domain.translation import mark
from app.storage.database import Database
from app.storage.groups import COUNTED, composed

_COUNTED = (
    (
        mark("Ideas whose number of votes is not that of their votes: %(count)s."),
        composed("SELECT count(*) FROM ideas i WHERE i.votes <> ({counted})", counted=COUNTED),
    ),
    (
        mark("Ideas that were put together in a circle, so that none of them is shown: %(count)s."),
        """WITH RECURSIVE free(shop_id, id) AS (
            SELECT shop_id, id FROM ideas WHERE merged_into IS NULL UNION
            SELECT i.shop_id, i.id FROM free JOIN ideas i
            ON i.shop_id = free.shop_id AND i.merged_into = free.id)
        SELECT (SELECT count(*) FROM ideas) - (SELECT count(*) FROM free)""",
    ),
    (
        mark("Ideas without their words: %(count)s."),
        """SELECT count(*) FROM ideas i WHERE NOT EXISTS (
            SELECT 1 FROM revisions r
            WHERE r.shop_id = i.shop_id AND r.id = i.revision_id AND r.idea_id = i.id)""",
    ),
    (
        mark("Ideas whose answer is missing or taken back: %(count)s."),
        """SELECT count(*) FROM ideas i WHERE i.response_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM responses a WHERE a.shop_id = i.shop_id AND a.id = i.response_id
            AND a.idea_id = i.id AND a.shown = 1 AND a.private = 0)""",
    ),
    (
        mark("Ideas that search cannot find: %(count)s."),
        """SELECT count(*) FROM ideas i WHERE NOT EXISTS (
            SELECT 1 FROM idea_words w WHERE w.number = i.number)""",
    ),
    (
        mark("Public ideas without the day they became so: %(count)s."),
        "SELECT count(*) FROM ideas WHERE visibility = 'public' AND public_at IS NULL",
    ),
    (
        mark("Ideas that were erased and are here again: %(count)s."),
        """SELECT count(*) FROM ideas i JOIN erasures e ON e.shop_id = i.shop_id AND e.idea_id = i.id""",
    ),
)
_INDEX_CHECK = "INSERT INTO idea_search (idea_search, rank) VALUES ('integrity-check', 1)"
_BROKEN_PAGES = mark("Places where the database file is broken: %(count)s.")
_BROKEN_LINKS = mark("Rows that belong to something that is not there: %(count)s.")
_BROKEN_INDEX = mark("The search index does not agree with the ideas.")


def check(database: Database) -> CheckReport:
    """Look at everything; takes seconds for a large shop. Raises DamagedData when it cannot even be read."""
    findings = [
        *_broken(database, "PRAGMA integrity_check", _BROKEN_PAGES, [("ok",)]),
        *_broken(database, "PRAGMA foreign_key_check", _BROKEN_LINKS, []),
        *_broken_index(database),
        *_miscounted(database),
    ]
    return CheckReport(
        ideas=_number(database, "SELECT count(*) FROM ideas"),
        votes=_number(database, "SELECT count(*) FROM votes"),
        journal_entries=_number(database, "SELECT count(*) FROM journal"),
        findings=tuple(findings),
    )


def _broken(
    database: Database, question: str, sentence: str, sound: list[tuple[object, ...]]
) -> list[Finding]:
    answers = database.rows(question)
    return [] if answers == sound else [Finding(sentence=sentence, count=len(answers))]


def _broken_index(database: Database) -> list[Finding]:
    try:
        database.rows(_INDEX_CHECK)
    except DamagedData:
        return [Finding(sentence=_BROKEN_INDEX, count=1)]
    return []


def _miscounted(database: Database) -> list[Finding]:
    counted = ((sentence, _number(database, question)) for sentence, question in _COUNTED)
    return [Finding(sentence=sentence, count=count) for sentence, count in counted if count]


def _number(database: Database, question: str) -> int:
    number = database.rows(question)[0][0]
    assert isinstance(number, int)
    return number
