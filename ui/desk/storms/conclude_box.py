"""The end of a storm in the owner's words, and on whom it rests; the notice stands beside it as it prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.conclusions import Conclusion
from app.domain.errors import AppError
from app.domain.ideas import Idea
from app.domain.ids import new_id
from app.domain.notices import PaperSize
from app.domain.shop import Shop
from app.domain.storm_views import Proposal, StormView
from app.services.owner.concluding import ConclusionDraft
from app.words import Words
from ui.desk.sheet_view import SheetView
from ui.desk.shop.cells import Cell
from ui.desk.shop.field import Field
from ui.desk.storms.box import StormBox
from ui.desk.storms.credit_list import CreditList
from ui.desk.storms.paper import StormSheetMaker
from ui.desk.tools import Tools
from ui.shared.labels import label
from ui.shared.scrolling import scrolling

SIDE_WIDTH = 400
DRAW_DELAY_MS = 140
NAMED = 4


class ConcludeBox(StormBox):
    """`entered` carries the storm's id and a ConclusionDraft."""

    entered = Signal(object, object)

    def __init__(
        self,
        tools: Tools,
        parent: QWidget,
        *,
        shop: Callable[[], Shop],
        paper: StormSheetMaker,
        address: Callable[[], str],
    ) -> None:
        tr = tools.words.tr
        self._shop, self._paper, self._address = shop, paper, address
        self._view: StormView | None = None
        self._proposed_thanks = ""
        self._began_as: object = None
        self._mat = QWidget()
        super().__init__(tools, parent, title=tr("The conclusion"), keep=tr("Conclude it"), icon="check")
        self.setObjectName("storm-conclude-box")
        self._fill_box()
        self._build_mat()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DRAW_DELAY_MS)
        self._delay.timeout.connect(self._draw)
        self._connect()

    @property
    def is_begun(self) -> bool:
        return self._view is not None and self._typed() != self._began_as

    def begin_for(self, view: StormView, proposal: Proposal) -> None:
        """What was typed for this storm and not said is still there."""
        same = self._view is not None and self._view.storm.id == view.storm.id and self.is_begun
        self._view = view
        self.explain(f"“{view.storm.question}”")
        if not same:
            self._show(view, proposal)
        self._show_none()
        self._delay.start()
        self.begin(self.heard)

    def taken(self) -> None:
        super().taken()
        self._view = None

    def side(self) -> QWidget | None:
        return self._mat

    def wanted(self) -> None:
        if self._view is not None:
            self.entered.emit(self._view.storm.id, self.said)

    @property
    def said(self) -> ConclusionDraft:
        on_none = self.on_none.isChecked()
        return ConclusionDraft(
            heard=self.heard.toPlainText(),
            decided=self.decided.toPlainText(),
            because=self.because.toPlainText(),
            thanks=self.thanks.toPlainText(),
            rests_on=() if on_none else tuple(idea.id for idea in self.credits.ticked),
            rests_on_none=self.why_none.toPlainText() if on_none else "",
        )

    def refused(self, error: AppError) -> None:
        super().refused(error)
        self.resettle()

    def _typed(self) -> object:
        return self.said

    def _show(self, view: StormView, proposal: Proposal) -> None:
        old = view.conclusion
        ticked: Sequence[UUID] = old.rests_on if old else [idea.id for idea in proposal.chain]
        self.credits.fill(view, proposal, ticked)
        self.on_none.setChecked(bool(old and old.rests_on_none) or not view.public)
        for edit, text in (
            (self.heard, old.heard if old else ""),
            (self.decided, old.decided if old else ""),
            (self.because, old.because if old else ""),
            (self.why_none, old.rests_on_none if old else self._why_none(view)),
        ):
            edit.setPlainText(text)
        self._proposed_thanks = thanks_words(self.credits.ticked, self.tools.words)
        self.thanks.setPlainText(old.thanks if old else self._proposed_thanks)
        self._began_as = self._typed()

    def _why_none(self, view: StormView) -> str:
        return "" if view.public else self.tools.words.tr("Nobody wrote this time.")

    def _follow_credits(self) -> None:
        """Whom we thank goes with the ticks until she words it herself."""
        if self.thanks.toPlainText().strip() == self._proposed_thanks.strip():
            self._proposed_thanks = thanks_words(self.credits.ticked, self.tools.words)
            self.thanks.setPlainText(self._proposed_thanks)
        self._delay.start()
        self.resettle()

    def _show_none(self) -> None:
        on_none = self.on_none.isChecked()
        self.credits.setVisible(not on_none)
        self.fields["rests_on_none"].setVisible(on_none)
        self._delay.start()
        self.resettle()

    def _draw(self) -> None:
        """The notice as it would print now."""
        view = self._view
        if view is None or not self.isVisible():
            return
        said, shop = self.said, self._shop()
        conclusion = Conclusion(
            id=new_id(self.tools.clock.now()),
            storm_id=view.storm.id,
            heard=said.heard,
            decided=said.decided or self.tools.words.tr("What you decided stands here."),
            because=said.because,
            thanks=said.thanks,
            rests_on=said.rests_on,
            rests_on_none=said.rests_on_none,
            signed=shop.voice,
            created_at=self.tools.clock.now(),
        )
        document = self._paper.conclusion(shop, view, conclusion, self._address(), PaperSize.A4)
        paints = document.paints()
        self._sheet.show_sheet(PaperSize.A4, paints[0], document.title)

    def _build_mat(self) -> None:
        self._mat.setProperty("role", "mat")
        self._mat.setMinimumWidth(SIDE_WIDTH)
        self._mat.setMaximumWidth(SIDE_WIDTH)
        self._sheet = SheetView(self.tools.theme)
        self._sheet.setObjectName("storm-conclusion-sheet")
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(label(self.tools.words.tr("On the wall"), "heading"))
        column.addWidget(self._sheet)
        column.addStretch()
        whole = QVBoxLayout(self._mat)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))
        self._row.addWidget(self._mat)

    def _fill_box(self) -> None:
        tr = self.tools.words.tr
        self.heard = _edit(self.text_field("heard", tr("What we heard"), height=64))
        self.decided = _edit(self.text_field("decided", tr("What we decided")))
        self.because = _edit(self.text_field("because", tr("Why"), height=64))
        self.credits = CreditList(self.tools)
        self.on_none = Cell(self.tools.theme, tr("It rests on none of them"))
        rests = QWidget()
        column = QVBoxLayout(rests)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.credits)
        column.addWidget(self.on_none)
        self.field("rests_on", tr("It rests on what they said"), self.on_none, rests)
        self.on_none.setObjectName("storm-rests-on-none")
        self.why_none = _edit(self.text_field("rests_on_none", tr("Because"), height=64))
        self.thanks = _edit(self.text_field("thanks", tr("Whom we thank"), height=64))

    def _connect(self) -> None:
        self.credits.changed.connect(self._follow_credits)
        self.on_none.toggled.connect(self._show_none)
        for edit in (self.heard, self.decided, self.because, self.thanks, self.why_none):
            edit.textChanged.connect(self._delay.start)


def _edit(field: Field) -> QPlainTextEdit:
    found = field.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def thanks_words(credited: Sequence[Idea], words: Words) -> str:
    """ "Thank you, Ben, Priya and Ingrid." Guests without a name are thanked with them."""
    names = list(dict.fromkeys(idea.name for idea in credited if idea.name))[:NAMED]
    if not names:
        return words.tr("Thank you, all who wrote and chose.") if credited else ""
    if len(names) == 1:
        return words.tr("Thank you, %(name)s.", name=names[0])
    return words.tr("Thank you, %(names)s and %(last)s.", names=", ".join(names[:-1]), last=names[-1])
