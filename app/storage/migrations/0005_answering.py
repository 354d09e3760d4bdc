"""What an answer carries besides its words: what would change our mind, a proof, a day to look again; the
owner's snippets, what she began to write, and words that hang on the wall with a part left out."""

from __future__ import annotations

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    BinaryUUIDField,
    BlobField,
    CharField,
    CompositeKey,
    IntegerField,
    Model,
    TextField,
)

_OF_AN_IDEA = "FOREIGN KEY (shop_id, idea_id) REFERENCES ideas (shop_id, id)"


class Snippet(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    kind = CharField()
    text = TextField()
    place = IntegerField()
    shown = IntegerField()

    class Meta:
        table_name = "snippets"
        primary_key = CompositeKey("shop_id", "id")


class Draft(Model):
    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    content = TextField()
    kept_at = BigIntegerField()

    class Meta:
        table_name = "drafts"
        primary_key = CompositeKey("shop_id", "idea_id")
        constraints = (SQL(_OF_AN_IDEA),)


class Photo(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    content = BlobField()
    width = IntegerField()
    height = IntegerField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "photos"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id"), False),)
        constraints = (SQL(_OF_AN_IDEA),)


TABLES = (Snippet, Draft, Photo)

COLUMNS = """
ALTER TABLE ideas ADD COLUMN own_revision_id BLOB;
ALTER TABLE ideas ADD COLUMN look_again_on VARCHAR(255);
ALTER TABLE responses ADD COLUMN change_mind TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN done_on VARCHAR(255);
ALTER TABLE responses ADD COLUMN photo_id BLOB;
ALTER TABLE replies ADD COLUMN settled_at BIGINT;
"""

INDEXES = """
CREATE INDEX ideas_to_look_at_again ON ideas (shop_id, look_again_on) WHERE look_again_on IS NOT NULL;
CREATE INDEX replies_not_settled ON replies (shop_id, created_at, id) WHERE settled_at IS NULL;
"""


def up(_migrator: Any, database: Any) -> None:
    for table in TABLES:
        with table.bind_ctx(database, bind_refs=False, bind_backrefs=False):
            table.create_table(safe=False)
    database.connection().execute(COLUMNS)
    database.connection().execute(INDEXES)
