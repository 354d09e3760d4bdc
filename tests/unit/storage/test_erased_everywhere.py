"""Whatever table holds a person's words loses them when the person is erased: also one that comes tomorrow.

A new table is either tied to an idea by `idea_id`, and then tried here, or listed below with its reason.
"""

from __future__ import annotations

from uuid import UUID

import peewee
import pytest

from app.domain.ideas import Idea
from app.domain.ids import new_id
from app.paths import DataFolder
from app.storage import models
from app.storage.database import Database
from tests.shop import MORNING, make_idea, make_storm

CANARY = "zqxvcanary"
STORM = make_storm()

# Tables that are tied to no idea, and why they hold no customer's words.
NO_PERSON_INSIDE = {
    "shops": "what the owner says of the shop",
    "ideas": "ids and statuses; the row goes, and its words lie in revisions",
    "placements": "the owner's names for places",
    "api_keys": "the owner's names for programs",
    "kiosks": "what kiosks tell of themselves",
    "pairings": "hashes",
    "look_batches": "ids and times",
    "kept_apart": "two ids that are not the same; one of them gone, it says nothing",
    "snippets": "sentences that the owner says often",
    "logos": "the shop's picture",
    "tags": "the owner's names for topics",
    "saved_views": "the owner's names and filters",
    "storms": "the owner's question, dates and ids",
    "conclusions": "what the owner said to everybody at the end of a storm; it hangs on the wall",
    "outcomes": "what the owner did, and her photo of it",
    "look_backs": "what the owner saw, and a number",
    "notices": "the paper still hangs: numbers, days, the shop's own names",
    "wall_places": "the owner's names for places",
    "hangings": "ids, spots and days; who took a sheet down is staff",
    "journal": "ids, statuses and numbers; a test of the journal holds that",
}
# What outlives its idea, and why it may.
OUTLIVES_ITS_IDEA = {
    "carried": "the paper still hangs: which idea it carried and what it told, no words",
    "erasures": "the id, so that a backup forgets it again",
    "set_asides": "that a kiosk was refused something stays known; its text goes",
    "paper_cards": "the card may turn up once more; number and code are chance",
    "thank_cards": "the card lies in somebody's pocket; what it is good for is the owner's words",
    "credits": "that the conclusion rested on somebody stays true; who it was goes",
    "ballots": "that somebody chose stays counted; what was chosen goes",
}
# Columns in them that no customer writes.
NOT_A_CUSTOMERS = {
    "carried": {"said"},
    "set_asides": {"kind", "sentence"},
    "paper_cards": {"claim_code"},
    "thank_cards": {"code", "worth", "good_until"},
    "ballots": {"code", "door"},
}


def tied_to_an_idea() -> list[type[peewee.Model]]:
    return [model for model in models.ALL_MODELS if "idea_id" in model._meta.fields]


def row_with_canaries(model: type[peewee.Model], idea: Idea, shop_id: UUID) -> dict[str, object]:
    """A row of that table about the idea, with the canary wherever a customer's words fit."""
    known: dict[str, object] = {"shop_id": shop_id, "idea_id": idea.id, "storm_id": STORM.id}
    known |= dict.fromkeys(NOT_A_CUSTOMERS.get(model._meta.table_name, ()), "ours")
    return {name: known.get(name, _value(field)) for name, field in model._meta.fields.items()}


def _value(field: peewee.Field) -> object:
    if isinstance(field, peewee.BinaryUUIDField):
        return new_id(MORNING)
    if isinstance(field, peewee.TextField | peewee.CharField):
        return f"{CANARY} {field.name}"
    if isinstance(field, peewee.BlobField):
        return CANARY.encode()
    return 1


def files_with_canary(folder: DataFolder) -> list[str]:
    files = [path for path in folder.root.rglob("*") if path.is_file()]
    return [path.name for path in files if CANARY.encode() in path.read_bytes().lower()]


def rows_about(database: Database, model: type[peewee.Model], idea: Idea) -> int:
    [(count,)] = database.rows(
        f"SELECT count(*) FROM {model._meta.table_name} WHERE idea_id = x'{idea.id.hex}'"
    )
    return int(count)


def test_every_table_is_tied_to_an_idea_or_says_why_it_holds_no_person() -> None:
    names = {model._meta.table_name for model in models.ALL_MODELS}
    tied = {model._meta.table_name for model in tied_to_an_idea()}

    assert names - tied == set(NO_PERSON_INSIDE), "let IdeaStore.erase clear it, or say why it need not"
    assert set(OUTLIVES_ITS_IDEA) <= tied


@pytest.mark.parametrize("model", tied_to_an_idea(), ids=lambda model: model._meta.table_name)
def test_erasing_leaves_no_byte_of_it(
    database: Database, folder: DataFolder, model: type[peewee.Model]
) -> None:
    idea, bystander = make_idea(f"{CANARY} asks", name=CANARY), make_idea("A bell")
    database.write(lambda stores: [stores.ideas.add(each) for each in (idea, bystander)])
    database.write(lambda stores: stores.storms.add(STORM))
    shop_id = database.read(lambda stores: stores.shops.get().id)
    row = row_with_canaries(model, idea, shop_id)
    database.write(lambda stores: stores.people._session.execute(model.insert(**row)))
    assert rows_about(database, model, idea) >= 1
    assert files_with_canary(folder)

    database.write(lambda stores: stores.ideas.erase(idea.id))
    database.scrub()

    assert files_with_canary(folder) == []
    if model._meta.table_name not in OUTLIVES_ITS_IDEA:
        assert rows_about(database, model, idea) == 0
    assert database.read(lambda stores: stores.ideas.get(bystander.id)) == bystander
