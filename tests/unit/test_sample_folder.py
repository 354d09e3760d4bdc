"""The sample that is tried from the desk: in a folder of its own, said everywhere, removed without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import StorageProblem
from app.domain.sheets import Ailment
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.sample_folder import SAMPLE_PORT, make_sample_folder, remove_sample
from app.settings import DEFAULT_PORT, SettingsFile
from tests.making import TUESDAY

STORY = resource("sample", "linden-street-bakery.toml")


def everything_in(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_in_and_out_leaves_the_real_shop_to_the_byte(owners_shop: OwnersShop, folder: DataFolder) -> None:
    sample = folder.sample
    before = everything_in(folder.root)
    assert sample.root.parent == folder.root.parent
    assert sample.root != folder.root

    make_sample_folder(sample, TUESDAY, STORY)
    with open_owners_shop(sample) as shop:
        assert shop.owner.shop().name == "Linden Street Bakery (sample)"
        assert shop.owner.counts().to_answer > 0
    remove_sample(sample)

    assert not sample.root.exists()
    assert everything_in(folder.root) == before
    assert owners_shop.owner.shop().name == "Linden Street Bakery"


def test_it_has_a_door_of_its_own(folder: DataFolder) -> None:
    make_sample_folder(folder.sample, TUESDAY, STORY)

    assert SettingsFile(folder.sample.settings).load().port == SAMPLE_PORT != DEFAULT_PORT


def test_its_sheets_name_the_shop_as_it_is_called(folder: DataFolder) -> None:
    make_sample_folder(folder.sample, TUESDAY, STORY)

    with open_owners_shop(folder.sample) as shop:
        ailments = {reason.ailment for entry in shop.owner.wall.stale() for reason in entry.reasons}
        assert ailments
        assert Ailment.SHOP_RENAMED not in ailments


def test_a_whole_one_is_opened_again_as_it_was_left(folder: DataFolder) -> None:
    make_sample_folder(folder.sample, TUESDAY, STORY)
    with open_owners_shop(folder.sample) as shop:
        shop.owner.add_idea("Something tried")
        count = shop.owner.newest_sequence()

    make_sample_folder(folder.sample, TUESDAY, STORY)

    with open_owners_shop(folder.sample) as shop:
        assert shop.owner.newest_sequence() == count


def test_a_half_made_one_is_made_anew(folder: DataFolder) -> None:
    folder.sample.root.mkdir(parents=True)
    folder.sample.sample_mark.write_text("making", "utf-8")
    folder.sample.database.write_bytes(b"half")

    make_sample_folder(folder.sample, TUESDAY, STORY)

    with open_owners_shop(folder.sample) as shop:
        assert shop.owner.shop().name.endswith("(sample)")


def test_what_is_no_sample_is_neither_filled_nor_removed(folder: DataFolder) -> None:
    folder.sample.root.mkdir(parents=True)
    kept = folder.sample.root / "taxes.xlsx"
    kept.write_bytes(b"mine")

    with pytest.raises(StorageProblem, match="no sample"):
        make_sample_folder(folder.sample, TUESDAY, STORY)
    with pytest.raises(StorageProblem, match="no sample"):
        remove_sample(folder.sample)

    assert everything_in(folder.sample.root) == {kept: b"mine"}


def test_a_file_in_its_place_is_said_and_left_alone(folder: DataFolder) -> None:
    folder.sample.root.write_bytes(b"mine")

    with pytest.raises(StorageProblem, match="not a folder"):
        make_sample_folder(folder.sample, TUESDAY, STORY)

    assert folder.sample.root.read_bytes() == b"mine"


def test_a_real_shop_is_never_taken_for_a_sample(owners_shop: OwnersShop, folder: DataFolder) -> None:
    with pytest.raises(StorageProblem):
        remove_sample(folder)

    assert owners_shop.owner.shop().name == "Linden Street Bakery"
