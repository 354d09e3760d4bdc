"""Votes, placements, notices, keys, the shop: the stores of a page each."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time, timedelta

from app.domain.hours import NO_HOURS, OpeningHours
from app.domain.ids import new_id
from app.domain.journal import Change
from app.domain.kiosks import KioskRules, PinHash
from app.domain.notices import PaperSize
from app.domain.placements import Placement
from app.domain.shop import Moderation
from app.storage.database import Database
from app.storage.stores import Stores
from tests.shop import MORNING, make_idea, make_response, make_sheet


def test_a_vote_counts_once_however_often_it_is_given(database: Database) -> None:
    idea = make_idea()
    database.write(lambda stores: stores.ideas.add(idea))

    def vote(given: bool) -> bool:
        return database.write(lambda stores: stores.votes.set(idea.id, "visitor", given, MORNING))

    assert [vote(True), vote(True), vote(False), vote(False), vote(True)] == [True, False, True, False, True]
    stored = database.read(lambda stores: stores.ideas.get(idea.id))
    assert stored is not None
    assert stored.votes == 1


def test_fifty_at_once_with_one_token_are_one_vote(database: Database) -> None:
    idea = make_idea()
    database.write(lambda stores: stores.ideas.add(idea))

    with ThreadPoolExecutor(8) as threads:
        results = list(
            threads.map(
                lambda _: database.write(lambda stores: stores.votes.set(idea.id, "one", True, MORNING)),
                range(50),
            )
        )

    assert results.count(True) == 1
    assert database.rows("SELECT votes FROM ideas") == [(1,)]


def test_a_visitor_sees_own_votes_among_the_ideas_asked(database: Database) -> None:
    ideas = [make_idea(f"Idea {number}") for number in range(3)]

    def act(stores: Stores) -> None:
        for idea in ideas:
            stores.ideas.add(idea)
        stores.votes.set(ideas[0].id, "me", True, MORNING)
        stores.votes.set(ideas[1].id, "you", True, MORNING)

    database.write(act)

    ids = [idea.id for idea in ideas]
    assert database.read(lambda stores: stores.votes.of("me", ids)) == {ideas[0].id}
    assert database.read(lambda stores: stores.votes.of("", ids)) == frozenset()


def test_recounting_mends_a_wrong_count(database: Database) -> None:
    idea = make_idea()
    database.write(lambda stores: stores.ideas.add(idea))
    database.write(lambda stores: stores.votes.set(idea.id, "me", True, MORNING))
    database.rows("UPDATE ideas SET votes = 77")

    database.write(lambda stores: stores.votes.recount())

    assert database.rows("SELECT votes FROM ideas") == [(1,)]


def test_a_placement_counts_scans_and_the_ideas_that_came_of_them(database: Database) -> None:
    placement = Placement(id=new_id(MORNING), token="TABLE5", label="Table 5", created_at=MORNING)

    def act(stores: Stores) -> None:
        stores.placements.add(placement)
        stores.placements.count_scan("TABLE5")
        stores.placements.count_scan("TABLE5")
        stores.placements.count_scan("NOWHERE")
        stores.ideas.add(make_idea(placement="TABLE5"))
        stores.ideas.add(make_idea())

    database.write(act)

    expected = replace(placement, scans=2, ideas=1)
    assert database.read(lambda stores: stores.placements.by_token("TABLE5")) == expected
    assert database.read(lambda stores: stores.placements.by_token("NOWHERE")) is None
    assert database.read(lambda stores: stores.placements.all()) == [expected]


def test_a_changed_placement_tells_its_change(database: Database) -> None:
    placement = Placement(id=new_id(MORNING), token="DOOR11", label="Door", created_at=MORNING)
    database.write(lambda stores: stores.placements.add(placement))

    changes = database.write(
        lambda stores: stores.placements.change(placement.id, label="Window", address="")
    )

    assert changes == [Change("placements", placement.id, "label", "Door", "Window")]


def test_notices_are_numbered_without_a_gap_even_when_one_failed(database: Database) -> None:
    idea = make_idea()
    response = make_response(idea)

    def add(fail: bool) -> int:
        def verb(stores: Stores) -> int:
            notice = stores.notices.add(make_sheet(idea, response))
            if fail:
                raise ZeroDivisionError
            return int(notice.number)

        try:
            return database.write(verb)
        except ZeroDivisionError:
            return 0

    assert [add(False), add(True), add(False)] == [1, 0, 2]
    notices = database.read(lambda stores: stores.notices.of(idea.id))
    assert [notice.number for notice in notices] == [2, 1]
    assert notices == database.read(lambda stores: stores.notices.all())
    assert (notices[0].size, notices[0].take_down_on) == (PaperSize.A5, date(2026, 12, 20))


def test_a_revoked_key_is_refused_at_once(database: Database) -> None:
    database.write(lambda stores: stores.keys.add("Kiosk", "hash-1", MORNING))
    assert database.read(lambda stores: stores.keys.by_hash("hash-1")) == "Kiosk"
    assert database.read(lambda stores: stores.keys.by_hash("hash-2")) is None

    assert database.write(lambda stores: stores.keys.revoke("Kiosk")) is True

    assert database.read(lambda stores: stores.keys.by_hash("hash-1")) is None
    assert database.read(lambda stores: stores.keys.names()) == []
    assert database.write(lambda stores: stores.keys.revoke("Kiosk")) is False


def test_the_shop_keeps_every_setting_and_tells_what_changed(database: Database) -> None:
    shop = database.read(lambda stores: stores.shops.get())
    changed = replace(
        shop,
        name="Corner",
        owner="Ana",
        colour="#112233",
        language="pt-BR",
        timezone="Europe/Lisbon",
        open_weekdays=frozenset({0, 5}),
        closed_days=frozenset({date(2026, 12, 25)}),
        promise_days=3,
        moderation=Moderation.PUBLIC_AT_ONCE,
        public_address="ideas.example.org",
    )

    changes = database.write(lambda stores: stores.shops.save(changed))

    assert database.read(lambda stores: stores.shops.get()) == changed
    assert len(changes) == 10
    assert database.write(lambda stores: stores.shops.save(changed)) == []
    database.write(lambda stores: stores.journal.apply([change.inverse() for change in changes]))
    assert database.read(lambda stores: stores.shops.get()) == shop


def test_what_a_reader_sees_is_one_moment(database: Database) -> None:
    idea = make_idea()
    database.write(lambda stores: stores.ideas.add(idea))

    def query(stores: Stores) -> tuple[int, int]:
        before = stores.inbox.counts().all
        with ThreadPoolExecutor(1) as other:
            other.submit(
                database.write, lambda stores: stores.ideas.add(make_idea(at=MORNING + timedelta(hours=1)))
            ).result()
        return before, stores.inbox.counts().all

    assert database.read(query) == (1, 1)
    assert database.read(lambda stores: stores.inbox.counts().all) == 2


def test_what_a_shop_says_of_its_kiosks_comes_back_and_can_be_taken_back(database: Database) -> None:
    before = database.read(lambda stores: stores.shops.get())
    rules = KioskRules(idle_seconds=90, has_motion=False, pin=PinHash(b"\x00salt", b"\xffhash", 7))
    overnight = OpeningHours(time(18), time(2, 30))
    shop = replace(before, hours=(*NO_HOURS[:6], overnight), languages=("fr", "ar"), kiosk=rules)

    changes = database.write(lambda stores: stores.shops.save(shop))

    assert database.read(lambda stores: stores.shops.get()) == shop
    database.write(lambda stores: stores.journal.apply([change.inverse() for change in changes]))
    assert database.read(lambda stores: stores.shops.get()) == before
