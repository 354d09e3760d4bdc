"""`teacup sample`: the desk on a sample shop that lies beside the owner's own and goes without a trace."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QProcess

from app.domain.errors import AppError
from app.paths import DataFolder, resource
from app.program import own_command
from app.sample_folder import make_sample_folder, remove_sample
from ui.desk_program import application, run_desk, tell


def run_sample(own: DataFolder) -> int:
    """Make the sample beside `own` where there is none, and show its desk. When its person wants her own
    shop, the sample is removed and her desk opened. Gives the exit status."""
    application()
    sample = own.sample
    wanted_home: list[None] = []
    try:
        make_sample_folder(sample, datetime.now(UTC), resource("sample", "linden-street-bakery.toml"))
    except AppError as problem:
        tell(problem)
        return 1
    status = run_desk(sample, leave_sample=lambda: wanted_home.append(None))
    if wanted_home:
        _go_home(own, sample)
    return status


def _go_home(own: DataFolder, sample: DataFolder) -> None:
    """The owner's own desk opens even if the disk does not let go of the sample."""
    try:
        remove_sample(sample)
    except AppError as problem:
        tell(problem)
    program, *arguments = own_command("--data", str(own.root))
    QProcess.startDetached(program, arguments)
