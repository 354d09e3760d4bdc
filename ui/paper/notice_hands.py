"""The hand that draws a notice in each design."""

from __future__ import annotations

from app.domain.notices import Design, NoticeContent
from app.words import Words as Catalogue
from ui.paper.notice_bold import BoldNotice
from ui.paper.notice_hand import NoticeHand
from ui.paper.notice_parts import Form
from ui.paper.notice_plain import PlainNotice
from ui.paper.notice_warm import WarmNotice

_HANDS: dict[Design, type[PlainNotice | WarmNotice | BoldNotice]] = {
    Design.PLAIN: PlainNotice,
    Design.WARM: WarmNotice,
    Design.BOLD: BoldNotice,
}


def hand_of(design: Design, content: NoticeContent, form: Form, words: Catalogue) -> NoticeHand:
    return _HANDS[design](content, form, words)
