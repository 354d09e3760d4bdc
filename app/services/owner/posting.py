"""Notices: what the sheet for an answered idea says, and its number once it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from app.domain.decisions import Decision
from app.domain.errors import Conflict
from app.domain.ideas import Idea, Response
from app.domain.ids import new_id
from app.domain.journal import Actor
from app.domain.notices import Notice, NoticeContent, PaperSize, take_down_day
from app.domain.shop import Shop
from app.domain.translation import mark
from app.services.owner import logos
from app.services.owner.done import Done, Edit, write_down
from app.services.owner.triage import existing
from app.storage.stores import Stores


def preview_notice(
    stores: Stores, idea_id: UUID, draft: Decision | None, *, address: str, now: datetime
) -> NoticeContent:
    """The sheet as it would be made now, with `draft` in place of the answer that holds.

    `address` is the program's address for customers, empty while there is none. Raises NotFound when the idea
    is gone, Conflict when there is neither draft nor answer, or the answered idea is not public.
    """
    idea = existing(stores, idea_id)
    shop = stores.shops.get()
    response = _from_draft(shop, idea, draft, now) if draft else _answer_for_paper(idea)
    return _content(stores, idea, response, address=address, now=now, number=None)


def make_notice(
    stores: Stores, idea_id: UUID, size: PaperSize, *, address: str, now: datetime
) -> tuple[Notice, NoticeContent]:
    """Give the sheet its number and remember it; the same answer on the same paper keeps its number.

    Raises as `preview_notice`, and Conflict when the idea is not public.
    """
    idea = existing(stores, idea_id)
    response = _answer_for_paper(idea)
    today = stores.shops.get().local_date(now)
    notice = _made_before(stores, response, size, today) or _number(stores, response, size, now)
    content = _content(stores, idea, response, address=address, now=now, number=notice.number)
    return notice, replace(content, take_down_on=notice.take_down_on or content.take_down_on)


def _made_before(stores: Stores, response: Response, size: PaperSize, today: date) -> Notice | None:
    """Printing again, or after a dialog that was cancelled, is the same sheet once more; one that was taken
    down, or whose day is over, is not."""
    made = [each for each in stores.notices.of(response.idea_id) if (each.take_down_on or date.min) >= today]
    return next((each for each in made if (each.response_id, each.size) == (response.id, size)), None)


def _number(stores: Stores, response: Response, size: PaperSize, now: datetime) -> Notice:
    notice = stores.notices.add(
        id=new_id(now),
        idea_id=response.idea_id,
        response_id=response.id,
        size=size,
        made_at=now,
        take_down_on=take_down_day(response, stores.shops.get().local_date(now)),
    )
    stores.journal.append(actor=Actor.OWNER, verb="make-notice", subject=response.idea_id, board=False)
    return notice


def take_down(stores: Stores, ids: Sequence[UUID]) -> Done:
    """These sheets hang no longer. Taken back, they do again. Raises NotFound for a sheet that never was."""
    return write_down(
        stores, "take-down", [Edit(id, stores.notices.take_down(id), board=False) for id in ids]
    )


def idea_address(base: str, idea_id: UUID) -> str:
    """Where the notice's QR code leads: the idea itself, to say more. Empty when there is no address."""
    return f"{base.rstrip('/')}/i/{idea_id.hex}" if base else ""


def _answer_for_paper(idea: Idea) -> Response:
    if idea.response is None:
        raise Conflict(mark("There is no public answer to print yet."))
    if not idea.is_public:
        raise Conflict(mark("Only what hangs on the board is printed. Please put the idea up first."))
    return idea.response


def _from_draft(shop: Shop, idea: Idea, draft: Decision, now: datetime) -> Response:
    return Response(
        id=idea.id,
        idea_id=idea.id,
        status=draft.status,
        text=draft.text,
        reason=draft.reason,
        change_mind=draft.change_mind,
        until=draft.until,
        done_on=draft.done_on,
        photo_id=draft.photo_id,
        signed=shop.voice,
        created_at=now,
    )


def _content(
    stores: Stores, idea: Idea, response: Response, *, address: str, now: datetime, number: int | None
) -> NoticeContent:
    shop = stores.shops.get()
    today = shop.local_date(now)
    photo = stores.photos.get(response.photo_id) if response.photo_id else None
    return NoticeContent(
        shop_name=shop.name,
        shop_colour=shop.colour,
        language=shop.language,
        idea_text=idea.text,
        idea_name=idea.name,
        others=idea.votes,
        answer=response.text,
        reason=response.reason,
        change_mind=response.change_mind,
        signed=response.signed,
        status=response.status,
        until=response.until,
        answered_on=shop.local_date(response.created_at),
        printed_on=today,
        take_down_on=take_down_day(response, today),
        number=number,
        address=idea_address(address, idea.id),
        seed=idea.id.hex,
        logo=logos.worn(stores),
        photo=photo.content if photo else b"",
    )
