"""`teacup serve`: puts the customers' door behind the server and says where it answers."""

from __future__ import annotations

import argparse
import logging
from functools import partial

from app.domain.errors import AppError
from app.domain.translation import mark
from app.door_opening import open_customers_door
from app.hourly import hourly
from app.logs import keep_log
from app.opening import open_owners_shop
from app.paths import DataFolder
from app.reach import ServingRecord
from app.settings import SettingsFile
from app.web.control import Control, Serving
from app.web.serving import PortTaken, run_server
from app.web.settings import ServerSettings

_log = logging.getLogger(__name__)

# A backup of a large shop would keep the first customer, and the desk, waiting.
CHORES_AFTER_SECONDS = 20.0


def serve(arguments: argparse.Namespace) -> int:
    """Serve until told to stop; gives the exit status. Raises AppError, told to the parent first."""
    folder = DataFolder.choose(arguments.data)
    control = Control.from_environment()
    record = ServingRecord(folder)
    try:
        with open_customers_door(folder) as door:
            keep_log(folder, "server")
            settings = _settings(arguments, folder, for_a_desk=control.is_listened_to)
            with hourly(lambda: _keep_safe(folder), first_after_seconds=CHORES_AFTER_SECONDS):
                return run_server(door, settings, control, on_serving=partial(_note, record))
    except AppError as error:
        control.problem(str(_for_the_desk(error, folder)))
        raise
    finally:
        record.remove()


def _note(record: ServingRecord, serving: Serving) -> None:
    """Customers can be served without it; only what is printed meanwhile may name another port."""
    try:
        record.write(serving.port, serving.http_address, serving.tls_port)
    except OSError:
        _log.exception("Where the server listens could not be noted.")


def _for_the_desk(error: AppError, folder: DataFolder) -> AppError:
    """Who sits at the desk typed no command: there a port is chosen in the settings."""
    if not isinstance(error, PortTaken):
        return error
    return AppError(
        mark(
            "Another program uses door %(port)s of this computer. Close that program, or write another "
            "number after “port” in %(file)s and start again."
        ),
        port=error.values["port"],
        file=folder.settings,
    )


def _keep_safe(folder: DataFolder) -> None:
    """On a connection of its own, so that no customer waits for it."""
    with open_owners_shop(folder) as shop:
        shop.keeper.backup_when_due()
        shop.keeper.forget_old()


def _settings(arguments: argparse.Namespace, folder: DataFolder, *, for_a_desk: bool) -> ServerSettings:
    """The desk tells its person where kiosks are served; a command's person has chosen the port."""
    file = SettingsFile(folder.settings)
    return ServerSettings(
        folder=folder.root,
        host=arguments.host,
        port=file.load().port if arguments.port is None else arguments.port,
        tls_port=arguments.tls_port,
        tls_may_move=for_a_desk,
        typed_address=lambda: file.load().address,
    )
