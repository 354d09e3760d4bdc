"""A shop in a folder with its real door, for tests of the pages: what hangs there is put there by stores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from app.domain.claim_codes import new_claim_code
from app.domain.errors import StorageProblem
from app.domain.ideas import Channel, Idea, Link, Response, Status, Visibility
from app.domain.ids import new_id
from app.domain.inbox import InboxView
from app.domain.journal import Actor, Change
from app.domain.logos import Logo
from app.domain.placements import Placement
from app.domain.shop import Moderation
from app.paths import DataFolder
from app.pictures import make_logo
from app.services.api_keys import hash_key
from app.services.customer.door import CustomerDoor
from app.services.owner import logos
from app.storage.database import Database
from app.storage.stores import Stores
from tests.pictures import with_secrets

T = TypeVar("T")

START = datetime(2026, 11, 16, 9, 40, tzinfo=UTC)


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def forward(self, **duration: float) -> None:
        self.moment += timedelta(**duration)


async def disk_is_full(*_: object, **__: object) -> None:
    """What a verb of the door does then."""
    raise StorageProblem("The disk is full. Please make room and try again.")


class AtOnce:
    """Writes one by one in the loop's own thread; the server's writer has tests of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def write(self, verb: Callable[[Stores], T]) -> T:
        return self._database.write(verb)


class House:
    """`door` is what the pages see; the rest is what an owner would do at the desk."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        self.folder = DataFolder(folder)
        self.clock = clock
        self.database = Database.open(self.folder, clock=clock)
        self.door = CustomerDoor(
            reads=self.database, writes=AtOnce(self.database), clock=clock, scrub=self.database.rest
        )
        self.set_shop()

    def set_shop(self, **changes: object) -> None:
        wanted = {
            "name": "Linden Street Bakery",
            "owner": "Marta",
            "moderation": Moderation.ALL_WAIT,
            **changes,
        }

        def verb(stores: Stores) -> None:
            shop = replace(stores.shops.get(), **wanted)  # type: ignore[arg-type]
            self.journal(stores, "shop", shop.id, stores.shops.save(shop))

        self.database.write(verb)

    def wear_logo(self, logo: Logo | None = None) -> None:
        worn = logo or make_logo(with_secrets())
        self.database.write(lambda stores: logos.choose(stores, worn, self.clock.now()))

    def take_logo_off(self) -> None:
        self.database.write(logos.remove)

    def pin(
        self,
        text: str,
        name: str = "",
        *,
        votes: int = 0,
        days_ago: float = 0,
        visibility: Visibility = Visibility.PUBLIC,
        builds_on: UUID | None = None,
        link: Link | None = None,
        channel: Channel = Channel.PHONE,
    ) -> Idea:
        """An idea on the wall, said by `votes` others too."""
        at = self.clock.now() - timedelta(days=days_ago)
        idea = Idea(
            id=new_id(at),
            claim_code=new_claim_code(),
            text=text,
            name=name,
            channel=channel,
            visibility=visibility,
            builds_on=builds_on,
            link=link,
            created_at=at,
            public_at=at if visibility is Visibility.PUBLIC else None,
        )

        def verb(stores: Stores) -> None:
            stores.ideas.add(idea, contact=None)
            for number in range(votes):
                stores.votes.set(idea.id, f"{number:032x}", True, at)
            self.journal(stores, "submit", idea.id, [])

        self.database.write(verb)
        return idea

    def answer(
        self,
        idea: Idea,
        text: str,
        status: Status = Status.DONE,
        *,
        private: bool = False,
        until: date | None = None,
        reason: str = "",
        signed: str = "Marta",
    ) -> None:
        now = self.clock.now()
        response = Response(
            id=new_id(now),
            idea_id=idea.id,
            status=status,
            text=text,
            private=private,
            until=until,
            reason=reason,
            signed=signed,
            created_at=now,
        )

        def verb(stores: Stores) -> None:
            changes = stores.responses.add(response)
            if not private:
                changes += stores.ideas.change(
                    idea.id, status=status, response_id=response.id, answered_at=now
                )
            self.journal(stores, "answer", idea.id, changes)

        self.database.write(verb)

    def show(self, idea_id: UUID, visibility: Visibility = Visibility.PUBLIC) -> None:
        def verb(stores: Stores) -> None:
            changes = stores.ideas.change(idea_id, visibility=visibility, public_at=self.clock.now())
            self.journal(stores, "show", idea_id, changes)

        self.database.write(verb)

    def hang_code(self, token: str = "7KQM4T", label: str = "Counter") -> Placement:
        placement = Placement(
            id=new_id(self.clock.now()), token=token, label=label, created_at=self.clock.now()
        )
        self.database.write(lambda stores: stores.placements.add(placement))
        return placement

    def give_key(self, key: str = "kiosk-key") -> str:
        self.database.write(lambda stores: stores.keys.add("Kiosk", hash_key(key), self.clock.now()))
        return key

    def ideas(self) -> list[Idea]:
        """Everything that was stored, oldest first."""
        from_inbox = self.database.read(
            lambda stores: stores.inbox.page(InboxView.ALL, after=None, limit=200)
        )
        return list(reversed(from_inbox.ideas))

    def newest(self) -> Idea:
        """The idea that came last."""
        page = self.database.read(lambda stores: stores.inbox.page(InboxView.ALL, after=None, limit=1))
        return page.ideas[0]

    def close(self) -> None:
        self.database.close()

    @staticmethod
    def journal(stores: Stores, verb: str, subject: UUID, changes: list[Change]) -> None:
        stores.journal.append(actor=Actor.OWNER, verb=verb, subject=subject, changes=changes, board=True)
