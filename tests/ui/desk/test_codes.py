"""The QR page: a code is drawn for an address that answers and for no other, and leads where it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app.domain.ledger import Show
from app.domain.notices import Design, PaperSize, SheetKind
from app.services.owner.owner import Owner
from app.settings import Settings
from tests.ui.desk.conftest import ADDRESS, BASE, OpenDesk, ShopNetwork, Told
from tests.ui.desk.hands import find, let_work_end, press, strike, write
from ui.desk.builder import Desk
from ui.desk.codes.page import CodesPage
from ui.desk.codes.place_list import Leads
from ui.desk.window import first_size

PHONE = "192.168.1.77"


def open_codes(desk: Desk) -> CodesPage:
    desk.window.show_page("codes")
    assert desk.codes is not None
    return desk.codes


def label_text(desk: Desk, name: str) -> str:
    found = find(desk, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def test_a_place_is_made_by_its_name(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner) -> None:
    desk = open_shop_desk()
    codes = open_codes(desk)

    press(desk, "new-place")
    write(find(desk, "place-label"), "Counter")
    strike(find(desk, "place-label"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    [placement] = owner.placements()
    assert placement.label == "Counter"
    assert codes.chosen is not None
    assert codes.chosen.link == f"{BASE}/p/{placement.token}"
    qtbot.waitUntil(lambda: codes.mat.sheet.picture is not None)


@pytest.mark.parametrize(("label", "says"), [("", "where the code will hang"), ("Counter", "already a code")])
def test_a_refused_name_is_told_at_the_field_and_kept(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, label: str, says: str
) -> None:
    owner.add_placement("counter")
    desk = open_shop_desk()
    open_codes(desk)
    press(desk, "new-place")
    write(find(desk, "place-label"), label)

    press(desk, "make-place")

    qtbot.waitUntil(lambda: says in label_text(desk, "error-label"))
    field = find(desk, "place-label")
    assert isinstance(field, QLineEdit)
    assert field.text() == label


def test_the_saved_picture_is_read_back(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, told: Told
) -> None:
    placement = owner.add_placement("Counter")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    press(desk, "save-png")
    qtbot.waitUntil(lambda: any("Saved as" in said for said in told.said))

    with Image.open(told.saved[0]) as picture:
        [code] = zxingcpp.read_barcodes(picture)
    assert code.text == f"{BASE}/p/{placement.token}"
    assert owner.placements()[0].address == code.text


def test_the_poster_is_printed_and_its_place_knows_its_address(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, printed: list[bytes]
) -> None:
    owner.add_placement("Counter")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)
    assert codes.chosen is not None
    assert codes.chosen.leads is Leads.NOT_PRINTED

    press(desk, "print-poster")
    qtbot.waitUntil(lambda: len(printed) == 1)
    qtbot.waitUntil(lambda: codes.chosen is not None and codes.chosen.leads is Leads.HERE)

    assert printed[0].startswith(b"%PDF")


def test_svg_and_pdf_are_saved(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, told: Told) -> None:
    owner.add_placement("Counter")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    press(desk, "save-svg")
    press(desk, "save-poster")
    qtbot.waitUntil(lambda: sum("Saved as" in said for said in told.said) == 2)

    by_kind = {Path(path).suffix: path.read_bytes() for path in told.saved}
    assert b"<svg" in by_kind[".svg"]
    assert by_kind[".pdf"].startswith(b"%PDF")


def test_no_code_for_an_address_that_does_not_answer(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, network: ShopNetwork
) -> None:
    owner.add_placement("Counter")
    network.answers = False
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    assert codes.chosen is not None
    assert codes.chosen.link == ""
    assert "does not answer" in label_text(desk, "no-poster")
    assert not find(desk, "print-poster").isEnabled()
    network.answers = True
    press(desk, "probe-again")
    qtbot.waitUntil(lambda: codes.chosen is not None and codes.chosen.link.startswith(BASE))
    assert find(desk, "print-poster").isEnabled()


def test_no_code_for_an_address_that_only_this_computer_knows(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    owner.add_placement("Counter")
    desk = open_shop_desk(Settings(address="http://localhost:8765", theme="light"))
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    assert codes.chosen is not None
    assert codes.chosen.link == ""
    assert "this computer only" in label_text(desk, "no-poster")
    assert "this computer only" in label_text(desk, "address-state")


def test_the_chosen_address_is_kept_and_tried(
    qtbot: QtBot, open_shop_desk: OpenDesk, network: ShopNetwork, kept: list[Settings]
) -> None:
    desk = open_shop_desk()
    open_codes(desk)
    choices = find(desk, "address-choices")
    assert isinstance(choices, QComboBox)
    qtbot.waitUntil(lambda: choices.count() == 4)

    choices.setCurrentIndex(choices.findData("172.17.0.1"))
    qtbot.waitUntil(lambda: "http://172.17.0.1:8765" in network.asked)

    assert kept[-1].address == "172.17.0.1"
    assert "phones do not reach it" in choices.currentText()


def test_a_chosen_address_that_is_gone_is_said_and_not_shown_as_if_it_were_there(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    owner.add_placement("Counter")
    desk = open_shop_desk(Settings(address="192.168.1.99", theme="light"))
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None and codes.chosen.link.startswith(BASE))

    choices = find(desk, "address-choices")
    assert isinstance(choices, QComboBox)
    assert choices.currentText() == "192.168.1.99, no longer here"
    assert "no longer has the address 192.168.1.99" in label_text(desk, "address-state")
    assert f"{BASE} instead" in label_text(desk, "address-state")
    assert "chosen address is gone" in label_text(desk, "server-state")


def test_a_typed_address_has_to_be_whole_and_not_this_computer(
    qtbot: QtBot, open_shop_desk: OpenDesk, kept: list[Settings], network: ShopNetwork
) -> None:
    desk = open_shop_desk()
    open_codes(desk)
    choices, typed = find(desk, "address-choices"), find(desk, "typed-address")
    assert isinstance(choices, QComboBox)
    assert isinstance(typed, QLineEdit)
    choices.setCurrentIndex(choices.count() - 1)

    write(typed, "http://localhost:80")
    strike(typed, Qt.Key.Key_Return)
    assert "not localhost" in label_text(desk, "error-address")
    assert kept == []
    typed.setText("https://ideas.example.com/")
    strike(typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "https://ideas.example.com" in network.asked)

    assert kept[-1].address == "https://ideas.example.com"


def test_phones_reach_me_or_i_am_told_why_not(open_shop_desk: OpenDesk, told: Told) -> None:
    desk = open_shop_desk()
    codes = open_codes(desk)
    codes.begin_test()
    test = codes.test
    assert test is not None
    assert f"{BASE}/reach/{test.token}" in [label.text() for label in test.findChildren(QLabel)]

    press(desk, "nothing-happens")
    words = "\n".join(label.text() for label in test.findChildren(QLabel) if label.isVisible())
    assert "mobile data" in words
    assert "guest" in words
    assert "firewall" in words
    codes.phone_reached("SOMEBODYELSE", PHONE)
    assert "No phone has come yet." in label_text(desk, "reach-state")
    codes.phone_reached(test.token, PHONE)

    assert "It works." in label_text(desk, "reach-state")
    assert not find(desk, "reach-reasons").isVisible()
    assert not find(desk, "nothing-happens").isVisible()
    assert told.said == []
    test.close()


@pytest.mark.parametrize("itself", [ADDRESS, "127.0.0.1", "::1", f"::ffff:{ADDRESS}"])
def test_this_computer_proves_nothing_about_phones(open_shop_desk: OpenDesk, itself: str) -> None:
    desk = open_shop_desk()
    codes = open_codes(desk)
    codes.begin_test()
    assert codes.test is not None

    codes.phone_reached(codes.test.token, itself)
    assert "That was this computer." in label_text(desk, "reach-state")
    codes.phone_reached(codes.test.token, PHONE)

    assert "It works." in label_text(desk, "reach-state")
    codes.test.close()


def test_the_reasons_fit_into_a_small_window(open_shop_desk: OpenDesk) -> None:
    desk = open_shop_desk()
    desk.window.resize(1024, 640)
    codes = open_codes(desk)
    codes.begin_test()
    assert codes.test is not None

    press(desk, "nothing-happens")

    assert codes.test.height() <= 600
    assert find(desk, "reach-reasons").height() >= 120
    codes.test.close()


def test_a_print_that_is_given_up_notes_no_address(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    owner.add_placement("Counter")
    asked: list[Callable[[], None]] = []
    desk = open_shop_desk(printer=lambda _pdf, on_sent, _on_given_up=None: asked.append(on_sent))
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    press(desk, "print-poster")
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert owner.placements()[0].address == ""
    asked[0]()

    qtbot.waitUntil(lambda: codes.chosen is not None and codes.chosen.leads is Leads.HERE)


def test_a_code_that_is_not_printed_after_all_hangs_nowhere(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    owner.add_placement("Counter")
    asked: list[bytes] = []

    def give_up(pdf: bytes, _on_sent: Callable[[], None], on_given_up: Callable[[], None]) -> None:
        asked.append(pdf)
        on_given_up()

    desk = open_shop_desk(printer=give_up)
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    press(desk, "print-poster")
    qtbot.waitUntil(lambda: len(asked) == 1)

    qtbot.waitUntil(lambda: not owner.wall.ledger(show=Show.HANGING).entries)
    assert len(owner.wall.ledger(show=Show.TAKEN_DOWN).entries) == 1


def test_a_file_that_cannot_be_written_notes_no_address(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, told: Told, tmp_path: Path
) -> None:
    (tmp_path / "Poster Counter.pdf").mkdir()
    owner.add_placement("Counter")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    press(desk, "save-poster")
    qtbot.waitUntil(lambda: len(told.warned) == 1)

    assert "could not be saved" in told.warned[0]
    assert owner.placements()[0].address == ""


def test_a_poster_is_saved_under_the_name_of_its_place(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, told: Told, tmp_path: Path
) -> None:
    owner.add_placement("Table 5/6: window?")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    press(desk, "save-poster")

    qtbot.waitUntil(lambda: told.said == [f"Saved as Poster Table 5 6 window.pdf in {tmp_path}"])


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        (QSize(1920, 1040), QSize(1440, 900)),
        (QSize(1366, 728), QSize(1350, 680)),
        (QSize(800, 600), QSize(1000, 600)),
    ],
)
def test_the_window_opens_inside_the_screen(screen: QSize, expected: QSize) -> None:
    assert first_size(screen) == expected


def test_a_desk_beside_another_shows_whether_the_pages_answer(
    qtbot: QtBot, open_shop_desk: OpenDesk, network: ShopNetwork
) -> None:
    desk = open_shop_desk()
    assert desk.server is None
    assert label_text(desk, "server-state") == "Customers reach you at"
    assert not find(desk, "restart-server").isVisible()

    network.answers = False
    desk.reach.look_again()

    qtbot.waitUntil(lambda: "cannot reach you" in label_text(desk, "server-state"))


def choose(desk: Desk, name: str, value: object) -> None:
    box = find(desk, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def pages_of(pdf: bytes) -> list[list[str]]:
    """The codes on each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=150 / 72).to_pil() for page in document]
    finally:
        document.close()
    return [[code.text for code in zxingcpp.read_barcodes(page)] for page in pages]


@pytest.mark.parametrize(
    ("kind", "codes_on_it", "number"),
    [
        ("tent", 2, SheetKind.QR_TENT),
        ("business-card", 10, SheetKind.QR_CARD),
        ("labels", 21, SheetKind.QR_LABELS),
    ],
)
def test_every_kind_is_chosen_printed_and_numbered(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    owner: Owner,
    printed: list[bytes],
    kind: str,
    codes_on_it: int,
    number: SheetKind,
) -> None:
    placement = owner.add_placement("Table 5")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    press(desk, f"code-kind-{kind}")
    press(desk, "code-design-bold")
    press(desk, "print-poster")
    qtbot.waitUntil(lambda: codes.chosen is not None and codes.chosen.leads is Leads.HERE)

    assert pages_of(printed[0]) == [[f"{BASE}/p/{placement.token}"] * codes_on_it]
    [entry] = owner.wall.ledger().entries
    assert (entry.notice.kind, entry.notice.design) == (number, Design.BOLD)


def test_labels_go_on_where_a_sheet_was_begun_and_onto_the_next(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, printed: list[bytes]
) -> None:
    owner.add_placement("Bags")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)
    press(desk, "code-kind-labels")
    choose(desk, "label-format", "3425")
    first, count = find(desk, "label-first"), find(desk, "label-count")
    assert isinstance(first, QSpinBox)
    assert isinstance(count, QSpinBox)

    first.setValue(9)
    assert count.value() == 2
    count.setValue(3)
    qtbot.waitUntil(lambda: "2 sheets" in label_text(desk, "code-pages"))
    press(desk, "print-poster")
    qtbot.waitUntil(lambda: len(printed) == 1)

    assert [len(page) for page in pages_of(printed[0])] == [2, 1]


def test_own_measures_that_do_not_fit_are_told_and_kept(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    owner.add_placement("Bags")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)
    press(desk, "code-kind-labels")
    choose(desk, "label-format", "")
    width = find(desk, "label-width")
    assert isinstance(width, QLineEdit)

    width.clear()
    write(width, "99,5")

    assert "need a sheet 309.5 mm wide" in label_text(desk, "no-poster")
    assert not find(desk, "print-poster").isEnabled()
    assert width.text() == "99,5"
    width.clear()
    write(width, "60")
    qtbot.waitUntil(lambda: find(desk, "print-poster").isEnabled())
    assert label_text(desk, "no-poster") == ""


def test_a_wifi_card_is_asked_for_and_its_password_kept_nowhere(
    qtbot: QtBot,
    open_shop_desk: OpenDesk,
    owner: Owner,
    printed: list[bytes],
    kept: list[Settings],
    tmp_path: Path,
) -> None:
    owner.add_placement("Counter")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)
    press(desk, "code-kind-wifi")
    choose(desk, "code-size", "A6")
    assert "the card will lie here" in label_text(desk, "no-poster")
    assert not find(desk, "print-poster").isEnabled()

    write(find(desk, "wifi-name"), "Linden Guests")
    write(find(desk, "wifi-password"), "short")
    assert "8 to 63 letters" in label_text(desk, "no-poster")
    write(find(desk, "wifi-password"), "bread-canary")
    press(desk, "print-poster")
    qtbot.waitUntil(lambda: len(printed) == 1)

    assert "WIFI:T:WPA;S:Linden Guests;P:shortbread-canary;;" in pages_of(printed[0])[0]
    qtbot.waitUntil(lambda: bool(kept) and kept[-1].guest_wifi == "Linden Guests")
    assert not any(b"bread-canary" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_what_the_owner_says_stands_on_the_sheet(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, printed: list[bytes]
) -> None:
    owner.add_placement("Counter")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    write(find(desk, "code-headline"), "What shall we bake?")
    press(desk, "print-poster")
    qtbot.waitUntil(lambda: len(printed) == 1)

    document = pypdfium2.PdfDocument(printed[0])
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    assert "What shall we bake?" in text


def test_codes_on_paper_with_another_address_are_told_above_the_list(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    for label in ("Counter", "Window", "Table 5"):
        placement = owner.add_placement(label)
        base = BASE if label == "Window" else "http://10.0.0.9:8765"
        owner.note_printed_address(placement.id, f"{base}/p/{placement.token}")
    desk = open_shop_desk()

    open_codes(desk)

    qtbot.waitUntil(lambda: "2 codes on paper carry another address" in label_text(desk, "lost-codes"))


@pytest.mark.parametrize(("size", "percent"), [((1000, 600), 100), ((1000, 600), 200), ((1440, 900), 150)])
def test_whatever_a_place_is_called_the_mat_stays_inside_the_page(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, size: tuple[int, int], percent: int
) -> None:
    owner.add_placement("Table 🥐 " + "W" * 32)
    desk = open_shop_desk(Settings(theme="light", text_percent=percent))
    desk.window.resize(*size)
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    qtbot.waitUntil(lambda: codes.mat.x() + codes.mat.width() <= codes.width())
    fields = codes.mat.fields
    assert fields.mapTo(codes.mat, fields.rect().bottomRight()).x() <= codes.mat.width()


def test_a_sheet_is_chosen_and_printed_by_keyboard_alone(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner, printed: list[bytes]
) -> None:
    owner.add_placement("Counter")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)

    strike(find(desk, "code-kind-tent"), Qt.Key.Key_Space)
    strike(find(desk, "code-design-warm"), Qt.Key.Key_Space)
    strike(find(desk, "code-size"), Qt.Key.Key_Down)
    strike(find(desk, "print-poster"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(printed) == 1)

    [entry] = owner.wall.ledger().entries
    assert (entry.notice.kind, entry.notice.design, entry.notice.size) == (
        SheetKind.QR_TENT,
        Design.WARM,
        PaperSize.A5,
    )
    reached = set()
    here: QWidget | None = codes.rows
    while here is not None and here not in reached:
        reached.add(here)
        here = here.nextInFocusChain()
    names = {each.objectName() for each in reached}
    assert {"code-headline", "code-other-language", "look-closer", "save-poster", "save-svg"} <= names


def test_what_is_no_measure_is_told(qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner) -> None:
    owner.add_placement("Bags")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)
    press(desk, "code-kind-labels")
    choose(desk, "label-format", "")
    columns = find(desk, "label-columns")
    assert isinstance(columns, QLineEdit)

    for typed in ("nan", "1e999"):
        columns.clear()
        write(columns, typed)

        assert "Please write a number" in label_text(desk, "no-poster")


def test_what_was_wrong_a_letter_ago_is_not_told_any_more(
    qtbot: QtBot, open_shop_desk: OpenDesk, owner: Owner
) -> None:
    owner.add_placement("Bags")
    desk = open_shop_desk()
    codes = open_codes(desk)
    qtbot.waitUntil(lambda: codes.chosen is not None)
    press(desk, "code-kind-labels")
    choose(desk, "label-format", "")
    width = find(desk, "label-width")
    assert isinstance(width, QLineEdit)

    width.clear()
    write(width, "9")
    write(width, "95")
    let_work_end(desk, qtbot)
    let_work_end(desk, qtbot)

    assert "mm wide" in label_text(desk, "no-poster")
