"""Erasing a person at the desk: found by code, name or address, gone for good, told in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.domain.claim_codes import spaced
from app.domain.decisions import decide
from app.domain.erasing import FoundBy, masked
from app.domain.errors import Conflict, InvalidInput, NotFound, StorageProblem
from app.domain.ideas import Channel, Contact, Idea, Reply, Status
from app.domain.ids import new_id
from app.domain.notices import PaperSize
from app.paths import DataFolder
from app.services.owner.erasing import Erasing
from app.services.owner.keeping import Keeper, go_back
from app.services.owner.owner import Owner
from app.storage.database import Database
from tests.making import TUESDAY, SetClock
from tests.shop import make_idea


@pytest.fixture
def database(owner: Owner, folder: DataFolder, clock: SetClock) -> Iterator[Database]:
    """The same shop, open a second time."""
    assert owner.shop().name
    opened = Database.open(folder, clock=clock)
    yield opened
    opened.close()


ADDRESS = "mara.berg@example.org"


def put(database: Database, text: str, *, name: str = "", address: str = "") -> Idea:
    idea = make_idea(text, name=name, at=TUESDAY)
    contact = Contact(address=address, consent_at=TUESDAY, wording="Yes") if address else None
    database.write(lambda stores: stores.ideas.add(idea, contact=contact))
    return idea


def found(owner: Owner, question: str) -> dict[str, FoundBy]:
    return {trace.idea.text: trace.found_by for trace in owner.erasing.find(question).traces}


def test_a_person_is_found_by_code_address_name_and_mention(owner: Owner, database: Database) -> None:
    bowl = put(database, "A bowl", name="Mara Berg", address=ADDRESS)
    put(database, "A hook", name="mara berg")
    put(database, "Mara Berg was so kind")
    put(database, "A bell", name="Marab")

    assert found(owner, spaced(bowl.claim_code).lower()) == {"A bowl": FoundBy.CODE}
    assert found(owner, "MARA.BERG@example") == {"A bowl": FoundBy.CONTACT}
    assert found(owner, "Berg Mara") == {
        "A bowl": FoundBy.NAME,
        "A hook": FoundBy.NAME,
        "Mara Berg was so kind": FoundBy.MENTION,
    }
    assert found(owner, "nobody at all") == {}
    with pytest.raises(InvalidInput):
        owner.erasing.find(" \n")


def test_a_name_is_found_where_it_stood_before_it_was_changed(owner: Owner, database: Database) -> None:
    idea = put(database, "A bowl", name="Mara")
    database.write(
        lambda stores: stores.ideas.revise(idea.id, "A bowl", "", revision_id=new_id(TUESDAY), at=TUESDAY)
    )

    assert found(owner, "Mara") == {"A bowl": FoundBy.NAME}


def test_the_report_counts_what_went_and_names_the_paper_that_hangs(
    owner: Owner, database: Database, clock: SetClock
) -> None:
    idea = put(database, "A bowl", name="Mara", address=ADDRESS)
    put(database, "A hook")
    owner.answer(idea.id, decide(Status.PLANNED, "In May.", today=TUESDAY.date()))
    notice, _ = owner.make_notice(idea.id, PaperSize.A5, address="http://shop")
    reply = Reply(id=new_id(TUESDAY), idea_id=idea.id, text="Thanks", created_at=TUESDAY)
    database.write(lambda stores: stores.replies.add(reply))
    database.write(lambda stores: stores.votes.set(idea.id, "me", True, TUESDAY))

    [trace] = owner.erasing.find("Mara").traces
    report = owner.erasing.erase([idea.id, idea.id])

    assert (trace.address, trace.versions, trace.replies, trace.answers, trace.votes) == (
        "m•••@e•••.org",
        1,
        1,
        1,
        1,
    )
    assert (report.ideas, report.addresses, report.replies, report.answers, report.votes) == (1, 1, 1, 1, 1)
    assert report.notices == (notice.number,)
    assert report.is_wiped
    assert report.backups_end == clock.now() + timedelta(weeks=8)
    assert owner.counts().all == 1


def test_paper_that_should_be_down_and_is_not_is_told_of(
    owner: Owner, database: Database, clock: SetClock
) -> None:
    idea = put(database, "A bowl", name="Mara")
    owner.answer(idea.id, decide(Status.PLANNED, "In May.", today=TUESDAY.date()))
    forgotten, _ = owner.make_notice(idea.id, PaperSize.A5, address="")
    taken, _ = owner.make_notice(idea.id, PaperSize.A4, address="")
    owner.wall.take_down([taken.id])
    clock.forward(timedelta(days=50))

    assert owner.erasing.erase([idea.id]).notices == (forgotten.number,)


def test_erasing_cannot_be_undone_and_what_came_before_it_on_others_can(
    owner: Owner, database: Database
) -> None:
    bowl, hook = put(database, "A bowl", name="Mara"), put(database, "A hook")
    owner.hide([hook.id])
    owner.hide([bowl.id])
    owner.erasing.erase([bowl.id])

    with pytest.raises(Conflict):
        owner.undo()
    assert owner.undo().ideas == (hook.id,)
    with pytest.raises(NotFound):
        owner.detail(bowl.id)


def test_when_one_of_several_is_gone_none_is_erased(owner: Owner, database: Database) -> None:
    bowl = put(database, "A bowl", name="Mara")

    with pytest.raises(NotFound):
        owner.erasing.erase([bowl.id, new_id(TUESDAY)])

    assert owner.counts().all == 1


def test_a_program_that_holds_the_old_bytes_is_told_of(database: Database, clock: SetClock) -> None:
    def held() -> None:
        raise StorageProblem("held")

    idea = put(database, "A bowl")

    report = Erasing(seam=database, clock=clock, scrub=held).erase([idea.id])

    assert not report.is_wiped
    assert database.read(lambda stores: stores.ideas.get(idea.id)) is None


def test_the_journal_knows_that_it_was_done_and_the_board_that_it_changed(
    owner: Owner, database: Database
) -> None:
    idea = put(database, "A bowl")

    owner.erasing.erase([idea.id])

    [entry] = database.read(lambda stores: stores.journal.of(idea.id))
    assert (entry.verb, entry.board, entry.changes) == ("erase", True, ())


def test_addresses_go_by_themselves_when_their_time_is_over(
    owner: Owner, database: Database, clock: SetClock, folder: DataFolder
) -> None:
    idea = put(database, "A bowl", name="Mara", address=ADDRESS)
    keeper = Keeper(database=database, folder=folder, clock=clock)

    clock.forward(timedelta(days=179))
    keeper.forget_old()
    assert owner.detail(idea.id).idea.has_contact
    clock.forward(timedelta(days=2))
    keeper.forget_old()
    keeper.forget_old()

    assert not owner.detail(idea.id).idea.has_contact
    verbs = [entry.verb for entry in database.read(lambda stores: stores.journal.since(0))]
    assert verbs.count("forget-addresses") == 1
    database.rest()
    assert ADDRESS.encode() not in folder.database.read_bytes()


@pytest.mark.parametrize(
    ("address", "shown"),
    [(ADDRESS, "m•••@e•••.org"), ("a@b.de", "a•••@b•••.de"), ("0171 555", "0•••"), ("", "")],
)
def test_a_masked_address_is_known_again_by_who_has_it(address: str, shown: str) -> None:
    assert masked(address) == shown


def test_a_voice_is_erased_alone_and_stays_so_after_going_back_to_a_backup(
    owner: Owner, database: Database, folder: DataFolder, clock: SetClock
) -> None:
    idea = put(database, "A bowl", name="Jo")
    owner.voices.add(idea.id, Channel.TELEPHONE, "Zqxmara")
    backup = Keeper(database=database, folder=folder, clock=clock).backup()
    [trace] = owner.erasing.find("zqxmara").traces

    report = owner.erasing.erase([trace.id])

    assert (report.ideas, report.voices) == (0, 1)
    assert owner.detail(idea.id).idea.votes == 0
    assert b"Zqxmara" not in folder.database.read_bytes()
    go_back(folder, backup.path, clock)
    assert owner.erasing.find("zqxmara").traces == ()


def test_the_name_of_a_voice_that_was_taken_away_is_found_and_erased(
    owner: Owner, database: Database, folder: DataFolder, clock: SetClock
) -> None:
    idea = put(database, "A bowl", name="Jo")
    owner.voices.add(idea.id, Channel.TELEPHONE, "Zqxmara")
    owner.undo()
    backup = Keeper(database=database, folder=folder, clock=clock).backup()
    [trace] = owner.erasing.find("zqxmara").traces

    owner.erasing.erase([trace.id])

    assert owner.detail(idea.id).idea.votes == 0
    assert b"Zqxmara" not in folder.database.read_bytes()
    go_back(folder, backup.path, clock)
    assert owner.erasing.find("zqxmara").traces == ()
    assert b"Zqxmara" not in folder.database.read_bytes()
