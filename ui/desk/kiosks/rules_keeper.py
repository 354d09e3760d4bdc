"""Keeps the rules of the kiosks as they are said: a moment later, several at once as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.shop import Shop
from ui.desk.kiosks.rules_box import RulesBox
from ui.desk.kiosks.verbs import KioskVerbs
from ui.desk.tools import Tools

if TYPE_CHECKING:
    from app.services.owner.owner import Owner

# Five clicks on "more" are one wish.
SAVE_AFTER_MS = 700


class RulesKeeper(QObject):
    """What was said last is saved by `finish` at the latest."""

    def __init__(self, *, tools: Tools, owner: Owner, rules: RulesBox, verbs: KioskVerbs) -> None:
        super().__init__()
        self._tools = tools
        self._owner = owner
        self._rules = rules
        self._verbs = verbs
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_AFTER_MS)
        self._soon.timeout.connect(self._save)
        rules.changed.connect(self._soon.start)
        rules.pin.pin_typed.connect(self._set_pin)
        rules.pin.removal_requested.connect(self._remove_pin)

    def take_shop(self, shop: Shop) -> None:
        """The shop as it is stored now; rules that are about to be saved stay as they were said."""
        if not self._soon.isActive():
            self._rules.show_shop(shop)

    def finish(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._save()

    def _save(self) -> None:
        rules, owner = self._rules, self._owner
        idle_seconds, has_motion, languages = rules.idle_seconds, rules.has_motion, rules.languages

        def work() -> None:
            shop = owner.shop()
            kiosk = replace(shop.kiosk, idle_seconds=idle_seconds, has_motion=has_motion)
            owner.save_shop(replace(shop, kiosk=kiosk, languages=languages))

        self._verbs.do(work, self._tools.words.tr("Saved. Kiosks follow at once."))

    def _set_pin(self, typed: str) -> None:
        def done(_done: object) -> None:
            self._rules.pin.end_typing()
            self._tools.messages.say(self._tools.words.tr("The PIN is set. Kiosks know it at once."))
            self._verbs.after_act()

        self._tools.background.run(lambda: self._owner.set_kiosk_pin(typed), done, self._rules.pin.refuse)

    def _remove_pin(self) -> None:
        self._verbs.do(lambda: self._owner.set_kiosk_pin(None), self._tools.words.tr("The PIN is removed."))
