"""Storms: their dates and words, the ideas that belong to them, and one-time ballots."""

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


class Storm(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    code = CharField()
    question = TextField()
    about = TextField()
    gathers_at = BigIntegerField()
    chooses_at = BigIntegerField()
    closes_at = BigIntegerField()
    first_gathers_at = BigIntegerField(null=True)
    first_chooses_at = BigIntegerField(null=True)
    first_closes_at = BigIntegerField(null=True)
    ways = CharField()
    top = IntegerField(null=True)
    made_at = BigIntegerField()
    dropped_at = BigIntegerField(null=True)
    announced_at = BigIntegerField(null=True)
    extended_at = BigIntegerField(null=True)
    conclusion_id = BinaryUUIDField(null=True)
    outcome_id = BinaryUUIDField(null=True)
    look_back_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "storms"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "code"), True),)


class Conclusion(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    storm_id = BinaryUUIDField()
    heard = TextField()
    decided = TextField()
    because = TextField()
    thanks = TextField()
    rests_on_none = TextField()
    signed = TextField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "conclusions"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "storm_id"), False),)
        constraints = (SQL("FOREIGN KEY (shop_id, storm_id) REFERENCES storms (shop_id, id)"),)


class Credit(Model):
    shop_id = BinaryUUIDField()
    conclusion_id = BinaryUUIDField()
    place = IntegerField()
    idea_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "credits"
        primary_key = CompositeKey("shop_id", "conclusion_id", "place")
        indexes = ((("shop_id", "idea_id"), False),)


class Outcome(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    storm_id = BinaryUUIDField()
    done_on = CharField()
    text = TextField()
    label = TextField()
    before = CharField(null=True)
    photo = BlobField(null=True)
    width = IntegerField()
    height = IntegerField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "outcomes"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "storm_id"), False),)
        constraints = (SQL("FOREIGN KEY (shop_id, storm_id) REFERENCES storms (shop_id, id)"),)


class LookBack(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    storm_id = BinaryUUIDField()
    text = TextField()
    after = CharField(null=True)
    created_at = BigIntegerField()

    class Meta:
        table_name = "look_backs"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "storm_id"), False),)
        constraints = (SQL("FOREIGN KEY (shop_id, storm_id) REFERENCES storms (shop_id, id)"),)


class Ballot(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    code = CharField()
    storm_id = BinaryUUIDField()
    number = IntegerField()
    made_at = BigIntegerField()
    valid = IntegerField()
    given_at = BigIntegerField(null=True)
    idea_id = BinaryUUIDField(null=True)
    door = CharField(null=True)

    class Meta:
        table_name = "ballots"
        primary_key = CompositeKey("shop_id", "id")
        indexes = (
            (("shop_id", "code"), True),
            (("shop_id", "storm_id", "number"), True),
            (("shop_id", "idea_id"), False),
        )
        constraints = (SQL("FOREIGN KEY (shop_id, storm_id) REFERENCES storms (shop_id, id)"),)


TABLES = (Storm, Conclusion, Credit, Outcome, LookBack, Ballot)

# What belongs to a storm hangs at its storm and not among the others, nor does it wait for an answer alone.
IDEAS = """
ALTER TABLE ideas ADD COLUMN storm_id BLOB;
ALTER TABLE ideas ADD COLUMN shortlisted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX ideas_of_storm ON ideas (shop_id, storm_id, created_at, id) WHERE storm_id IS NOT NULL;
DROP INDEX board_by_new;
DROP INDEX board_by_popular;
DROP INDEX board_by_answered;
DROP INDEX inbox_to_answer;
CREATE INDEX board_by_new ON ideas (shop_id, public_at, id)
    WHERE visibility = 'public' AND merged_into IS NULL AND storm_id IS NULL;
CREATE INDEX board_by_popular ON ideas (shop_id, votes, id)
    WHERE visibility = 'public' AND merged_into IS NULL AND storm_id IS NULL;
CREATE INDEX board_by_answered ON ideas (shop_id, answered_at, id)
    WHERE visibility = 'public' AND merged_into IS NULL AND storm_id IS NULL AND answered_at IS NOT NULL;
CREATE INDEX inbox_to_answer ON ideas (shop_id, created_at, id)
    WHERE visibility IN ('public', 'private') AND status = 'new' AND merged_into IS NULL
        AND storm_id IS NULL;
"""


def up(_migrator: Any, database: Any) -> None:
    for table in TABLES:
        with table.bind_ctx(database, bind_refs=False, bind_backrefs=False):
            table.create_table(safe=False)
    database.connection().execute(IDEAS)
