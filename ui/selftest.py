"""`teacup --selftest`: proves, off screen and in a folder of its own, that this program is whole.

For bundles: whatever a bundle forgot to take along fails here and not in the shop. One line a check.
"""

from __future__ import annotations

import pkgutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from urllib.request import ProxyHandler, build_opener

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent
from PySide6.QtWidgets import QApplication

import ui.kiosk
from app.domain.clock import SystemClock
from app.domain.ideas import Status
from app.domain.likeness import is_twin
from app.domain.notices import NoticeContent, PaperSize
from app.kiosk.core import KioskCore
from app.opening import open_owners_shop
from app.paths import DataFolder, resource
from app.program import own_command, program_version
from app.sample import make_sample_shop
from app.web.child import Problem, ServerChild
from app.web.control import Serving
from app.words import load_words
from app.works import LICENCES, own_licence, works
from ui.desk_program import make_desk
from ui.kiosk.builder import OpenKiosk, Surroundings
from ui.kiosk.loading import QML_FOLDER, make_engine
from ui.paper.notice import draw_notice
from ui.paper.printing import page_count, pdf_picture
from ui.shared.platform import go_offscreen

ARABIC = "هل يمكن كتابة قائمة الأسعار بحروف أكبر؟"
PATIENCE_SECONDS = 30.0
FEWEST_COLOURS = 8


class CheckFailed(Exception):
    """What was found instead of what should be there."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where the checks happen. The shop in `folder` is made by the first of them."""

    app: QApplication
    folder: DataFolder


def run_selftest(say: Callable[[str], None]) -> int:
    """Do every check, also after one failed; gives the exit status. `say` gets one line a check."""
    go_offscreen()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="teacup-selftest-", ignore_cleanup_errors=True) as root:
        room = Room(app, DataFolder(Path(root, "shop")))
        results = [_passes(name, check, room, say) for name, check in CHECKS.items()]
    return 0 if all(results) else 1


def _passes(name: str, check: Callable[[Room], str], room: Room, say: Callable[[str], None]) -> bool:
    try:
        found = check(room)
    except Exception as error:  # whatever a bundle lacks shows in its own way; all of it is a failed check
        say(f"FAILED  {name}: {error}")
        traceback.print_exc()
        return False
    say(f"ok  {name}: {found}")
    return True


def check_database(room: Room) -> str:
    """Make one, fill it, close it, open it again."""
    make_sample_shop(room.folder, datetime.now(UTC), resource("sample", "linden-street-bakery.toml"))
    with open_owners_shop(room.folder) as shop:
        return f"the sample shop has {shop.owner.counts().all} ideas"


def check_desk(room: Room) -> str:
    """Each page has more on it than an empty window."""
    with open_owners_shop(room.folder) as shop:
        desk = make_desk(room.app, shop, serve=())
        desk.show()
        try:
            for name in desk.window.page_names:
                desk.window.show_page(name)
                _must_be_drawn(desk.window.grab().toImage())
            pages, size = len(desk.window.page_names), desk.window.size()
        finally:
            desk.window.close()
            desk.close()
    return f"{pages} pages drawn on {size.width()} by {size.height()}"


def check_kiosk(room: Room) -> str:
    """A new kiosk asks to be paired: its QML is there, its keys are drawn."""
    with closing(_open_kiosk(room)) as kiosk:
        kiosk.show()
        picture = kiosk.front.window.grabWindow()
    _must_be_drawn(picture)
    return f"drawn on {picture.width()} by {picture.height()}"


def check_qml(_room: Room) -> str:
    """Every file of the kiosk's QML can be read, with all it imports."""
    for module in pkgutil.walk_packages(ui.kiosk.__path__, "ui.kiosk."):
        # QML knows the types of those that are imported.
        import_module(module.name)
    engine = make_engine()
    files = sorted(QML_FOLDER.rglob("*.qml"))
    if not files:
        raise CheckFailed("There is no QML.")
    for file in files:
        component = QQmlComponent(engine, QUrl.fromLocalFile(str(file)))
        if component.isError():
            raise CheckFailed(component.errorString())
    return f"{len(files)} files read"


def check_likeness(_room: Room) -> str:
    """What says nearly the same is found, by the fast library."""
    if not is_twin("Open earlier on Sundays", "On Sundays open earlier"):
        raise CheckFailed("Two ideas that say the same were not found to.")
    return "two ideas that say the same are found"


def check_licences(_room: Room) -> str:
    """The licence of everything that comes along can be read."""
    mute = [work.name for work in works() if not work.licence_text()]
    if mute or not own_licence().is_file() or len(works()) < len(LICENCES):
        raise CheckFailed(f"There is no licence text of {', '.join(mute) or 'some work'}.")
    return f"the licences of {len(works())} works are here"


def check_paper(_room: Room) -> str:
    """A notice with an Arabic line, as PDF and read back as a picture."""
    pdf = draw_notice(_arabic_notice(), PaperSize.A5, load_words("en", resource("translations")))
    _must_be_drawn(pdf_picture(pdf, 0, 60))
    return f"a notice in Arabic on {page_count(pdf)} page, {len(pdf):,} bytes"


def check_server(room: Room) -> str:
    """A child of this very program serves one page and stops when asked."""
    with _served(room.folder) as serving:
        opener = build_opener(ProxyHandler({}))
        with opener.open(f"{serving.http_address}/", timeout=PATIENCE_SECONDS) as answer:
            page: bytes = answer.read()
    if b"Linden Street Bakery" not in page:
        raise CheckFailed("The board does not name the shop.")
    return f"the board in {len(page):,} bytes from port {serving.port}"


CHECKS: dict[str, Callable[[Room], str]] = {
    "database": check_database,
    "desk": check_desk,
    "qml": check_qml,
    "kiosk": check_kiosk,
    "likeness": check_likeness,
    "licences": check_licences,
    "paper": check_paper,
    "server": check_server,
}


@contextmanager
def _served(folder: DataFolder) -> Iterator[Serving]:
    heard: SimpleQueue[Serving | str] = SimpleQueue()
    child = ServerChild(
        own_command("--data", str(folder.root), "serve", "--host", "127.0.0.1", "--port", "0"),
        on_ready=heard.put,
        on_message=lambda message: heard.put(message.sentence) if isinstance(message, Problem) else None,
        on_exit=lambda status: heard.put(f"it ended with status {status}"),
    )
    child.start()
    try:
        serving = heard.get(timeout=PATIENCE_SECONDS)
        if isinstance(serving, str):
            raise CheckFailed(f"The server did not start: {serving}")
        yield serving
    finally:
        status = child.stop()
    if status != 0:
        raise CheckFailed(f"The server ended with status {status}.")


def _open_kiosk(room: Room) -> OpenKiosk:
    clock = SystemClock()
    folder = room.folder.root.with_name("kiosk")
    folder.mkdir()
    around = Surroundings(
        load_words=lambda language: load_words(language, resource("translations")),
        language="en",
        clock=clock,
        version=program_version,
        again=lambda: None,
    )
    return OpenKiosk(KioskCore.open(folder, clock=clock), around)


def _must_be_drawn(picture: QImage) -> None:
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)
    }
    if len(colours) < FEWEST_COLOURS:
        raise CheckFailed(f"The picture has only {len(colours)} colours.")


def _arabic_notice() -> NoticeContent:
    return NoticeContent(
        shop_name="Linden Street Bakery",
        shop_colour="#8F3A1B",
        language="en",
        idea_text=ARABIC,
        idea_name="ليلى",
        others=29,
        answer="The new list hangs, letters twice as big.",
        reason="",
        signed="Marta",
        status=Status.DONE,
        until=None,
        answered_on=date(2026, 11, 2),
        printed_on=date(2026, 11, 2),
        take_down_on=date(2026, 12, 2),
        number=137,
        address="http://192.168.178.31:8765/i/0193545b1f7c7d4c9d1c0e2f3a4b5c6d",
    )
