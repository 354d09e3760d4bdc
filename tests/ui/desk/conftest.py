"""A desk on a real database, with a printer, a network and message boxes that we can look into."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.addresses import MachineAddress, Network
from app.domain.errors import AppError
from app.domain.ideas import Idea, Visibility
from app.domain.journal import Actor
from app.paths import DataFolder
from app.services.owner.owner import Owner
from app.settings import Settings
from app.storage.database import Database
from app.storage.stores import Stores
from app.words import Words, load_words
from tests.housekeeping import Computer, make_housekeeping
from tests.shop import SetClock, make_idea
from ui.desk.builder import Desk, open_desk
from ui.desk.pages import INBOX
from ui.desk.paperwork import SendToPrinter
from ui.desk.printing.viewing import Viewer
from ui.desk.settings.housekeeping import Housekeeping
from ui.desk.surroundings import Surroundings

ADDRESS = "192.168.1.20"
PORT = 8765
TLS_PORT = 8766
FINGERPRINT = bytes(range(32))
BASE = f"http://{ADDRESS}:{PORT}"


class Told:
    """What the person was told and asked; a file is always saved in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.warned: list[str] = []
        self.bugs: list[str] = []
        self.saved: list[Path] = []
        self.saves_nothing = False
        self.picture = folder / "picture.png"
        self.file = folder / "file"
        self.asked: list[tuple[str, Callable[[], None]]] = []
        self.offered: list[tuple[str, dict[str, Callable[[], None]]]] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def warn(self, text: str) -> None:
        self.warned.append(text)

    def report_bug(self, report: str) -> None:
        self.bugs.append(report)

    def ask(self, question: str, yes: str, on_yes: Callable[[], None]) -> None:
        assert yes
        self.asked.append((question, on_yes))

    def choose(self, question: str, choices: Sequence[tuple[str, Callable[[], None]]]) -> None:
        self.offered.append((question, dict(choices)))

    def ask_where_to_save(
        self,
        name: str,
        kind: str,
        on_chosen: Callable[[Path], None],
        on_given_up: Callable[[], None] = lambda: None,
    ) -> None:
        assert f"*{Path(name).suffix}" in kind
        if self.saves_nothing:
            on_given_up()
            return
        self.saved.append(self.folder / name)
        on_chosen(self.folder / name)

    def ask_for_picture(self, kind: str, on_chosen: Callable[[Path], None]) -> None:
        assert "*.png" in kind
        on_chosen(self.picture)

    def ask_for_file(self, title: str, kind: str, on_chosen: Callable[[Path], None]) -> None:
        assert title
        assert f"*{self.file.suffix}" in kind
        on_chosen(self.file)


class ShopNetwork:
    """The network as the desk sees it: its addresses, and whether the chosen one answers."""

    def __init__(self) -> None:
        self.answers = True
        self.asked: list[str] = []

    def addresses(self) -> list[MachineAddress]:
        return [
            MachineAddress(
                address=ADDRESS, interface="eth0", network=Network.WIRED, is_way_out=True, is_private=True
            ),
            MachineAddress(
                address="172.17.0.1",
                interface="docker0",
                network=Network.VIRTUAL,
                is_way_out=False,
                is_private=True,
            ),
        ]

    def probe(self, address: str) -> bool:
        self.asked.append(address)
        return self.answers


class OpenedFiles:
    """What other programs were asked to show, and whether there is one that does."""

    def __init__(self) -> None:
        self.has_program = True
        self.paths: list[Path] = []

    def open(self, path: Path) -> bool:
        self.paths.append(path)
        return self.has_program


class KioskProgram:
    """The program of a kiosk on this computer: with what it was started, and whether it can be."""

    def __init__(self) -> None:
        self.screens = 2
        self.problem: AppError | None = None
        self.opened: list[tuple[str, str]] = []

    def open(self, address: str, code: str) -> None:
        if self.problem is not None:
            raise self.problem
        self.opened.append((address, code))


@pytest.fixture(autouse=True)
def _sweep() -> Iterator[None]:
    """A closed desk's widgets are collected here and not by chance on the next desk's worker thread."""
    yield
    gc.collect()


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def database(tmp_path: Path, clock: SetClock) -> Iterator[Database]:
    opened = Database.open(DataFolder(tmp_path / "shop"), clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def owner(database: Database, clock: SetClock) -> Owner:
    made = Owner(seam=database, clock=clock)
    made.save_shop(replace(made.shop(), name="Linden Street Bakery", owner="Marta"))
    return made


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path)


@pytest.fixture
def network() -> ShopNetwork:
    return ShopNetwork()


@pytest.fixture
def kiosk_program() -> KioskProgram:
    return KioskProgram()


@pytest.fixture
def printed() -> list[bytes]:
    return []


@pytest.fixture
def opened_files() -> OpenedFiles:
    return OpenedFiles()


@pytest.fixture
def kept() -> list[Settings]:
    """The settings that were written to the file."""
    return []


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def housekeeping(database: Database, tmp_path: Path, clock: SetClock, computer: Computer) -> Housekeeping:
    return make_housekeeping(database, DataFolder(tmp_path / "shop"), clock, computer)


OpenDesk = Callable[..., Desk]


@pytest.fixture
def open_shop_desk(
    qtbot: QtBot,
    qapp: QApplication,
    owner: Owner,
    clock: SetClock,
    told: Told,
    network: ShopNetwork,
    kiosk_program: KioskProgram,
    printed: list[bytes],
    kept: list[Settings],
    housekeeping: Housekeeping,
    tmp_path: Path,
    opened_files: OpenedFiles,
) -> Iterator[OpenDesk]:
    opened: list[Desk] = []

    def print_at_once(
        pdf: bytes, on_sent: Callable[[], None], _on_given_up: Callable[[], None] = lambda: None
    ) -> None:
        printed.append(pdf)
        on_sent()

    def open_it(
        settings: Settings | None = None,
        words: Words | None = None,
        printer: SendToPrinter | None = None,
        asks_system: bool = False,
        page: str = INBOX,
        **around: Any,
    ) -> Desk:
        """Most tests are about the inbox or go elsewhere from there; `page` is empty to stay where it opens.
        `asks_system`: printing opens the system's own dialog."""
        desk = open_desk(
            app=qapp,
            owner=owner,
            words=words or load_words("en", Path("nowhere")),
            clock=clock,
            settings=settings or Settings(theme="light"),
            save_settings=kept.append,
            serve_command=(),
            version="0.1",
            surroundings=Surroundings(
                addresses=network.addresses,
                probe=network.probe,
                fingerprint=lambda: FINGERPRINT,
                open_kiosk=kiosk_program.open,
                screens=lambda: kiosk_program.screens,
                send_to_printer=None if asks_system else printer or print_at_once,
                viewer=Viewer(tmp_path / "to-look-at", opened_files.open),
                messages=told,
                **around,
            ),
            housekeeping=housekeeping,
        )
        opened.append(desk)
        qtbot.addWidget(desk.window)
        desk.window.resize(1440, 900)
        desk.show()
        if page and not around:
            desk.window.show_page(page)
        desk.reach.server_runs(PORT, TLS_PORT)
        qtbot.waitUntil(lambda: desk.reach.answer.value != "unknown")
        return desk

    yield open_it
    while opened:
        desk = opened.pop()
        desk.window.ask_before_closing(lambda: True)
        desk.window.close()
        desk.close()
    assert told.bugs == []


@pytest.fixture
def put(database: Database) -> Callable[..., Idea]:
    """Puts an idea into the database as the server would, journal and all."""

    def put_one(text: str = "Open at seven on Fridays", **more: object) -> Idea:
        idea = make_idea(text, **more)  # type: ignore[arg-type]
        database.write(lambda stores: come_in(stores, idea))
        return idea

    return put_one


def come_in(stores: Stores, idea: Idea) -> None:
    stores.ideas.add(idea, contact=None)
    stores.journal.append(
        actor=Actor.CUSTOMER,
        verb="submit",
        subject=idea.id,
        board=idea.visibility is Visibility.PUBLIC,
    )
