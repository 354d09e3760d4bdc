"""The shop's logo: worn, changed, taken away and taken back; backups and customers have it too."""

from __future__ import annotations

from dataclasses import replace

from app.domain.clock import Clock
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder
from app.pictures import make_logo
from app.services.customer.door import CustomerDoor
from app.services.owner.keeping import go_back
from app.services.owner.owner import Owner
from app.storage.shops import shop_of_columns
from tests.pictures import as_file, picture

FIRST = make_logo(as_file(picture()))
SECOND = make_logo(as_file(picture((80, 40))))


def test_a_new_shop_wears_none(owner: Owner) -> None:
    assert owner.shop().logo is None


def test_what_was_chosen_is_worn_and_seen_by_customers(owner: Owner, door: CustomerDoor) -> None:
    done = owner.logos.choose(FIRST)

    worn = owner.shop().logo
    assert done.verb == "choose-logo"
    assert worn is not None
    assert owner.logos.picture(worn) == FIRST
    assert owner.logos.worn() == FIRST.png
    assert door.shop().logo == worn
    assert door.logo(worn) == FIRST


def test_a_change_and_a_removal_are_taken_back_and_done_again(owner: Owner) -> None:
    owner.logos.choose(FIRST)
    first = owner.shop().logo
    owner.logos.choose(SECOND)
    second = owner.shop().logo
    owner.logos.remove()
    assert owner.shop().logo is None
    assert owner.logos.worn() == b""

    owner.undo()
    assert owner.shop().logo == second
    owner.undo()
    assert owner.shop().logo == first
    owner.undo()
    assert owner.shop().logo is None
    owner.redo()
    owner.redo()
    assert owner.shop().logo == second


def test_removing_none_is_no_step_to_take_back(owner: Owner) -> None:
    before = owner.undo_verb()

    assert owner.logos.remove().action is None
    assert owner.undo_verb() == before


def test_saving_the_shop_leaves_the_logo_alone(owner: Owner) -> None:
    shop = owner.shop()
    owner.logos.choose(FIRST)

    owner.save_shop(shop)

    assert owner.shop().logo is not None


def test_a_shop_is_made_of_its_columns_with_its_logo(owner: Owner) -> None:
    owner.logos.choose(FIRST)
    shop = owner.shop()

    assert shop_of_columns(shop, {}) == shop
    assert shop_of_columns(shop, {"name": "Other"}) == replace(shop, name="Other")


def test_a_backup_has_it(folder: DataFolder, owners_shop: OwnersShop, clock: Clock) -> None:
    owners_shop.owner.logos.choose(FIRST)
    worn = owners_shop.owner.shop().logo
    made = owners_shop.keeper.backup()
    owners_shop.owner.logos.remove()

    go_back(folder, made.path, clock)

    with open_owners_shop(folder, clock) as restored:
        assert restored.owner.shop().logo == worn
        assert worn is not None
        assert restored.owner.logos.picture(worn) == FIRST
