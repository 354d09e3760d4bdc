"""After the conclusion: that it is carried out, with a day and a proof; later whether it paid."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.conclusions import ProofPhoto
from app.domain.errors import AppError
from app.domain.measures import read_number
from app.domain.shop import Shop
from app.domain.storm_views import StormView
from app.photo_door import TakenIn
from app.services.owner.concluding import OutcomeDraft
from ui.desk.inbox.days import dated, day_field, day_of
from ui.desk.inbox.field_rows import SideBySide
from ui.desk.inbox.proof_box import Picture
from ui.desk.shop.field import Field, Line, Pair
from ui.desk.storms.box import StormBox
from ui.desk.storms.ending_view import plain
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button


class CarryOutBox(StormBox):
    """`entered` carries the storm's id and an OutcomeDraft. `read_photo` is called off the GUI thread and
    raises InvalidInput on `photo`."""

    entered = Signal(object, object)

    def __init__(
        self,
        tools: Tools,
        parent: QWidget,
        *,
        shop: Callable[[], Shop],
        read_photo: Callable[[Path], TakenIn],
    ) -> None:
        tr = tools.words.tr
        self._shop, self._read_photo = shop, read_photo
        self._view: StormView | None = None
        self._photo: ProofPhoto | None = None
        self._began_as: object = None
        super().__init__(
            tools, parent, title=tr("It is carried out"), keep=tr("It is carried out"), icon="check"
        )
        self.setObjectName("storm-carry-out-box")
        self._fill_box()
        self.add.clicked.connect(self._ask_for_photo)
        self.take_off.clicked.connect(lambda: self._show_photo(None))

    @property
    def is_begun(self) -> bool:
        return self._view is not None and self._typed() != self._began_as

    def begin_for(self, view: StormView, photo: ProofPhoto | None) -> None:
        same = self._view is not None and self._view.storm.id == view.storm.id and self.is_begun
        self._view = view
        decided = view.conclusion.decided if view.conclusion else ""
        self.explain(self.tools.words.tr("You decided: %(decided)s", decided=decided) if decided else "")
        if not same:
            self._show(view, photo)
        self.begin(self.text)

    def taken(self) -> None:
        super().taken()
        self._view = None

    def wanted(self) -> None:
        if self._view is None:
            return
        number = self.before.text().strip()
        done = OutcomeDraft(
            done_on=day_of(self.day),
            text=self.text.toPlainText(),
            label=self.label_field.text(),
            before=read_number(number, "before") if number else None,
            photo=self._photo,
        )
        self.entered.emit(self._view.storm.id, done)

    def choose_photo(self, path: Path) -> None:
        read = self._read_photo
        self.fields["photo"].show_error("")
        self.tools.background.run(lambda: read(path), self._take_photo, self._refuse_photo)

    def _ask_for_photo(self) -> None:
        kind = self.tools.words.tr("Pictures (%(endings)s)", endings="*.png *.jpg *.jpeg *.webp *.bmp")
        self.tools.messages.ask_for_picture(kind, self.choose_photo)

    def _take_photo(self, taken: TakenIn) -> None:
        self._show_photo(ProofPhoto(content=taken.content, width=taken.width, height=taken.height))

    def _refuse_photo(self, error: AppError) -> None:
        self.fields["photo"].show_error(self.tools.words.error(error))
        self.resettle()

    def _show_photo(self, photo: ProofPhoto | None) -> None:
        tr = self.tools.words.tr
        self._photo = photo
        self.picture.show_image(QImage.fromData(photo.content) if photo else None)
        self.add.set_words(tr("Another photo") if photo else tr("Add a photo"))
        self.take_off.setVisible(photo is not None)
        self.resettle()

    def _show(self, view: StormView, photo: ProofPhoto | None) -> None:
        old, today = view.outcome, self._shop().local_date(self.tools.clock.now())
        # One day more can be chosen: the refusal says why it cannot be so.
        self.day.setMaximumDate(QDate(today.year, today.month, today.day).addYears(1))
        self.day.setDate(dated(old.done_on if old else today))
        self.text.setPlainText(old.text if old else "")
        self.label_field.setText(old.label if old else "")
        self.before.setText(plain(old.before) if old and old.before is not None else "")
        self._show_photo(photo)
        self._began_as = self._typed()

    def _typed(self) -> object:
        return (
            self.text.toPlainText().strip(),
            self.label_field.text().strip(),
            self.before.text().strip(),
            self.day.date(),
            self._photo,
        )

    def _fill_box(self) -> None:
        tools, tr = self.tools, self.tools.words.tr
        self.day = day_field(tools, tr("Done on"), "storm-done_on")
        self.field("done_on", tr("Done on"), self.day)
        self.text = _edit(self.text_field("text", tr("What was done")))
        self.picture = Picture(tools.theme)
        self.picture.setAccessibleName(tr("The photo"))
        self.add = Button(tools.theme, tr("Add a photo"), icon="picture")
        self.take_off = Button(tools.theme, tr("Take it off"), role=UNDERLINED)
        for button in (self.add, self.take_off):
            button.setAutoDefault(False)
        self.field(
            "photo", tr("Proof"), self.add, SideBySide(tools.theme, self.picture, self.add, self.take_off)
        )
        self.label_field, self.before = Line(), Line()
        self.label_field.setPlaceholderText(tr("guests on a Friday night"))
        label = self.field("label", tr("A number, if you count one"), self.label_field)
        before = self.field("before", tr("How many was it before?"), self.before)
        self.inside.addWidget(Pair(tools.theme, label, before))
        label.say(tr("Thirty days later you are asked for the same number."))


class LookBackBox(StormBox):
    """`entered` carries the storm's id, the words and a Decimal or None."""

    entered = Signal(object, object, object)

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        tr = tools.words.tr
        self._view: StormView | None = None
        super().__init__(tools, parent, title=tr("Look back"), keep=tr("Keep it"), icon="check")
        self.setObjectName("storm-look-back-box")
        self._began_as: object = None
        self.text = _edit(self.text_field("look_back", tr("How did it go?")))
        self.after = Line()
        self.number = self.field("after", tr("How many is it now?"), self.after)

    @property
    def is_begun(self) -> bool:
        return self._view is not None and self._typed() != self._began_as

    def begin_for(self, view: StormView) -> None:
        same = self._view is not None and self._view.storm.id == view.storm.id and self.is_begun
        self._view = view
        outcome, old = view.outcome, view.look_back
        counted = outcome is not None and outcome.before is not None
        self.explain(outcome.text if outcome else "")
        self.number.setVisible(counted)
        if outcome is not None and outcome.before is not None:
            before = self.tools.words.tr(
                "%(label)s: %(number)s before", label=outcome.label, number=plain(outcome.before)
            )
            self.number.say(before)
        if not same:
            self.text.setPlainText(old.text if old else "")
            self.after.setText(plain(old.after) if old and old.after is not None else "")
            self._began_as = self._typed()
        self.begin(self.text)

    def taken(self) -> None:
        super().taken()
        self._view = None

    def wanted(self) -> None:
        if self._view is None:
            return
        number = self.after.text().strip()
        after: Decimal | None = read_number(number, "after") if number else None
        self.entered.emit(self._view.storm.id, self.text.toPlainText(), after)

    def field_of(self, field: str) -> str:
        return "look_back" if field == "text" else field

    def _typed(self) -> object:
        return self.text.toPlainText().strip(), self.after.text().strip()


def _edit(field: Field) -> QPlainTextEdit:
    found = field.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found
