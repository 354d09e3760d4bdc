"""Columns that the journal tells of: changed with their before and after, and put back by it.

The list is also the guard: a change of any other column cannot be written down or applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

import peewee

from app.domain.journal import Change, StoredValue
from app.storage.models import (
    BallotRow,
    HangingRow,
    IdeaRow,
    IdeaTagRow,
    KeptApartRow,
    KioskRow,
    LogoRow,
    MeasureRow,
    NoticeRow,
    OwnNoteRow,
    PaperCardRow,
    PlacementRow,
    ReplyRow,
    ResponseRow,
    SavedViewRow,
    SetAsideRow,
    ShopRow,
    SnippetRow,
    StormRow,
    TagRow,
    ThankCardRow,
    ThanksRow,
    VoiceRow,
    WallPlaceRow,
)
from app.storage.session import Session

_MODELS: Mapping[str, type[peewee.Model]] = {
    "ideas": IdeaRow,
    "responses": ResponseRow,
    "replies": ReplyRow,
    "snippets": SnippetRow,
    "voices": VoiceRow,
    "kept_apart": KeptApartRow,
    "placements": PlacementRow,
    "notices": NoticeRow,
    "wall_places": WallPlaceRow,
    "hangings": HangingRow,
    "kiosks": KioskRow,
    "set_asides": SetAsideRow,
    "measures": MeasureRow,
    "logos": LogoRow,
    "shops": ShopRow,
    "tags": TagRow,
    "idea_tags": IdeaTagRow,
    "own_notes": OwnNoteRow,
    "saved_views": SavedViewRow,
    "paper_cards": PaperCardRow,
    "thanks": ThanksRow,
    "thank_cards": ThankCardRow,
    "storms": StormRow,
    "ballots": BallotRow,
}
_COLUMNS: Mapping[str, frozenset[str]] = {
    "ideas": frozenset(
        {
            "visibility",
            "status",
            "response_id",
            "public_at",
            "answered_at",
            "merged_into",
            "held_for",
            "revision_id",
            "edited_at",
            "own_revision_id",
            "look_again_on",
            "shortlisted",
        }
    ),
    "responses": frozenset({"shown"}),
    "replies": frozenset({"settled_at"}),
    "snippets": frozenset({"place", "shown"}),
    "voices": frozenset({"shown"}),
    "kept_apart": frozenset({"holds"}),
    "placements": frozenset({"label", "address", "retired_at"}),
    "notices": frozenset({"take_down_on", "down_at", "down_by", "replaced_by"}),
    "wall_places": frozenset({"name", "width", "height", "place", "removed_at"}),
    "hangings": frozenset({"place_id", "x", "y", "down_at", "down_by", "hung"}),
    "kiosks": frozenset({"name", "revoked_at"}),
    "set_asides": frozenset({"dealt_at", "idea_id"}),
    "logos": frozenset({"worn"}),
    "measures": frozenset({"after", "dropped_at"}),
    "paper_cards": frozenset({"typed_at", "idea_id"}),
    "thanks": frozenset({"thanked_at"}),
    "thank_cards": frozenset({"valid", "redeemed_at"}),
    "shops": frozenset(
        {
            "name",
            "owner",
            "colour",
            "language",
            "timezone",
            "open_weekdays",
            "closed_days",
            "promise_days",
            "moderation",
            "public_address",
            "hours",
            "languages",
            "idle_seconds",
            "kiosk_motion",
            "pin",
            "staff_names",
            "contact_days",
            "thanks_worth",
        }
    ),
    "tags": frozenset({"name", "public", "merged_into", "retired_at"}),
    "idea_tags": frozenset({"taken_off_at"}),
    "own_notes": frozenset({"removed_at"}),
    "saved_views": frozenset({"name", "question", "place", "removed_at"}),
    "storms": frozenset(
        {
            "question",
            "about",
            "gathers_at",
            "chooses_at",
            "closes_at",
            "first_gathers_at",
            "first_chooses_at",
            "first_closes_at",
            "ways",
            "top",
            "dropped_at",
            "announced_at",
            "extended_at",
            "conclusion_id",
            "outcome_id",
            "look_back_id",
        }
    ),
    "ballots": frozenset({"valid", "given_at", "idea_id", "door"}),
}


def read_columns(
    session: Session, table: str, row: UUID, columns: Iterable[str]
) -> dict[str, StoredValue] | None:
    """What stands in `columns` now, as the journal tells it; None when there is no such row."""
    names = list(columns)
    model = _MODELS[table]
    found = session.select(model.select(*_fields(table, names)).where(*_is_row(session, table, row)))
    return dict(zip(names, map(_told, found[0]), strict=True)) if found else None


def write_columns(session: Session, table: str, row: UUID, values: Mapping[str, StoredValue]) -> None:
    fields = dict(zip(_fields(table, values), values.values(), strict=True))
    session.execute(_MODELS[table].update(fields).where(*_is_row(session, table, row)))


def change_columns(
    session: Session, table: str, row: UUID, values: Mapping[str, StoredValue]
) -> list[Change]:
    """Write `values` where they differ and tell each difference. Raises KeyError when the row is gone."""
    if not values:
        return []
    now = read_columns(session, table, row, values)
    if now is None:
        raise KeyError(row)
    changes = [
        Change(table, row, column, now[column], value)
        for column, value in values.items()
        if now[column] != value
    ]
    if changes:
        write_columns(session, table, row, {change.column: change.after for change in changes})
    return changes


def _fields(table: str, columns: Iterable[str]) -> list[peewee.Field[object]]:
    names = list(columns)
    if unknown := set(names) - _COLUMNS[table]:
        raise ValueError(f"the journal does not tell of {table}: {sorted(unknown)}")
    return [getattr(_MODELS[table], name) for name in names]


def _is_row(session: Session, table: str, row: UUID) -> list[peewee.Expression]:
    model = _MODELS[table]
    if model is ShopRow:
        return [ShopRow.id == row]
    return [model.shop_id == session.shop_id, model.id == row]  # type: ignore[attr-defined]


def _told(value: object) -> StoredValue:
    if isinstance(value, UUID):
        return value.hex
    assert value is None or isinstance(value, str | int)
    return value
