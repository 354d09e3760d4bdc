"""The kiosk's own half against a real server process over TLS, and the owner who answers at the desk."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.domain.clock import SystemClock
from app.domain.errors import AppError, InvalidInput
from app.domain.ideas import Channel, Status, Visibility
from app.domain.inbox import InboxView
from app.domain.kiosks import PROTOCOL
from app.kiosk import wire
from app.kiosk.core import KioskCore
from app.kiosk.link import LinkState
from app.kiosk.notes import Slip
from app.kiosk.outbox import Draft
from app.opening import open_owners_shop
from app.paths import DataFolder
from tests.journeys.street import Street, wait_until
from tests.making import SetClock
from tests.serving import ROOT

TEXT = "A bench outside, please"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM is how Unix services end")


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    """For tests that leave the server alone."""
    made = Street(tmp_path_factory.mktemp("street"))
    yield made
    made.close()


@pytest.fixture
def own_street(tmp_path: Path) -> Iterator[Street]:
    made = Street(tmp_path)
    yield made
    made.close()


def slip_on(core: KioskCore, id: UUID) -> Slip | None:
    note = core.board.note(id)
    return note.answer if note else None


def problems_of(street: Street, name: str) -> tuple[str, ...]:
    """What the desk says of a kiosk."""
    return next(kiosk.problems for kiosk in street.desk.owner.kiosks() if kiosk.name == name)


def code_of_the_command(street: Street) -> str:
    told = subprocess.run(
        [sys.executable, "-m", "ui", "--data", str(street.folder.root), "pair", "--json"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    code: str = json.loads(told.stdout)["code"]
    return code


def test_an_idea_goes_from_the_kiosk_to_the_desk_and_comes_back_answered(street: Street) -> None:
    with street.kiosk("By the door") as core:
        core.pair(street.address, code_of_the_command(street), "By the door")
        core.start(lambda _changed: None)

        pinned = core.pin(Draft(text=TEXT, name="Priya"))
        wait_until(lambda: street.idea(pinned.id))
        idea = street.idea(pinned.id)
        assert idea is not None
        assert (idea.text, idea.name, idea.claim_code) == (TEXT, "Priya", pinned.claim_code)
        assert (idea.channel, idea.visibility) == (Channel.KIOSK, Visibility.WAITING)
        assert core.board.note(pinned.id) is None

        street.desk.owner.approve([pinned.id])
        wait_until(lambda: core.board.note(pinned.id))
        street.answer(pinned.id, "It comes in spring.")
        wait_until(lambda: slip_on(core, pinned.id))

        slip = slip_on(core, pinned.id)
        assert slip is not None
        assert (slip.text, slip.status) == ("It comes in spring.", Status.PLANNED)
        assert core.waiting == 0


def test_a_me_too_of_the_kiosk_is_counted_once_and_taken_back(street: Street) -> None:
    idea = street.hang(TEXT)

    def votes() -> int:
        return street.desk.owner.detail(idea.id).idea.votes

    with street.paired_kiosk("Voting") as core:
        wait_until(lambda: core.board.note(idea.id))

        core.vote(idea.id, "a visitor of today", True)
        wait_until(lambda: votes() == 1)
        core.vote(idea.id, "a visitor of today", False)
        wait_until(lambda: votes() == 0)


def test_what_the_owner_hides_leaves_the_kiosks_wall(street: Street) -> None:
    idea = street.hang("Not for everybody")
    with street.paired_kiosk("Hiding") as core:
        wait_until(lambda: core.board.note(idea.id))

        street.desk.owner.hide([idea.id])

        wait_until(lambda: core.board.note(idea.id) is None)


def test_a_code_pairs_one_kiosk_only(street: Street) -> None:
    code = street.pairing_code()
    with street.kiosk("First") as first, street.kiosk("Second") as second:
        first.pair(street.address, code, "First")

        with pytest.raises(InvalidInput) as refused:
            second.pair(street.address, code, "Second")

        assert refused.value.field == "code"
        assert second.link is LinkState.UNPAIRED
    assert "Second" not in {kiosk.name for kiosk in street.desk.owner.kiosks()}


def test_a_revoked_kiosk_keeps_what_it_is_given_and_delivers_it_after_the_undo(street: Street) -> None:
    owner = street.desk.owner
    with street.paired_kiosk("Revoked") as core:
        [listed] = [kiosk for kiosk in owner.kiosks() if kiosk.name == "Revoked"]
        owner.revoke_kiosk(listed.id)
        wait_until(lambda: core.link is LinkState.REVOKED)
        pinned = core.pin(Draft(text=TEXT))
        assert core.waiting == 1

        owner.undo()

        wait_until(lambda: street.idea(pinned.id))


def test_nobody_at_the_address_is_told_in_a_sentence(street: Street) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        free = nobody.getsockname()[1]

    with street.kiosk("Lost") as core, pytest.raises(AppError, match="Nobody answers"):
        core.pair(f"https://127.0.0.1:{free}", street.pairing_code(), "Lost")


def test_what_was_given_while_the_server_was_gone_arrives_once_and_in_order(own_street: Street) -> None:
    texts = [f"Idea {number}" for number in range(30)]
    with own_street.paired_kiosk() as core:
        own_street.close_server()
        for text in texts:
            core.pin(Draft(text=text))
        wait_until(lambda: core.link is LinkState.OFFLINE)
        assert core.waiting == len(texts)

        own_street.open_server()
        core.pin(Draft(text="Is anybody there again?"))
        wait_until(lambda: core.waiting == 0)

    assert [idea.text for idea in own_street.ideas()] == [*texts, "Is anybody there again?"]


def test_a_kiosk_that_starts_without_its_server_shows_the_last_board(own_street: Street) -> None:
    idea = own_street.hang(TEXT)
    with own_street.paired_kiosk() as core:
        wait_until(lambda: core.board.note(idea.id))
    own_street.close_server()

    with own_street.kiosk() as core:
        core.start(lambda _changed: None)
        wait_until(lambda: core.link is LinkState.OFFLINE)

        shown = core.board.note(idea.id)
        assert shown is not None
        assert shown.text == TEXT


def test_a_server_with_another_certificate_learns_nothing(own_street: Street, tmp_path: Path) -> None:
    """Neither from a new kiosk with the right server's code, nor from one that was paired before."""
    strange = DataFolder(tmp_path / "another shop")
    code = own_street.pairing_code()
    with own_street.paired_kiosk() as core, own_street.kiosk("New") as new:
        own_street.close_server()
        own_street.open_server(strange)

        core.pin(Draft(text=TEXT))
        wait_until(lambda: core.link is LinkState.OFFLINE)
        with pytest.raises(AppError, match="Another computer"):
            new.pair(own_street.address, code, "New")

        assert core.waiting == 1
        assert new.link is LinkState.UNPAIRED
        with open_owners_shop(strange) as desk:
            assert list(desk.owner.inbox(InboxView.ALL).ideas) == []
            assert list(desk.owner.kiosks()) == []

        own_street.close_server()
        own_street.open_server()
        # The code was not spent on the wrong one, and what was given is not lost.
        new.pair(own_street.address, code, "New")
        wait_until(own_street.ideas)
        assert [idea.text for idea in own_street.ideas()] == [TEXT]


def test_a_kiosk_whose_server_hangs_closes_and_delivers_later(own_street: Street) -> None:
    """The server as a whole is stopped: it takes the line and says nothing."""
    with own_street.paired_kiosk() as core:
        own_street.server.send_signal(signal.SIGSTOP)
        try:
            pinned = core.pin(Draft(text=TEXT))
            core.stop()
        finally:
            own_street.server.send_signal(signal.SIGCONT)

    with own_street.kiosk() as core:
        core.start(lambda _changed: None)
        wait_until(lambda: core.link is LinkState.ONLINE and core.waiting == 0)

    assert [idea.id for idea in own_street.ideas()] == [pinned.id]


def test_a_kiosk_of_another_version_keeps_everything_and_the_desk_is_told(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    with street.paired_kiosk("Newer") as core:
        idea = street.hang("Something to read meanwhile")
        wait_until(lambda: core.board.note(idea.id))
        with monkeypatch.context() as newer:
            newer.setattr(wire, "PROTOCOL", PROTOCOL + 1)
            wait_until(lambda: core.link is LinkState.OTHER_VERSION)
            pinned = core.pin(Draft(text=TEXT))
            wait_until(lambda: problems_of(street, "Newer"))

            assert "different versions" in problems_of(street, "Newer")[0]
            assert core.waiting == 1
            assert core.board.note(idea.id) is not None
            assert street.idea(pinned.id) is None

        # Both were updated.
        wait_until(lambda: street.idea(pinned.id) and core.waiting == 0)
        assert problems_of(street, "Newer") == ()


def test_a_damaged_file_is_kept_aside_and_told_at_the_desk(street: Street) -> None:
    with street.paired_kiosk("Damaged"):
        pass
    [file] = (street.root / "Damaged").glob("kiosk.db")
    file.write_bytes(b"\0" * 4096 + file.read_bytes()[4096:])

    with street.kiosk("Damaged") as core:
        core.start(lambda _changed: None)
        wait_until(lambda: problems_of(street, "Damaged"))

        [aside] = (street.root / "Damaged").glob("kiosk-damaged-*.db")
        assert aside.name in problems_of(street, "Damaged")[0]
        wait_until(lambda: core.link is LinkState.ONLINE)


def test_a_kiosk_whose_clock_is_wrong_by_years_dates_nothing_wrongly(street: Street) -> None:
    with street.kiosk("Yesterday", clock=SetClock(datetime(1999, 12, 31, tzinfo=UTC))) as core:
        pinned_early = core.pin(Draft(text="Before it knew the time"))
        core.pair(street.address, street.pairing_code(), "Yesterday")
        core.start(lambda _changed: None)
        wait_until(lambda: core.link is LinkState.ONLINE and core.waiting == 0)
        pinned = core.pin(Draft(text=TEXT))
        wait_until(lambda: core.waiting == 0)

        for id in (pinned_early.id, pinned.id):
            idea = street.idea(id)
            assert idea is not None
            assert abs(SystemClock().now() - idea.created_at) < timedelta(minutes=5)
        assert abs(SystemClock().now() - core.clock.now()) < timedelta(minutes=1)
