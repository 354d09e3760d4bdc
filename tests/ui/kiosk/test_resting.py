"""A kiosk that cannot open its file, and one on a machine without a single font."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.domain.errors import StorageProblem
from app.kiosk.problems import FULL
from app.paths import resource
from app.words import load_words
from tests.making import SetClock
from tests.ui.kiosk.test_kiosk_program import ROOT, SOON_SECONDS
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.builder import RestingKiosk, Surroundings
from ui.kiosk.kiosk import Page

CORNER = QPoint(20, 20)
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{}</cachedir></fontconfig>'
SHOWN = "Tea Größe Ελλη Жук شاي चाय"


@pytest.fixture
def resting(clock: SetClock, qtbot: QtBot) -> Iterator[RestingKiosk]:
    around = Surroundings(
        load_words=lambda language: load_words(language, resource("translations")),
        language="en",
        clock=clock,
        version=lambda: "0",
        again=lambda: pytest.fail("the kiosk wants to be started again"),
    )
    opened = RestingKiosk(StorageProblem(FULL), around)
    with qtbot.waitSignal(opened.front.began):
        opened.show()
    yield opened
    opened.close()


def test_on_a_full_disk_it_rests_says_why_and_can_be_closed(resting: RestingKiosk, qtbot: QtBot) -> None:
    visitor = Visitor(resting, qtbot)
    visitor.wait_for(Page.DISCONNECTED)
    assert "This board is resting." in visitor.texts()
    assert FULL in visitor.texts()

    visitor.touch_down(CORNER)
    visitor.wait_for(Page.LEAVING)
    visitor.lift(CORNER)

    with qtbot.waitSignal(resting.front.left):
        visitor.tap("closeTeacup")


@pytest.mark.skipif(sys.platform != "linux", reason="fonts are found by fontconfig")
def test_a_machine_without_fonts_still_draws_our_own(tmp_path: Path) -> None:
    rules = tmp_path / "fonts.conf"
    rules.write_text(NO_FONTS.format(tmp_path))
    program = (
        "from PySide6.QtGui import QGuiApplication; app = QGuiApplication([])\n"
        "from ui.shared.fonts import missing_letters\n"
        f"assert missing_letters({SHOWN!r}) == ()\n"
        "from ui.main import main\n"
        f"raise SystemExit(main(['--data', {str(tmp_path / 'kiosk')!r}, 'kiosk', '--windowed', '--watched']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={
            **os.environ,
            "FONTCONFIG_FILE": str(rules),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_QUICK_BACKEND": "software",
        },
        stdin=subprocess.DEVNULL,  # its watchdog is gone: it opens, and ends
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=SOON_SECONDS,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "The kiosk is open." in (tmp_path / "kiosk" / "logs" / "kiosk.log").read_text()
