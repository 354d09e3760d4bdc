"""What the owner keeps for herself: tags, notes and views; the names of her staff; an index of what only the
desk may search."""

from __future__ import annotations

from typing import Any

from peewee import SQL, BigIntegerField, BinaryUUIDField, CompositeKey, IntegerField, Model, TextField

from app.domain.search_words import stored_words

_OF_AN_IDEA = SQL("FOREIGN KEY (shop_id, idea_id) REFERENCES ideas (shop_id, id)")


class Tag(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    name = TextField()
    public = IntegerField()
    merged_into = BinaryUUIDField(null=True)
    created_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "tags"
        primary_key = CompositeKey("shop_id", "id")


class IdeaTag(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    tag_id = BinaryUUIDField()
    number = IntegerField()
    taken_off_at = BigIntegerField(null=True)

    class Meta:
        table_name = "idea_tags"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "tag_id"), True),)
        constraints = (_OF_AN_IDEA,)


class OwnNote(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    text = TextField()
    created_at = BigIntegerField()
    removed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "own_notes"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "created_at"), False),)
        constraints = (_OF_AN_IDEA,)


class SavedView(Model):
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    name = TextField()
    question = TextField()
    place = IntegerField()
    removed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "saved_views"
        primary_key = CompositeKey("shop_id", "id")


TABLES = (Tag, IdeaTag, OwnNote, SavedView)

SHOPS = "ALTER TABLE shops ADD COLUMN staff_names TEXT NOT NULL DEFAULT '[]';"

# What a filter asks for, in the order ideas came: an index ends in the number of its row. Only what is rare
# has one, so that a new idea enters none of them.
INDEXES = """
CREATE INDEX ideas_of_tag ON idea_tags (shop_id, tag_id, number) WHERE taken_off_at IS NULL;
CREATE INDEX ideas_decided ON ideas (shop_id, status) WHERE status <> 'new';
CREATE INDEX ideas_not_shown ON ideas (shop_id, visibility) WHERE visibility IN ('private', 'hidden');
CREATE INDEX ideas_by_rare_channel ON ideas (shop_id, channel) WHERE channel NOT IN ('phone', 'kiosk');
CREATE INDEX ideas_held ON ideas (shop_id, held_for) WHERE held_for IS NOT NULL;
"""

# Answers, replies and own notes of each idea. Not in the index that customers search.
SEARCH = """
CREATE TABLE desk_words (
    number INTEGER NOT NULL PRIMARY KEY REFERENCES ideas (number),
    shop_id BLOB NOT NULL,
    words TEXT NOT NULL
);
CREATE VIRTUAL TABLE desk_search USING fts5(
    words, content = 'desk_words', content_rowid = 'number', prefix = '2 3 4 5 6',
    tokenize = 'ascii', detail = none
);
INSERT INTO desk_search (desk_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER desk_words_added AFTER INSERT ON desk_words BEGIN
    INSERT INTO desk_search (rowid, words) VALUES (new.number, new.words);
END;
CREATE TRIGGER desk_words_changed AFTER UPDATE ON desk_words BEGIN
    INSERT INTO desk_search (desk_search, rowid, words) VALUES ('delete', old.number, old.words);
    INSERT INTO desk_search (rowid, words) VALUES (new.number, new.words);
END;
CREATE TRIGGER desk_words_removed AFTER DELETE ON desk_words BEGIN
    INSERT INTO desk_search (desk_search, rowid, words) VALUES ('delete', old.number, old.words);
END;
"""

SAID = """
SELECT i.number, i.shop_id, said.text FROM ideas i JOIN (
    SELECT shop_id, idea_id, text || ' ' || reason AS text FROM responses WHERE shown = 1
    UNION ALL SELECT shop_id, idea_id, text FROM replies
) said ON said.shop_id = i.shop_id AND said.idea_id = i.id
"""


def up(_migrator: Any, database: Any) -> None:
    for table in TABLES:
        with table.bind_ctx(database, bind_refs=False, bind_backrefs=False):
            table.create_table(safe=False)
    connection = database.connection()
    connection.execute(SHOPS)
    connection.execute(INDEXES)
    connection.execute(SEARCH)
    _index_what_was_said(connection)


def _index_what_was_said(connection: Any) -> None:
    texts: dict[tuple[int, bytes], list[str]] = {}
    for number, shop, text in connection.execute(SAID).fetchall():
        texts.setdefault((number, shop), []).append(text)
    for (number, shop), said in texts.items():
        connection.execute(
            "INSERT INTO desk_words (number, shop_id, words) VALUES (?, ?, ?)",
            (number, shop, stored_words(*said)),
        )
