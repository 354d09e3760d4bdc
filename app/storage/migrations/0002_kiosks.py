"""Kiosks: paired devices and their codes, what the server refused them, how long they showed each idea; and
what a shop says of them."""

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


class Kiosk(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    name = TextField()
    key_hash = CharField()
    paired_at = BigIntegerField()
    last_seen_at = BigIntegerField(null=True)
    outbox = IntegerField()
    version = TextField()
    problems = TextField()
    revoked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "kiosks"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "key_hash"), True),)


class Pairing(Model):
    shop_id = BinaryUUIDField()
    hash = CharField()
    expires_at = BigIntegerField()
    used_at = BigIntegerField(null=True)

    class Meta:
        table_name = "pairings"
        primary_key = CompositeKey("shop_id", "hash")


class SetAside(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    kiosk_id = BinaryUUIDField()
    kind = CharField()
    sentence = TextField()
    text = TextField()
    at = BigIntegerField()
    dealt_at = BigIntegerField(null=True)
    idea_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "set_asides"
        primary_key = CompositeKey("shop_id", "id")


class Look(Model):
    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    views = IntegerField()
    milliseconds = BigIntegerField()

    class Meta:
        table_name = "looks"
        primary_key = CompositeKey("shop_id", "idea_id")
        constraints = (SQL("FOREIGN KEY (shop_id, idea_id) REFERENCES ideas (shop_id, id)"),)
        without_rowid = True


class LookBatch(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    counted_at = BigIntegerField()

    class Meta:
        table_name = "look_batches"
        primary_key = CompositeKey("shop_id", "id")
        without_rowid = True


TABLES = (Kiosk, Pairing, SetAside, Look, LookBatch)

SHOPS = """
ALTER TABLE shops ADD COLUMN hours TEXT NOT NULL DEFAULT '[null, null, null, null, null, null, null]';
ALTER TABLE shops ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE shops ADD COLUMN idle_seconds INTEGER NOT NULL DEFAULT 45;
ALTER TABLE shops ADD COLUMN kiosk_motion INTEGER NOT NULL DEFAULT 1;
ALTER TABLE shops ADD COLUMN pin TEXT;
"""

# How many public ideas build on one is asked with every idea: counted in the index alone.
INDEXES = """
CREATE INDEX board_built_on ON ideas (shop_id, builds_on, created_at, id)
    WHERE builds_on IS NOT NULL AND visibility = 'public' AND merged_into IS NULL;
CREATE INDEX set_asides_to_deal_with ON set_asides (shop_id, at, id) WHERE dealt_at IS NULL;
"""


def up(_migrator: Any, database: Any) -> None:
    for table in TABLES:
        with table.bind_ctx(database, bind_refs=False, bind_backrefs=False):
            table.create_table(safe=False)
    database.connection().execute(SHOPS)
    database.connection().execute(INDEXES)
