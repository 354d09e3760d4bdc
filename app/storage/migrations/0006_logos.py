"""The shop's logo."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BinaryUUIDField, BlobField, CompositeKey, IntegerField, Model


class Logo(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    png = BlobField()
    small = BlobField()
    width = IntegerField()
    height = IntegerField()
    worn = IntegerField()
    added_at = BigIntegerField()

    class Meta:
        table_name = "logos"
        primary_key = CompositeKey("shop_id", "id")


def up(_migrator: Any, database: Any) -> None:
    with Logo.bind_ctx(database, bind_refs=False, bind_backrefs=False):
        Logo.create_table(safe=False)
