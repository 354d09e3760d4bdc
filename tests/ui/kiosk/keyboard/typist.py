"""A field without a screen, obeying a keyboard as the real ones do, and a hand that finds keys by what they type."""

from __future__ import annotations

import pytest

from app.paths import resource
from ui.kiosk.keyboard.grid import Key, Kind
from ui.kiosk.keyboard.layouts import load_keyboards
from ui.kiosk.keyboard.model import KeyboardModel
from ui.kiosk.keyboard.text import utf16_length
from ui.kiosk.visit import Visit


class Typist:
    def __init__(self, visit: Visit) -> None:
        self.now = 100.0
        self.model = KeyboardModel(
            visit=visit, keyboards=load_keyboards(resource("keyboards")), monotonic=lambda: self.now
        )
        self.text = ""
        self.model.typed.connect(self._insert)
        self.model.erased.connect(self._erase)
        self.model.cleared.connect(lambda: self._put(""))

    def _insert(self, text: str) -> None:
        self._put(self.text + text)

    def _erase(self) -> None:
        units = self.text.encode("utf-16-le")
        self._put(units[: len(units) - 2 * self.model.stepBack].decode("utf-16-le"))

    def _put(self, text: str) -> None:
        self.text = text
        self.model.follow(text, utf16_length(text))

    def index(self, wanted: str | Kind) -> int:
        for index, key in enumerate(self.model.keys.keys):
            if wanted in (key.kind, *texts_of(key)):
                return index
        pytest.fail(f"no key for {wanted}")

    def tap(self, *keys: str | Kind) -> None:
        for key in keys:
            self.now += 1
            self.model.tap(self.index(key))

    def hold(self, key: str | Kind) -> None:
        self.model.press(self.index(key))
        self.model.hold()

    def label(self, wanted: str | Kind) -> str:
        index = self.model.keys.index(self.index(wanted))
        return str(self.model.keys.data(index))


def texts_of(key: Key) -> tuple[str, str]:
    return key.text, key.shifted
