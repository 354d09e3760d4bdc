"""Data that cannot be opened is told, kept, and a good backup is offered; nothing is ever silently empty."""

from __future__ import annotations

import pytest

from app.domain.errors import AppError, DamagedData, NotFound, StorageProblem
from app.opening import open_owners_shop
from app.paths import DataFolder
from tests.making import SetClock
from ui.desk_program import rescue


class Person:
    """Reads the box and takes the offer, or not."""

    def __init__(self, *, takes_it: bool) -> None:
        self._takes_it = takes_it
        self.read: list[tuple[str, str | None]] = []

    def __call__(self, problem: str, offer: str | None) -> bool:
        self.read.append((problem, offer))
        return self._takes_it and offer is not None


@pytest.fixture
def code(folder: DataFolder, clock: SetClock) -> str:
    """A shop with one idea and one backup, whose database was then overwritten in the middle."""
    with open_owners_shop(folder, clock) as shop:
        code = shop.owner.add_idea("A bench outside.").claim_code
        shop.keeper.backup()
    content = bytearray(folder.database.read_bytes())
    content[0:4096] = b"\x00garbage" * 512
    folder.database.write_bytes(content)
    return code


def problem_of(folder: DataFolder, clock: SetClock) -> AppError:
    with pytest.raises(DamagedData) as problem, open_owners_shop(folder, clock):
        pass
    return problem.value


def test_taking_the_offered_backup_brings_the_ideas_back(
    folder: DataFolder, clock: SetClock, code: str
) -> None:
    person = Person(takes_it=True)

    assert rescue(folder, problem_of(folder, clock), person)

    assert person.read[0][1] == "Go back to this backup"
    with open_owners_shop(folder, clock) as shop:
        assert shop.owner.by_code(code).text == "A bench outside."


@pytest.mark.usefixtures("code")
def test_declining_it_leaves_every_byte(folder: DataFolder, clock: SetClock) -> None:
    before = folder.database.read_bytes()

    assert not rescue(folder, problem_of(folder, clock), Person(takes_it=False))

    assert folder.database.read_bytes() == before


def test_a_file_in_the_place_of_the_folder_is_told_to_whoever_opens_the_desk(
    folder: DataFolder, clock: SetClock
) -> None:
    folder.root.write_bytes(b"mine")
    person = Person(takes_it=True)

    with pytest.raises(StorageProblem) as problem, open_owners_shop(folder, clock):
        pass

    assert not rescue(folder, problem.value, person)
    assert person.read == [(f"{folder.root} is not a folder. Please choose a folder for the data.", None)]


def test_without_a_backup_nothing_is_offered(folder: DataFolder) -> None:
    person = Person(takes_it=True)

    assert not rescue(folder, NotFound("The folder is gone."), person)

    assert person.read == [("The folder is gone.", None)]
