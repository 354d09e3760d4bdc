"""A print server of our own for a test: on a port of its own, with its own spool, writing what it prints to files."""

from __future__ import annotations

import getpass
import grp
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.serving import free_port

CUPSD = "/usr/sbin/cupsd"
# A printer that takes PDF: copies, ranges and both sides are the server's own filter's affair.
PPD = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")
READY_SECONDS = 15.0
DONE_SECONDS = 20.0


def is_installed() -> bool:
    return Path(CUPSD).exists() and PPD.exists() and shutil.which("lpadmin") is not None


class CupsServer:
    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.address = f"127.0.0.1:{port}"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"CUPS_SERVER": self.address, "HOME": str(self.folder)}

    def add_queue(self, name: str) -> None:
        """What is printed there lies in `printed(name)`."""
        self._run("lpadmin", "-p", name, "-E", "-v", f"file:{self._file(name)}", "-P", str(PPD))

    def printed(self, name: str) -> bytes:
        """The PDF that came out, once everything was printed."""
        self.wait()
        return self._file(name).read_bytes()

    def has_printed(self, name: str) -> bool:
        self.wait()
        return self._file(name).exists() and self._file(name).stat().st_size > 0

    def job_names(self) -> list[str]:
        """The titles that the server knew its jobs by, in their order."""
        self.wait()
        log = self.folder / "page_log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def wait(self) -> None:
        """Until no job is left."""
        end = time.monotonic() + DONE_SECONDS
        while self._run("lpstat", "-o").strip():
            if time.monotonic() > end:
                raise AssertionError((self.folder / "error_log").read_text(encoding="utf-8")[-2000:])
            time.sleep(0.05)

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.pdf"

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)
        return done.stdout


@contextmanager
def cups_server() -> Iterator[CupsServer]:
    """Started for this test, and ended with it; no other print server is asked or touched."""
    folder = Path(tempfile.mkdtemp(prefix="teacup-cups-"))
    # Filters run as another user.
    folder.chmod(0o755)
    port = free_port()
    _configure(folder, port)
    command = [CUPSD, "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
    with (folder / "out").open("wb") as out:
        running = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        _wait_until_ready(running, port, folder)
        yield CupsServer(folder, port)
    finally:
        running.terminate()
        running.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def _configure(folder: Path, port: int) -> None:
    is_root = os.geteuid() == 0
    user = "lp" if is_root else getpass.getuser()
    group = grp.getgrgid(os.getegid()).gr_name
    for part in ("spool", "cache", "state", "tmp", "root"):
        (folder / part).mkdir()
    (folder / "cups-files.conf").write_text(
        f"""FileDevice Yes
Sandboxing relaxed
User {user}
Group {"lp" if is_root else group}
SystemGroup {group}
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
""",
        encoding="utf-8",
    )
    (folder / "cupsd.conf").write_text(
        f"""Listen 127.0.0.1:{port}
LogLevel warn
PageLogFormat %p|%{{sides}}|%{{media}}|%{{job-name}}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow 127.0.0.1
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow 127.0.0.1
</Limit>
</Policy>
""",
        encoding="utf-8",
    )


def _wait_until_ready(running: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and running.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    told = [
        file.read_text(encoding="utf-8") for file in (folder / "out", folder / "error_log") if file.exists()
    ]
    raise AssertionError("\n".join(told)[-2000:])
