"""People: numbered paper cards, who was thanked, thank-you cards, and how long an address is kept."""

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


class PaperCard(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    number = IntegerField()
    claim_code = CharField()
    made_at = BigIntegerField()
    typed_at = BigIntegerField(null=True)
    idea_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "paper_cards"
        primary_key = CompositeKey("shop_id", "id")
        indexes = (
            (("shop_id", "number"), True),
            (("shop_id", "claim_code"), True),
            (("shop_id", "idea_id"), False),
        )


class Thanks(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    thanked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "thanks"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id"), False),)
        constraints = (SQL("FOREIGN KEY (shop_id, idea_id) REFERENCES ideas (shop_id, id)"),)


class ThankCard(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    code = CharField()
    worth = TextField()
    idea_id = BinaryUUIDField(null=True)
    made_at = BigIntegerField()
    good_until = CharField()
    valid = IntegerField()
    redeemed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "thank_cards"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "code"), True), (("shop_id", "idea_id"), False))


TABLES = (PaperCard, Thanks, ThankCard)

SHOPS = """
ALTER TABLE shops ADD COLUMN contact_days INTEGER NOT NULL DEFAULT 180;
ALTER TABLE shops ADD COLUMN thanks_worth TEXT NOT NULL DEFAULT '';
"""


def up(_migrator: Any, database: Any) -> None:
    for table in TABLES:
        with table.bind_ctx(database, bind_refs=False, bind_backrefs=False):
            table.create_table(safe=False)
    database.connection().execute(SHOPS)
