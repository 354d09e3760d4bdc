"""Merging: what was told at the counter for an idea, and which ideas are not the same after all."""

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


class Voice(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    channel = CharField()
    name = TextField()
    created_at = BigIntegerField()
    shown = IntegerField()

    class Meta:
        table_name = "voices"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "created_at"), False),)
        constraints = (SQL("FOREIGN KEY (shop_id, idea_id) REFERENCES ideas (shop_id, id)"),)


class KeptApart(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    one = BinaryUUIDField()
    other = BinaryUUIDField()
    holds = IntegerField()

    class Meta:
        table_name = "kept_apart"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "one", "other"), True), (("shop_id", "other"), False))
        constraints = (
            SQL("FOREIGN KEY (shop_id, one) REFERENCES ideas (shop_id, id)"),
            SQL("FOREIGN KEY (shop_id, other) REFERENCES ideas (shop_id, id)"),
        )


TABLES = (Voice, KeptApart)


def up(_migrator: Any, database: Any) -> None:
    for table in TABLES:
        with table.bind_ctx(database, bind_refs=False, bind_backrefs=False):
            table.create_table(safe=False)
