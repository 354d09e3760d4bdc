"""The first board: ideas with their words, answers and votes; placements, notices, keys; the journal; search.

The shapes are frozen here as they were; later ones live in later files.
"""

from __future__ import annotations

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    BinaryUUIDField,
    CharField,
    CompositeKey,
    IntegerField,
    Model,
    TextField,
)
from playhouse.sqlite_ext import AutoIncrementField


class Shop(Model):
    id = BinaryUUIDField(primary_key=True)
    name = TextField()
    owner = TextField()
    colour = TextField()
    language = TextField()
    timezone = TextField()
    open_weekdays = TextField()
    closed_days = TextField()
    promise_days = IntegerField()
    moderation = TextField()
    public_address = TextField()

    class Meta:
        table_name = "shops"


class Idea(Model):
    number = AutoIncrementField()
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    claim_code = CharField()
    channel = CharField()
    visibility = CharField()
    status = CharField()
    votes = IntegerField()
    builds_on = BinaryUUIDField(null=True)
    link = CharField(null=True)
    merged_into = BinaryUUIDField(null=True)
    placement = CharField()
    language = CharField()
    held_for = CharField(null=True)
    revision_id = BinaryUUIDField()
    response_id = BinaryUUIDField(null=True)
    created_at = BigIntegerField()
    edited_at = BigIntegerField(null=True)
    public_at = BigIntegerField(null=True)
    answered_at = BigIntegerField(null=True)

    class Meta:
        table_name = "ideas"
        indexes = (
            (("shop_id", "id"), True),
            (("shop_id", "claim_code"), True),
        )


_OF_AN_IDEA = SQL("FOREIGN KEY (shop_id, idea_id) REFERENCES ideas (shop_id, id)")


class Revision(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    text = TextField()
    name = TextField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "revisions"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id"), False),)
        constraints = (_OF_AN_IDEA,)


class Contact(Model):
    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    address = TextField()
    consent_at = BigIntegerField()
    wording = TextField()

    class Meta:
        table_name = "contacts"
        primary_key = CompositeKey("shop_id", "idea_id")
        constraints = (_OF_AN_IDEA,)


class Response(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    status = CharField()
    text = TextField()
    reason = TextField()
    until = CharField(null=True)
    private = IntegerField()
    signed = TextField()
    created_at = BigIntegerField()
    shown = IntegerField()

    class Meta:
        table_name = "responses"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "created_at"), False),)
        constraints = (_OF_AN_IDEA,)


class Reply(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    text = TextField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "replies"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "created_at"), False),)
        constraints = (_OF_AN_IDEA,)


class Vote(Model):
    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    visitor = CharField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "votes"
        primary_key = CompositeKey("shop_id", "idea_id", "visitor")
        indexes = ((("shop_id", "visitor", "idea_id"), False),)
        constraints = (_OF_AN_IDEA,)
        without_rowid = True


class Placement(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    token = CharField()
    label = TextField()
    address = TextField()
    scans = IntegerField()
    created_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "placements"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "token"), True),)


class Notice(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    number = IntegerField()
    idea_id = BinaryUUIDField()
    response_id = BinaryUUIDField()
    size = CharField()
    made_at = BigIntegerField()
    take_down_on = CharField()

    class Meta:
        table_name = "notices"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "number"), True), (("shop_id", "idea_id"), False))


class Key(Model):
    shop_id = BinaryUUIDField()
    hash = CharField()
    name = TextField()
    created_at = BigIntegerField()
    revoked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "api_keys"
        primary_key = CompositeKey("shop_id", "hash")


class Journal(Model):
    sequence = AutoIncrementField()
    shop_id = BinaryUUIDField()
    action = IntegerField(null=True)
    at = BigIntegerField()
    actor = CharField()
    verb = CharField()
    subject = BinaryUUIDField()
    changes = TextField(null=True)
    board = IntegerField()
    undoes = IntegerField(null=True)
    takes_back = IntegerField()

    class Meta:
        table_name = "journal"
        indexes = ((("shop_id", "subject", "sequence"), False),)


class Erasure(Model):
    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    erased_at = BigIntegerField()

    class Meta:
        table_name = "erasures"
        primary_key = CompositeKey("shop_id", "idea_id")


TABLES = (Shop, Idea, Revision, Contact, Response, Reply, Vote, Placement, Notice, Key, Journal, Erasure)

# Each order of the board and each view of the inbox walks an index of its own that ends in the id.
# Customers see far fewer ideas than there are, so the board's indexes hold only those.
INDEXES = """
CREATE INDEX board_by_new ON ideas (shop_id, public_at, id)
    WHERE visibility = 'public' AND merged_into IS NULL;
CREATE INDEX board_by_popular ON ideas (shop_id, votes, id)
    WHERE visibility = 'public' AND merged_into IS NULL;
CREATE INDEX board_by_answered ON ideas (shop_id, answered_at, id)
    WHERE visibility = 'public' AND merged_into IS NULL AND answered_at IS NOT NULL;
CREATE INDEX ideas_by_arrival ON ideas (shop_id, number);
CREATE INDEX inbox_waiting ON ideas (shop_id, created_at, id)
    WHERE visibility = 'waiting' AND merged_into IS NULL;
CREATE INDEX inbox_to_answer ON ideas (shop_id, created_at, id)
    WHERE visibility IN ('public', 'private') AND status = 'new' AND merged_into IS NULL;
CREATE INDEX ideas_built_on ON ideas (shop_id, builds_on, created_at) WHERE builds_on IS NOT NULL;
CREATE INDEX ideas_merged ON ideas (shop_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ideas_by_placement ON ideas (shop_id, placement) WHERE placement <> '';
CREATE INDEX journal_of_board ON journal (shop_id, sequence) WHERE board = 1;
CREATE INDEX journal_of_action ON journal (shop_id, action) WHERE action IS NOT NULL;
CREATE INDEX journal_to_undo ON journal (shop_id, actor, sequence) WHERE changes IS NOT NULL;
"""

# The words come in plain and parted by spaces, so the tokenizer has nothing left to do; "ascii" leaves every
# other letter as it is. No phrases are asked for: detail = none. A deleted word leaves its page at once.
SEARCH = """
CREATE TABLE idea_words (
    number INTEGER NOT NULL PRIMARY KEY REFERENCES ideas (number),
    shop_id BLOB NOT NULL,
    words TEXT NOT NULL
);
CREATE VIRTUAL TABLE idea_search USING fts5(
    words, content = 'idea_words', content_rowid = 'number', prefix = '2 3 4 5 6',
    tokenize = 'ascii', detail = none
);
INSERT INTO idea_search (idea_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER idea_words_changed AFTER UPDATE ON idea_words BEGIN
    INSERT INTO idea_search (idea_search, rowid, words) VALUES ('delete', old.number, old.words);
    INSERT INTO idea_search (rowid, words) VALUES (new.number, new.words);
END;
CREATE TRIGGER idea_words_removed AFTER DELETE ON idea_words BEGIN
    INSERT INTO idea_search (idea_search, rowid, words) VALUES ('delete', old.number, old.words);
END;
"""


def up(_migrator: Any, database: Any) -> None:
    for table in TABLES:
        with table.bind_ctx(database, bind_refs=False, bind_backrefs=False):
            table.create_table(safe=False)
    database.connection().execute(INDEXES)
    database.connection().execute(SEARCH)
