"""Insights: the numbers before and after an idea was carried out, and an index by the day ideas came."""

from __future__ import annotations

from typing import Any

from peewee import SQL, BigIntegerField, BinaryUUIDField, CharField, CompositeKey, Model, TextField


class Measure(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    label = TextField()
    before = CharField()
    after = CharField(null=True)
    due_on = CharField()
    created_at = BigIntegerField()
    dropped_at = BigIntegerField(null=True)

    class Meta:
        table_name = "measures"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id"), False),)
        constraints = (SQL("FOREIGN KEY (shop_id, idea_id) REFERENCES ideas (shop_id, id)"),)


# Holds all that is counted by week, channel and place, so that no row of an idea is read for it.
INDEX = "CREATE INDEX ideas_by_day ON ideas (shop_id, created_at, channel, placement)"


def up(_migrator: Any, database: Any) -> None:
    with Measure.bind_ctx(database, bind_refs=False, bind_backrefs=False):
        Measure.create_table(safe=False)
    database.connection().execute(INDEX)
