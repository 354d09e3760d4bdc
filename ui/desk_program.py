"""`teacup`: the owner's desk as a program, from the data folder to the closed window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.domain.clock import SystemClock
from app.domain.errors import AppError, DamagedData
from app.domain.shop import Shop
from app.domain.translation import mark
from app.logs import keep_log
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.program import own_command, program_version
from app.services.owner.keeping import go_back, newest_good_backup
from app.settings import SettingsFile
from app.words import Words, available_languages, load_words
from ui.desk.builder import Desk, open_desk
from ui.desk.only_window import OnlyWindow, bring_forward
from ui.desk.real_housekeeping import real_housekeeping
from ui.desk.start.defaults import system_language
from ui.desk.surroundings import real_surroundings
from ui.shared.messages import ask_without_window
from ui.shared.platform import has_screen
from ui.shared.program_icon import dress_program

if TYPE_CHECKING:
    from app.reach import Ports

KEPT_ASIDE = mark(
    "The settings of this computer could not be read, so the usual ones are used. What the file said is kept "
    "in %(file)s."
)
NO_SCREEN = mark("There is no screen here. Try `teacup serve`, which needs none, or `teacup demo`.")
Ask = Callable[[str, str | None], bool]


def application() -> QApplication:
    """Raises AppError when there is no screen."""
    if not has_screen():
        raise AppError(NO_SCREEN)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    return app


def tell(problem: AppError) -> None:
    """In a box of its own, where there is no window yet or no more."""
    ask_without_window(load_words("en", resource("translations")).error(problem), None)


def run_desk(
    folder: DataFolder, *, another: bool = False, leave_sample: Callable[[], None] | None = None
) -> int:
    """Show the desk until its window is closed; gives the exit status. A desk that is open on this folder
    already comes to the front instead, unless `another` is wanted beside it.

    `leave_sample` is given for a sample shop: its desk calls it when its person wants her own shop. Raises
    AppError when there is no screen. A data folder that cannot be opened is told in a window, with the newest
    good backup offered when the data is damaged.
    """
    app = application()
    if not another and bring_forward(folder.root):
        return 0
    only = None if another else OnlyWindow(folder.root)
    try:
        return _run_opened(app, folder, only, leave_sample)
    except AppError as problem:
        if not rescue(folder, problem, ask_without_window):
            return 1
    return _run_opened(app, folder, only, leave_sample)


def rescue(folder: DataFolder, problem: AppError, ask: Ask) -> bool:
    """Tell why the data cannot be opened; when it is damaged and a good backup is there, offer that.

    True when the backup was taken: the damaged data is kept beside it, and opening can be tried again.
    """
    words = load_words("en", resource("translations"))
    good = newest_good_backup(folder) if isinstance(problem, DamagedData) else None
    offer = words.tr("Go back to this backup") if good else None
    if not ask(words.error(problem), offer) or good is None:
        return False
    try:
        go_back(folder, good.path, SystemClock())
    except AppError as refused:
        ask(words.error(refused), None)
        return False
    return True


def make_desk(
    app: QApplication,
    shop: OwnersShop,
    *,
    serve: Sequence[str],
    leave_sample: Callable[[], None] | None = None,
) -> Desk:
    """The desk of an opened shop, not yet shown; `serve` is the command that starts the customers' server."""
    file = SettingsFile(shop.folder.settings)
    return open_desk(
        app=app,
        owner=shop.owner,
        words=words_of(shop.owner.shop()),
        clock=SystemClock(),
        settings=file.load(),
        save_settings=file.save,
        serve_command=serve,
        version=program_version(),
        surroundings=real_surroundings(shop.folder, leave_sample),
        housekeeping=real_housekeeping(shop),
    )


def words_of(shop: Shop) -> Words:
    """What the desk speaks: the shop's language, or this computer's while nobody has named the shop yet."""
    folder, language = resource("translations"), shop.language
    if shop.is_unnamed:
        language = system_language(available_languages(folder)) or language
    return load_words(language, folder)


def find_server(folder: DataFolder) -> Ports | None:
    """The ports of a server that serves this folder already: a second desk uses that one."""
    if not folder.serving.exists():
        return None
    # What asks over the network is imported only now: the first frame does not wait for it.
    from app.reach import ports_in_service  # noqa: PLC0415 - see above

    return ports_in_service(folder)


def _run_opened(
    app: QApplication,
    folder: DataFolder,
    only: OnlyWindow | None,
    leave_sample: Callable[[], None] | None,
) -> int:
    with open_owners_shop(folder) as shop:
        keep_log(folder, "desk")
        found = find_server(folder)
        file = SettingsFile(folder.settings)
        serve = _serve_command(folder, file.load().tls_port) if found is None else ()
        desk = make_desk(app, shop, serve=serve, leave_sample=leave_sample)
        desk.install_crash_hook()
        if file.kept_aside is not None:
            desk.warn_at_start(words_of(shop.owner.shop()).tr(KEPT_ASIDE, file=file.kept_aside))
        if only is not None:
            only.asked.connect(desk.window.come_forward)
        desk.show()
        dress_program(app)
        if found is not None:
            desk.reach.server_runs(found.port, found.tls_port)
        try:
            return app.exec()
        finally:
            desk.close()


def _serve_command(folder: DataFolder, tls_port: int) -> list[str]:
    """Customers and kiosks, each at the port that the settings give them."""
    return own_command("--data", str(folder.root), "serve", "--tls-port", str(tls_port))
