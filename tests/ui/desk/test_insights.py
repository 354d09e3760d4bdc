"""Insights at the desk: seen, pointed at, kept and printed by keyboard alone; numbers noted and taken back."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from app.domain.decisions import decide
from app.domain.ideas import Idea, Status
from app.domain.insights import Period
from app.services.owner.owner import Owner
from app.settings import Settings
from tests.pseudo import escaped, pseudo_words
from tests.shop import MORNING, SetClock
from tests.ui.desk.conftest import OpenDesk, Told
from tests.ui.desk.hands import find, let_work_end, press, strike, write
from ui.desk.builder import Desk
from ui.desk.insights.page import InsightsPage
from ui.shared.charts.drawing import Label
from ui.shared.charts.view import ChartView

Put = Callable[..., Idea]


def open_insights(desk: Desk, qtbot: QtBot, period: Period | None = None) -> InsightsPage:
    desk.window.show_page("insights")
    page = desk.window.findChild(InsightsPage)
    assert page is not None
    if period is not None:
        press(desk, f"period-{period.value}")
    qtbot.waitUntil(lambda: page.insights is not None and (period is None or page.insights.period is period))
    let_work_end(desk, qtbot)
    return page


def chart(desk: Desk, key: str) -> ChartView:
    found = find(desk, f"chart-{key}")
    assert isinstance(found, ChartView)
    return found


def carry_out(owner: Owner, put: Put, text: str = "A bowl for dogs") -> Idea:
    idea = put(text)
    owner.answer(idea.id, decide(Status.DONE, "It stands by the door.", today=MORNING.date()))
    return idea


def test_a_shop_without_ideas_is_told_what_will_be_here(qtbot: QtBot, open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()

    page = open_insights(desk, qtbot, Period.ALL)

    assert page.insights is not None
    assert page.insights.arrived == 0
    assert not find(desk, "chart-arrivals").isVisible()


def test_arrow_keys_walk_the_bars_and_each_is_said(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    put("A bench outside")
    put("A bell", at=MORNING - timedelta(weeks=1))
    desk = open_shop_desk()
    open_insights(desk, qtbot, Period.MONTH)
    arrivals = chart(desk, "arrivals")

    strike(arrivals, Qt.Key.Key_Right)
    first = arrivals.said
    for _ in range(3):
        strike(arrivals, Qt.Key.Key_Right)
    last = arrivals.said
    strike(arrivals, Qt.Key.Key_Down)

    assert first == "All ideas, week of 26 October: 0 ideas"
    assert last == "All ideas, week of 16 November: 1 idea"
    assert arrivals.said == "phone form, week of 16 November: 1 idea"
    assert arrivals.accessibleDescription() == arrivals.said
    strike(arrivals, Qt.Key.Key_Escape)
    assert arrivals.said == ""


def test_the_table_shows_the_same_numbers(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    put("A bench outside")
    desk = open_shop_desk()
    open_insights(desk, qtbot, Period.MONTH)

    strike(find(desk, "table-arrivals"), Qt.Key.Key_Space)

    table = find(desk, "insight-arrivals-table")
    assert isinstance(table, QTableWidget)
    cells = [table.item(table.rowCount() - 1, column) for column in range(3)]
    assert [cell.text() for cell in cells if cell] == ["2026-11-16", "1", "1"]
    assert not chart(desk, "arrivals").isVisible()


def test_pictures_tables_and_everything_are_kept_as_files(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, told: Told
) -> None:
    put("=1+1 is what the bench costs")
    put("=1+1 is what the bench costs, again")
    desk = open_shop_desk()
    open_insights(desk, qtbot)

    for name in ("save-picture-arrivals", "save-table-topics", "insights-export"):
        strike(find(desk, name), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(told.said) == 3)

    picture, table, everything = told.saved
    assert picture.read_bytes().startswith(b"<?xml")
    assert b"<script" not in picture.read_bytes()
    assert "bench" in table.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(everything.read_bytes())) as archive:
        assert archive.testzip() is None
        assert {"arrivals.csv", "arrivals.svg", "topics.svg", "wanted.csv", "measures.csv"} <= set(
            archive.namelist()
        )


def test_the_page_is_printed_with_all_that_is_seen(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, printed: list[bytes], tmp_path: Path
) -> None:
    put("A bench outside")
    desk = open_shop_desk()
    open_insights(desk, qtbot)

    strike(find(desk, "insights-print"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.printing.box is not None and desk.printing.box.panel.print.isEnabled())
    strike(find(desk, "print-print"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(printed))

    file = tmp_path / "page.pdf"
    file.write_bytes(printed[0])
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    assert "What your customers told you" in text
    assert "1 idea came." in text
    assert text.count("\f") == 1


def test_a_number_before_and_after_is_noted_by_keyboard_and_taken_back(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, clock: SetClock
) -> None:
    carry_out(owner, put)
    desk = open_shop_desk()
    page = open_insights(desk, qtbot)

    strike(find(desk, "measure-add"), Qt.Key.Key_Space)
    write(find(desk, "shop-measure-label"), "dogs a day")
    write(find(desk, "shop-measure-before"), "1.200")
    strike(find(desk, "shop-measure-before"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(owner.insights.read(Period.ALL).measures))
    (measure,) = owner.insights.read(Period.ALL).measures
    qtbot.waitUntil(lambda: desk.window.findChild(QWidget, f"measure-after-{measure.id.hex}") is not None)
    clock.pass_time(days=31)
    write(find(desk, f"measure-after-{measure.id.hex}"), "1500")
    strike(find(desk, f"measure-after-{measure.id.hex}"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: owner.insights.read(Period.ALL).measures[0].after is not None)

    assert owner.insights.read(Period.ALL).measures[0].change_percent == 25
    desk.undoing.undo()
    qtbot.waitUntil(lambda: owner.insights.read(Period.ALL).measures[0].after is None)
    assert not page.measures.form.isVisible()


@pytest.mark.parametrize(
    ("label", "before", "wrong"), [("", "12", "measure-label"), ("dogs", "many", "measure-before")]
)
def test_what_is_missing_is_said_at_its_field(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, label: str, before: str, wrong: str
) -> None:
    carry_out(owner, put)
    desk = open_shop_desk()
    open_insights(desk, qtbot)
    press(desk, "measure-add")

    write(find(desk, "shop-measure-label"), label)
    write(find(desk, "shop-measure-before"), before)
    press(desk, "measure-keep")

    qtbot.waitUntil(lambda: find(desk, f"error-{wrong}").isVisible())
    assert owner.insights.read(Period.ALL).measures == ()


def test_what_is_wanted_leads_to_its_answer(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    idea = put("A bell at the door")
    desk = open_shop_desk()
    page = open_insights(desk, qtbot)

    page.wanted.idea_requested.emit(idea.id)

    qtbot.waitUntil(lambda: desk.window.page == "inbox")


def test_a_change_elsewhere_is_seen(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put) -> None:
    desk = open_shop_desk()
    page = open_insights(desk, qtbot)

    put("A bell at the door")
    desk.bridge.ask()

    qtbot.waitUntil(lambda: page.insights is not None and page.insights.arrived == 1, timeout=10_000)


@pytest.mark.parametrize(("width", "percent"), [(2560, 100), (1440, 100), (1000, 100), (1000, 200)])
def test_nothing_is_cut_off_at_any_width(
    qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner, width: int, percent: int
) -> None:
    carry_out(owner, put, "Donaudampfschifffahrtsgesellschaftskapitän " * 8)
    desk = open_shop_desk(Settings(theme="light", text_percent=percent))
    desk.window.resize(width, 700)
    page = open_insights(desk, qtbot)

    for part in [*page.sections.values(), page.wanted, page.measures, page.print, page.export]:
        left = part.mapTo(page, part.rect().topLeft()).x()
        assert left >= 0
        assert left + part.width() <= page.width()


def test_every_word_is_translated(qtbot: QtBot, open_shop_desk: OpenDesk, put: Put, owner: Owner) -> None:
    carry_out(owner, put, "bowl")
    desk = open_shop_desk(words=pseudo_words())
    page = open_insights(desk, qtbot)

    shown = [label.text() for label in page.findChildren(QLabel)]
    shown += [button.accessibleName() for button in page.findChildren(QAbstractButton)]
    for view in page.findChildren(ChartView):
        shown += [thing.text for thing in view.drawing.things if isinstance(thing, Label)]
        shown += [spot.said for spot in view.drawing.spots]
    assert len(shown) > 60
    assert [rest for text in shown if (rest := escaped(text, data=("bowl",)))] == []
