"""What hangs on walls and lies in pockets: a backup that knows nothing of it must not forget it, give its
number or code to something else, or let a card be redeemed again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import apsw

from app.storage.session import Row, Session

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "placements": ("shop_id", "id", "token", "label", "address", "scans", "created_at", "retired_at"),
    "wall_places": ("shop_id", "id", "name", "width", "height", "place", "created_at", "removed_at"),
    "notices": (
        *("shop_id", "id", "number", "kind", "size", "design", "made_at", "take_down_on", "down_at"),
        *("down_by", "replaced_by", "fingerprint", "shop_name", "shop_colour", "address", "storm_id"),
        *("chooses_at", "closes_at", "storm_words", "conclusion_id", "outcome_id"),
        *("placement_id", "placement_label"),
    ),
    "carried": ("shop_id", "notice_id", "place", "idea_id", "response_id", "revision_id", "said"),
    "hangings": (
        *("shop_id", "id", "notice_id", "place_id", "x", "y", "since", "down_at", "down_by", "hung"),
    ),
    "paper_cards": ("shop_id", "id", "number", "claim_code", "made_at", "typed_at", "idea_id"),
    "thank_cards": (
        "shop_id",
        "id",
        "code",
        "worth",
        "idea_id",
        "made_at",
        "good_until",
        "valid",
        "redeemed_at",
    ),
}
# What was typed in since and is not in the backup can be typed in again; what was erased cannot.
_OPEN_AGAIN = """
UPDATE paper_cards SET idea_id = NULL, typed_at = CASE WHEN idea_id IS NULL THEN typed_at END
WHERE shop_id = ?1 AND id = ?2 AND (idea_id IS NULL OR NOT EXISTS (
    SELECT 1 FROM ideas i WHERE i.shop_id = paper_cards.shop_id AND i.id = paper_cards.idea_id))
"""
_ERASED = """
UPDATE paper_cards SET typed_at = ?3 WHERE shop_id = ?1 AND id = ?2 AND typed_at IS NULL
"""
_OF_NO_IDEA = """
UPDATE thank_cards SET idea_id = NULL WHERE shop_id = ?1 AND id = ?2 AND NOT EXISTS (
    SELECT 1 FROM ideas i WHERE i.shop_id = thank_cards.shop_id AND i.id = thank_cards.idea_id)
"""
# Another shop's sheet has that number already: what belonged to the one that stays away would be nobody's.
_OF_NO_SHEET = """
DELETE FROM {table} WHERE shop_id = ? AND NOT EXISTS (
    SELECT 1 FROM notices n WHERE n.shop_id = {table}.shop_id AND n.id = {table}.notice_id)
"""
_WORTH = "UPDATE thank_cards SET valid = ?3, redeemed_at = ?4 WHERE shop_id = ?1 AND id = ?2"
# Where paper hangs is so whatever a backup says.
_AS_IT_HANGS: Mapping[str, tuple[str, ...]] = {
    "wall_places": ("name", "width", "height", "place", "removed_at"),
    "notices": ("down_at", "down_by", "replaced_by"),
    "hangings": ("place_id", "x", "y", "down_at", "down_by", "hung"),
}

Paper = Mapping[str, Sequence[Row]]
"""The rows of each table, the shop and the id first."""


def read_paper(present: apsw.Connection) -> Paper:
    return {
        table: present.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()  # noqa: S608
        for table, columns in _COLUMNS.items()
    }


class PaperStore:
    def __init__(self, session: Session) -> None:
        self._session = session

    def bring_along(self, paper: Paper) -> None:
        """Add what is not known here, and let cards stand as they stood there."""
        for table, rows in paper.items():
            columns = _COLUMNS[table]
            places = ", ".join("?" * len(columns))
            add = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places}) ON CONFLICT DO NOTHING"  # noqa: S608
            for row in rows:
                if row[0] == self._session.shop:
                    self._session.run(add, *row)
                    self._settle(table, row)
        for table in ("carried", "hangings"):
            self._session.run(_OF_NO_SHEET.format(table=table), self._session.shop)

    def _settle(self, table: str, row: Row) -> None:
        card, shop = row[1], self._session.shop
        if table in _AS_IT_HANGS:
            self._hang_as_there(table, row)
        elif table == "paper_cards":
            self._session.run(_OPEN_AGAIN, shop, card)
            typed_at, idea_id = row[5:]
            if typed_at is not None and idea_id is None:
                self._session.run(_ERASED, shop, card, typed_at)
        elif table == "thank_cards":
            self._session.run(_OF_NO_IDEA, shop, card)
            self._session.run(_WORTH, shop, card, *row[7:])

    def _hang_as_there(self, table: str, row: Row) -> None:
        columns = _AS_IT_HANGS[table]
        told = dict(zip(_COLUMNS[table], row, strict=True))
        places = ", ".join(f"{column} = ?" for column in columns)
        change = f"UPDATE {table} SET {places} WHERE shop_id = ? AND id = ?"  # noqa: S608
        self._session.run(change, *(told[column] for column in columns), self._session.shop, row[1])
