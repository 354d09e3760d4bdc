"""Everything the owner says about her shop, field by field. What it shows and reads is a Shop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QCompleter, QListView, QVBoxLayout, QWidget

from app.dates import day_in_words, moment_in_words, short_weekdays
from app.domain.errors import InvalidInput
from app.domain.promise import answer_due
from app.domain.shop import Moderation, Shop
from app.domain.shop_rules import (
    LONGEST_CONTACT_DAYS,
    LONGEST_PROMISE_DAYS,
    SHORTEST_CONTACT_DAYS,
    SHORTEST_PROMISE_DAYS,
    clean_timezone,
    names_in,
)
from app.domain.translation import mark
from app.languages import own_name
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.closed_days import ClosedDays
from ui.desk.shop.colour_box import ColourBox, worn_as
from ui.desk.shop.field import CalmWheel, Field, Line, Pair, Stepper
from ui.desk.shop.hours_box import HoursBox
from ui.desk.shop.logo_box import LogoBox
from ui.desk.shop.logo_keeper import LogoKeeper
from ui.desk.shop.sample import Sample
from ui.desk.shop.timezones import offered_timezones
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.choices import Choice
from ui.shared.labels import hair, label, set_role

FIELD_GAP = 24
MODERATION = {
    Moderation.ALL_WAIT: (mark("Wait for me"), mark("You put each idea up yourself, with one key.")),
    Moderation.PUBLIC_AT_ONCE: (
        mark("At once"),
        mark("Customers see an idea as soon as it is sent. What looks suspicious is held and waits for you."),
    ),
}


class ShopForm(QWidget):
    """`changed` comes with every change by the person, never by `show_shop`."""

    changed = Signal()

    def __init__(
        self, tools: Tools, wheel: CalmWheel, shop: Shop, languages: Sequence[str], logo: LogoKeeper
    ) -> None:
        super().__init__()
        self._tools = tools
        self.logo = LogoBox(tools, logo)
        self._shop = shop
        self._is_filling = False
        self.fields: dict[str, Field] = {}
        self.sample = Sample(tools, logo)
        self._build_parts(wheel, languages)
        self._lay_out()
        self._connect()
        self.closed.start_from(shop.local_date(tools.clock.now()))
        self.show_shop(shop)

    @property
    def shop(self) -> Shop:
        """The shop as the form says it, right or not; what has no field here stays as it was."""
        return replace(
            self._shop,
            name=self.name.text(),
            owner=self.owner.text(),
            colour=self.colours.number.text(),
            open_weekdays=frozenset(day for day, cell in enumerate(self._weekdays) if cell.isChecked()),
            hours=self.hours.hours,
            closed_days=self.closed.days,
            promise_days=self.promise.value(),
            moderation=next(each for each, cell in self._moderation.items() if cell.isChecked()),
            language=str(self.language.currentData()),
            timezone=self.timezone.currentText(),
            public_address=self.public_address.text(),
            staff_names=names_in(self.staff.text()),
            contact_days=self.contact_days.value(),
        )

    def show_shop(self, shop: Shop) -> None:
        """Fill every field; the keyboard and what it is in the middle of stay where they are."""
        self._is_filling = True
        self._shop = shop
        for line, text in (
            (self.name, shop.name),
            (self.owner, shop.owner),
            (self.colours.number, shop.colour),
            (self.public_address, shop.public_address),
            (self.staff, ", ".join(shop.staff_names)),
        ):
            if line.text() != text:
                line.setText(text)
        for day, cell in enumerate(self._weekdays):
            cell.setChecked(day in shop.open_weekdays)
        self.hours.show_hours(shop.hours)
        self.closed.show_days(shop.closed_days)
        self.promise.setValue(shop.promise_days)
        self.contact_days.setValue(shop.contact_days)
        self._moderation[shop.moderation].setChecked(True)
        self._choose_language(shop.language)
        if self.timezone.currentText() != shop.timezone:
            self.timezone.setCurrentText(shop.timezone)
        self._is_filling = False
        self._say_what_it_means()

    def settle_letters(self) -> None:
        """What is typed is saved: Ctrl+Z now means the saved step and no longer single letters."""
        self._is_filling = True
        lines = (self.name, self.owner, self.colours.number, self.staff, self.public_address, self._zone_line)
        for line in lines:
            place = line.cursorPosition()
            line.setText(line.text())
            line.setCursorPosition(place)
        self._is_filling = False

    def show_error(self, field: str, sentence: str) -> Field | None:
        """Under the field that is meant, nowhere else; gives that field."""
        for name, each in self.fields.items():
            each.show_error(sentence if name == field else "")
        return self.fields.get(field)

    def show_more(self, shown: bool) -> None:
        """Beside what every shop says, what few need to change."""
        for part in (self.more, self.fields["hours"], self.fields["closed_days"]):
            part.setVisible(shown)

    def set_sample_inside(self, inside: bool) -> None:
        """The sample stands under the colour where there is no mat for it."""
        if inside and self.sample.parentWidget() is not self._sample_place:
            self._sample_layout.addWidget(self.sample)
            self.sample.show()
        self._sample_place.setVisible(inside)

    # Making

    def _build_parts(self, wheel: CalmWheel, languages: Sequence[str]) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.name, self.owner, self.public_address, self.staff = Line(), Line(), Line(), Line()
        self.staff.setPlaceholderText(tr("Frieda, Jan Kowalski"))
        self.name.setPlaceholderText(tr("What stands over the door"))
        self.owner.setPlaceholderText(tr("As customers call you"))
        self.public_address.setPlaceholderText("https://")
        self.colours = ColourBox(self._tools)
        self._weekdays = [Cell(theme, word) for word in short_weekdays(self._tools.words.language)]
        for day, cell in enumerate(self._weekdays):
            cell.setObjectName(f"weekday-{day}")
        self.hours = HoursBox(self._tools, wheel)
        self.closed = ClosedDays(self._tools, wheel)
        self._stepper = Stepper(self._tools, smallest=SHORTEST_PROMISE_DAYS, largest=LONGEST_PROMISE_DAYS)
        self.promise = self._stepper.number
        self._contact_stepper = Stepper(
            self._tools, smallest=SHORTEST_CONTACT_DAYS, largest=LONGEST_CONTACT_DAYS, step=30
        )
        self.contact_days = self._contact_stepper.number
        self.contact_days.setKeyboardTracking(False)
        self._moderation = {each: Cell(theme, tr(words[0])) for each, words in MODERATION.items()}
        group = QButtonGroup(self)
        for each, cell in self._moderation.items():
            cell.setObjectName(f"moderation-{each.value}")
            group.addButton(cell)
        self.language = Choice(theme)
        for tag in languages:
            self.language.addItem(own_name(tag), tag)
        self.timezone = Choice(theme)
        self._fill_timezones()
        for part in (self.promise, self.contact_days, self.language, self.timezone):
            wheel.hold(part)

    def _fill_timezones(self) -> None:
        self.timezone.setEditable(True)
        # By itself it would be as wide as the longest name of a zone, which large text has no room for.
        self.timezone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._zone_line = Line()
        self.timezone.setLineEdit(self._zone_line)
        self.timezone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.timezone.addItems(offered_timezones())
        completer = QCompleter(self.timezone.model(), self.timezone)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        proposals = QListView()
        set_role(proposals, "proposals")
        completer.setPopup(proposals)
        self.timezone.setCompleter(completer)

    def _lay_out(self) -> None:
        tr = self._tools.words.tr
        self._sample_place = QWidget()
        self._sample_layout = QVBoxLayout(self._sample_place)
        self._sample_layout.setContentsMargins(0, 0, 0, 0)
        self.fields = self._make_fields()
        theme, fields = self._tools.theme, self.fields
        self.more = QWidget()
        more = _column(self.more)
        more.addWidget(hair())
        more.addWidget(fields["moderation"])
        more.addWidget(Pair(theme, fields["timezone"], fields["language"]))
        more.addWidget(fields["staff_names"])
        more.addWidget(fields["public_address"])
        more.addWidget(fields["contact_days"])
        column = _column(self)
        column.addWidget(Pair(theme, fields["name"], fields["owner"]))
        column.addWidget(fields["colour"])
        column.addWidget(fields["logo"])
        column.addWidget(self._sample_place)
        column.addWidget(hair())
        for name in ("open_weekdays", "hours", "closed_days", "promise_days"):
            column.addWidget(fields[name])
        column.addWidget(self.more)
        self._sample_place.setAccessibleName(tr("As customers see it"))

    def _make_fields(self) -> dict[str, Field]:
        theme, tr = self._tools.theme, self._tools.words.tr
        self.erase_person = Button(theme, tr("Erase a person …"), role=UNDERLINED)
        self.erase_person.setObjectName("erase-person")
        weekdays = Flow(theme, self._weekdays)
        moderation = Flow(theme, list(self._moderation.values()))
        promise = Flow(theme, [self._stepper, label(tr("open days at most"))])
        kept = Flow(theme, [self._contact_stepper, label(tr("days")), self.erase_person])
        titles: dict[str, tuple[str, QWidget, QWidget | None]] = {
            "name": (tr("Name of the shop"), self.name, None),
            "owner": (tr("Your first name"), self.owner, None),
            "colour": (tr("Colour"), self.colours.number, self.colours),
            "logo": (tr("Logo"), self.logo.choose, self.logo),
            "open_weekdays": (tr("Open on"), self._weekdays[0], weekdays),
            "hours": (tr("Opening hours"), self.hours, None),
            "closed_days": (tr("Closed days"), self.closed.first, self.closed),
            "promise_days": (tr("Every idea is answered within"), self.promise, promise),
            "moderation": (tr("New ideas come onto the board"), moderation, None),
            "staff_names": (tr("Who works here? What speaks of them waits for you"), self.staff, None),
            "timezone": (tr("Time zone"), self.timezone, None),
            "language": (tr("Language of pages and paper"), self.language, None),
            "public_address": (tr("Public address, if you have one"), self.public_address, None),
            "contact_days": (tr("Customers’ addresses are kept for"), self.contact_days, kept),
        }
        return {name: Field(name, *parts) for name, parts in titles.items()}

    def _connect(self) -> None:
        for line in (self.name, self.owner, self.public_address, self.staff):
            line.textEdited.connect(self._tell)
        self.colours.changed.connect(self._tell)
        for cell in (*self._weekdays, *self._moderation.values()):
            cell.clicked.connect(self._tell)
        self.hours.changed.connect(self._tell)
        self.closed.changed.connect(self._tell)
        self.promise.valueChanged.connect(self._tell)
        self.contact_days.valueChanged.connect(self._tell)
        self.language.currentIndexChanged.connect(self._tell)
        self.timezone.currentTextChanged.connect(self._tell)

    def _choose_language(self, language: str) -> None:
        """A language without a catalogue is kept, for one may come."""
        if self.language.findData(language) < 0:
            self.language.addItem(own_name(language), language)
        self.language.setCurrentIndex(self.language.findData(language))

    # Saying what it means

    def _tell(self) -> None:
        if not self._is_filling:
            self.show_error("", "")
            self._say_what_it_means()
            self.changed.emit()

    def _say_what_it_means(self) -> None:
        shop, words = self.shop, self._tools.words
        self.hours.show_open(shop.open_weekdays)
        self.fields["hours"].say(self.hours.meaning)
        colour = self.colours.colour
        if colour is not None:
            self.sample.show_shop(replace(shop, colour=colour))
            self.fields["colour"].say(worn_as(colour, words))
        self.fields["owner"].say(words.tr("Signs your answers, on pages and paper."))
        self.fields["logo"].say(words.tr("Stands beside the name on pages and paper. Changes at once."))
        self.fields["moderation"].say(words.tr(MODERATION[shop.moderation][1]))
        self.fields["language"].say(
            words.tr("This desk and what it prints follow when Teacup is opened again.")
        )
        self.fields["public_address"].say(
            words.tr(
                "Where customers reach your pages on the internet. It then stands on codes and notices "
                "instead of this computer’s own address."
            )
        )
        self.fields["contact_days"].say(
            words.tr("Whoever wants to hear of the answer leaves one. It then goes by itself.")
        )
        self._say_times(shop)

    def _say_times(self, shop: Shop) -> None:
        """What needs the clock of the shop, and so a time zone that is one."""
        words, now = self._tools.words, self._tools.clock.now()
        try:
            zoned = replace(shop, timezone=clean_timezone(shop.timezone))
        except InvalidInput:
            self.fields["timezone"].say("")
            return
        there = moment_in_words(now, words.language, zoned.timezone)
        self.fields["timezone"].say(words.tr("It is %(moment)s there now.", moment=there))
        if zoned.open_weekdays:
            due = day_in_words(answer_due(zoned, now), words.language)
            self.fields["promise_days"].say(
                words.tr("An idea of today is answered by %(day)s at the latest.", day=due)
            )


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(FIELD_GAP)
    return made
