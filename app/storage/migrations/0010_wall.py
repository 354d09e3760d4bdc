"""The wall: what each sheet shows, what kind it is, and where its copies hang."""

from __future__ import annotations

from typing import Any

from peewee import BigIntegerField, BinaryUUIDField, CharField, CompositeKey, IntegerField, Model, TextField


class Notice(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    number = IntegerField()
    kind = CharField()
    size = CharField()
    design = CharField()
    made_at = BigIntegerField()
    take_down_on = CharField(null=True)
    down_at = BigIntegerField(null=True)
    down_by = TextField()
    replaced_by = BinaryUUIDField(null=True)
    fingerprint = CharField()
    shop_name = TextField()
    shop_colour = CharField()
    address = TextField()
    storm_id = BinaryUUIDField(null=True)
    chooses_at = BigIntegerField(null=True)
    closes_at = BigIntegerField(null=True)
    storm_words = CharField()
    conclusion_id = BinaryUUIDField(null=True)
    outcome_id = BinaryUUIDField(null=True)
    placement_id = BinaryUUIDField(null=True)
    placement_label = TextField()

    class Meta:
        table_name = "notices"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "number"), True), (("shop_id", "fingerprint"), False))


class Carried(Model):
    shop_id = BinaryUUIDField()
    notice_id = BinaryUUIDField()
    place = IntegerField()
    idea_id = BinaryUUIDField()
    response_id = BinaryUUIDField(null=True)
    revision_id = BinaryUUIDField(null=True)
    said = CharField()

    class Meta:
        table_name = "carried"
        primary_key = CompositeKey("shop_id", "notice_id", "place")
        indexes = ((("shop_id", "idea_id"), False),)


class WallPlace(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    name = TextField()
    width = IntegerField(null=True)
    height = IntegerField(null=True)
    place = IntegerField()
    created_at = BigIntegerField()
    removed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "wall_places"
        primary_key = CompositeKey("shop_id", "id")


class Hanging(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    notice_id = BinaryUUIDField()
    place_id = BinaryUUIDField()
    x = IntegerField(null=True)
    y = IntegerField(null=True)
    since = BigIntegerField()
    down_at = BigIntegerField(null=True)
    down_by = TextField()
    hung = IntegerField()

    class Meta:
        table_name = "hangings"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "notice_id"), False),)


TABLES = (Notice, Carried, WallPlace, Hanging)

ASIDE = """
CREATE TABLE old_notices AS SELECT * FROM notices;
DROP TABLE notices;
"""
# What older sheets show of shop and address nobody knows: left empty, it is not judged. The sheet of a newer
# answer took the place of an older one.
BACK = """
INSERT INTO notices (shop_id, id, number, kind, size, design, made_at, take_down_on, down_at, down_by,
    replaced_by, fingerprint, shop_name, shop_colour, address, storm_words, placement_label)
SELECT shop_id, id, number, 'answer', size, 'plain', made_at, nullif(take_down_on, ''),
    CASE WHEN take_down_on = '' THEN made_at END, '', NULL, '', '', '', '', '', ''
FROM old_notices;
INSERT INTO carried (shop_id, notice_id, place, idea_id, response_id, revision_id, said)
SELECT n.shop_id, n.id, 0, n.idea_id, n.response_id, NULL, coalesce(a.status, 'new')
FROM old_notices n LEFT JOIN responses a ON a.shop_id = n.shop_id AND a.id = n.response_id;
UPDATE notices SET (down_at, replaced_by) = (
    SELECT coalesce(notices.down_at, m.made_at), m.id FROM old_notices n
    JOIN old_notices m ON m.shop_id = n.shop_id AND m.idea_id = n.idea_id AND m.number > n.number
        AND m.response_id <> n.response_id
    WHERE n.shop_id = notices.shop_id AND n.id = notices.id ORDER BY m.number LIMIT 1)
WHERE EXISTS (
    SELECT 1 FROM old_notices n
    JOIN old_notices m ON m.shop_id = n.shop_id AND m.idea_id = n.idea_id AND m.number > n.number
        AND m.response_id <> n.response_id
    WHERE n.shop_id = notices.shop_id AND n.id = notices.id);
DROP TABLE old_notices;
"""


def up(_migrator: Any, database: Any) -> None:
    database.connection().execute(ASIDE)
    for table in TABLES:
        with table.bind_ctx(database, bind_refs=False, bind_backrefs=False):
            table.create_table(safe=False)
    database.connection().execute(BACK)
