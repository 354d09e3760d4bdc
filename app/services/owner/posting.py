"""Notices: what the sheet for an answered idea says, and its number once it is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.decisions import Decision
from app.domain.errors import Conflict
from app.domain.ideas import Idea, Response
from app.domain.notices import (
    Design,
    Notice,
    NoticeContent,
    PaperSize,
    SheetKind,
    SheetOrder,
    take_down_day,
)
from app.domain.shop import Shop
from app.domain.translation import mark
from app.services.owner import logos, numbering
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
    stores: Stores,
    idea_id: UUID,
    size: PaperSize,
    *,
    address: str,
    now: datetime,
    design: Design = Design.PLAIN,
) -> tuple[Notice, NoticeContent]:
    """Give the sheet its number and remember it; the same content on the same paper keeps its number.

    Raises as `preview_notice`, and Conflict when the idea is not public.
    """
    idea = existing(stores, idea_id)
    _answer_for_paper(idea)
    order = SheetOrder(kind=SheetKind.ANSWER, size=size, design=design, ideas=(idea_id,))
    notice = numbering.make(stores, order, address=address, now=now)
    return notice, notice_content(stores, notice, address=address, now=now)


def notice_content(stores: Stores, notice: Notice, *, address: str, now: datetime) -> NoticeContent:
    """What the numbered sheet of one answer shows as it is printed now. Raises as `preview_notice`."""
    idea = existing(stores, notice.shown.carries[0].idea_id)
    response = _answer_for_paper(idea)
    content = _content(stores, idea, response, address=address, now=now, number=notice.number)
    return replace(content, take_down_on=notice.take_down_on or content.take_down_on)


def idea_address(base: str, idea_id: UUID, number: int | None = None) -> str:
    """Where the notice's QR code leads: the idea itself, to say more. Empty when there is no address.

    The customers' page lets `n` be; scanned at the desk it tells which of the idea's sheets this is.
    """
    told = "" if number is None else f"?n={number}"
    return f"{base.rstrip('/')}/i/{idea_id.hex}{told}" if base else ""


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
        address=idea_address(address, idea.id, number),
        seed=idea.id.hex,
        logo=logos.worn(stores),
        photo=photo.content if photo else b"",
    )
