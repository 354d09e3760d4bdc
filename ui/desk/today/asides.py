"""The parts at the side of the day: sheets, kiosks, backups, the promise; `SideColumn` orders them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dates import ago_in_words
from app.domain.backups import is_backup_missed
from app.services.owner.today import Overview
from app.words import Words
from ui.desk.kiosks.wording import seen_words
from ui.desk.today import wording
from ui.desk.today.aside import Aside, SmallSheets, Squares
from ui.desk.today.day import Day
from ui.desk.today.storm_aside import StormAside
from ui.desk.tools import Tools
from ui.shared.labels import label

LINES_AT_MOST = 4
STORMS_AT_MOST = 3
BOTH = 2


class UntrueSheets(Aside):
    """What hangs and says what is not so any more; it can be printed as it is now."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "untrue", is_alarm=True, icon="print")
        self._sheets = SmallSheets(tools.theme)
        self._why = label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._sheets)
        row.addWidget(self._why, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def show_day(self, day: Day) -> bool:
        overview, words = day.overview, self.tools.words
        sheets = overview.untrue
        self.title.setText(wording.untrue_title(len(sheets), words))
        self._sheets.show_count(len(sheets))
        whys = [wording.why(sheet, overview.today, words) for sheet in sheets]
        self._why.setText("\n".join(_a_few(whys, words)))
        spelled = wording.number(len(sheets), words)
        self.offer(
            words.tr("Print it again")
            if len(sheets) == 1
            else words.tr("Print both again")
            if len(sheets) == BOTH
            else words.tr("Print all %(number)s again", number=spelled)
        )
        return bool(sheets)


class SheetsToTakeDown(Aside):
    """What has hung long enough, or has nothing left to say."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "take-down", icon="check")
        self._why = label("", "small", wrap=True)
        self.body.addWidget(self._why)

    def show_day(self, day: Day) -> bool:
        overview, words = day.overview, self.tools.words
        sheets, count = overview.done_hanging, len(overview.done_hanging)
        spelled = wording.number(count, words)
        title = words.trn("%(number)s sheet comes down", "%(number)s sheets come down", count, number=spelled)
        self.title.setText(wording.large(title))
        whys = [wording.why(sheet, overview.today, words) for sheet in sheets]
        self._why.setText("\n".join(_a_few(whys, words)))
        self.offer(
            words.tr("It is down")
            if count == 1
            else words.tr("Both are down")
            if count == BOTH
            else words.tr("All %(number)s are down", number=spelled)
        )
        return bool(sheets)


class MissedKiosks(Aside):
    """Kiosks that were away for hours while the shop was open."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "kiosks", is_alarm=True)
        self._told = label("", "small", wrap=True)
        self.body.addWidget(self._told)

    def show_day(self, day: Day) -> bool:
        overview, words = day.overview, self.tools.words
        missed = overview.missed
        if len(missed) == 1:
            self.title.setText(words.tr("“%(kiosk)s” is not there", kiosk=missed[0].name))
        else:
            spelled = wording.number(len(missed), words)
            title = words.trn(
                "%(number)s kiosk is not there",
                "%(number)s kiosks are not there",
                len(missed),
                number=spelled,
            )
            self.title.setText(wording.large(title))
        self._told.setText("\n".join(_a_few(_tell_kiosks(overview, words), words)))
        self.offer(words.tr("Look at the kiosks"))
        return bool(missed)


class SetAsides(Aside):
    """What kiosks accepted and could not deliver."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "set-asides")
        self._told = label(tools.words.tr("A kiosk could not deliver it."), "small", wrap=True)
        self.body.addWidget(self._told)

    def show_day(self, day: Day) -> bool:
        words, count = self.tools.words, day.overview.set_asides
        spelled = wording.number(count, words)
        title = words.trn("%(number)s thing was set aside", "%(number)s things were set aside", count,
                          number=spelled)  # fmt: skip
        self.title.setText(wording.large(title))
        self.offer(words.tr("Look at it") if count == 1 else words.tr("Look at them"))
        return bool(count)


class ThanksOwed(Aside):
    """Who wrote, was decided on, and has not been thanked yet."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "thanks", icon="heart")
        self._told = label("", "small", wrap=True)
        self.body.addWidget(self._told)

    def show_day(self, day: Day) -> bool:
        words, page = self.tools.words, day.overview.thanks
        count = len(page.people)
        self.title.setText(
            words.trn(
                "Thanks still owed to %(number)s",
                "Thanks still owed to %(number)s",
                page.total,
                number=wording.number(page.total, words),
            )
        )
        lines = [wording.owed_words(owed, day.overview, words) for owed in page.people]
        if page.total > count:
            lines.append(words.trn("and %(count)s more", "and %(count)s more", page.total - count))
        self._told.setText("\n".join(lines))
        self.offer(
            words.tr("Print a card")
            if count == 1
            else words.tr("Print %(number)s cards", number=wording.number(count, words))
        )
        return bool(count)


class OldBackup(Aside):
    """Said only when the last backup of the shop is too old, or there is none."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "backup", is_alarm=True, icon="save")
        self._told = label(
            tools.words.tr("A backup keeps everything safe when this computer breaks. It takes a moment."),
            "small",
            wrap=True,
        )
        self.body.addWidget(self._told)

    def show_day(self, day: Day) -> bool:
        words, now = self.tools.words, day.overview.at
        if not is_backup_missed(day.backed_up_at, day.overview.first_idea_at, now):
            return False
        if day.backed_up_at is None:
            self.title.setText(words.tr("There is no backup of your shop yet"))
        else:
            ago = ago_in_words((now - day.backed_up_at).days, words.language)
            self.title.setText(words.tr("The last backup was made %(ago)s", ago=ago))
        self.offer(words.tr("Make a backup now"))
        return True


class Promise(Aside):
    """How the promise was kept lately."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, "promise")
        self._squares = Squares(tools.theme)
        self._told = label("", "small", wrap=True)
        self.body.setSpacing(8)
        self.body.addWidget(self._squares)
        self.body.addWidget(self._told)

    def show_day(self, day: Day) -> bool:
        words, record = self.tools.words, day.overview.record
        self.title.setText(wording.promise_title(day.overview.shop, words))
        told = wording.record_words(record, words)
        self._told.setText(told)
        self._squares.show_kept(record.kept, told)
        self._squares.setVisible(bool(record.kept))
        return True


class SideColumn(QWidget):
    """The asides under each other; a hairline stands between those that are seen."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.untrue = UntrueSheets(tools)
        self.take_down = SheetsToTakeDown(tools)
        self.kiosks = MissedKiosks(tools)
        self.set_asides = SetAsides(tools)
        self.storms = [StormAside(tools, place) for place in range(STORMS_AT_MOST)]
        self.thanks = ThanksOwed(tools)
        self.backup = OldBackup(tools)
        self.promise = Promise(tools)
        self.asides: list[Aside] = [
            self.untrue,
            self.take_down,
            self.kiosks,
            self.set_asides,
            *self.storms,
            self.thanks,
            self.backup,
            self.promise,
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for aside in self.asides:
            aside.hide()
            column.addWidget(aside)
        column.addStretch()

    def show_day(self, day: Day) -> None:
        shown = [aside for aside in self.asides if aside.show_day(day)]
        for aside in self.asides:
            aside.part(aside in shown[1:])
            aside.setVisible(aside in shown)

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard reaches here."""
        return [aside.button for aside in self.asides if not aside.isHidden() and not aside.button.isHidden()]


def backup_words(made_at: datetime | None, overview: Overview, words: Words) -> str:
    """ "Last backup 10:00, tested": each is opened and counted before it gets its name."""
    if made_at is None:
        return words.tr("No backup yet")
    shop = overview.shop
    made_on = shop.local_date(made_at)
    if made_on == overview.today:
        at = f"{shop.local_time(made_at):%H:%M}"
        return words.tr("Last backup %(time)s, tested", time=at)
    day = wording.day_of(made_on, overview.today, words)
    return words.tr("Last backup %(day)s, tested", day=day)


def _tell_kiosks(overview: Overview, words: Words) -> list[str]:
    zone = overview.shop.timezone
    several = len(overview.missed) > 1
    lines = []
    for kiosk in overview.missed:
        seen = seen_words(kiosk, overview.at, words, zone) or words.tr("Never seen yet.")
        waits = words.trn(
            "%(count)s idea or vote waits in it.", "%(count)s ideas and votes wait in it.", kiosk.outbox
        )
        told = f"{seen} {waits}" if kiosk.outbox else seen
        lines.append(f"{kiosk.name}: {told}" if several else told)
    return lines


def _a_few(lines: list[str], words: Words) -> list[str]:
    more = len(lines) - LINES_AT_MOST
    if more <= 0:
        return lines
    return [*lines[:LINES_AT_MOST], words.trn("and %(count)s more", "and %(count)s more", more)]
