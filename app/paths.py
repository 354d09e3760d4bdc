"""Where things lie: the shop's data folder, and what came with the program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DATA_VARIABLE = "TEACUP_DATA"
_RESOURCES = Path(__file__).parents[1] / "resources"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One shop's data: `--data`, else `TEACUP_DATA`, else the user's data folder."""

    root: Path

    @classmethod
    def choose(cls, given: str | None) -> DataFolder:
        chosen = given or os.environ.get(DATA_VARIABLE)
        if chosen:
            return cls(Path(chosen).expanduser())
        # Asks the system by way of much that a program with a folder of its own need not wait for.
        from platformdirs import user_data_path  # noqa: PLC0415

        return cls(user_data_path("teacup", appauthor=False))

    @classmethod
    def choose_for_kiosk(cls, given: str | None) -> DataFolder:
        """The kiosk's own folder: `--data`, else one beside the shop's."""
        if given:
            return cls(Path(given).expanduser())
        shops = cls.choose(None).root
        return cls(shops.with_name(f"{shops.name}-kiosk"))

    @property
    def database(self) -> Path:
        return self.root / "teacup.db"

    @property
    def erased(self) -> Path:
        """Ids of erased ideas once more, for a restore after the database itself is lost."""
        return self.root / "erased-ids.txt"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def settings(self) -> Path:
        return self.root / "settings.toml"

    @property
    def sample(self) -> DataFolder:
        """The sample shop's folder: beside this one, never within it."""
        return DataFolder(self.root.with_name(f"{self.root.name}-sample"))

    @property
    def sample_mark(self) -> Path:
        """What only a sample's folder has."""
        return self.root / "this-is-a-sample.txt"

    @property
    def is_sample(self) -> bool:
        return self.sample_mark.is_file()

    @property
    def first_run(self) -> Path:
        """How far the owner's first run came."""
        return self.root / "first-run.json"

    @property
    def serving(self) -> Path:
        """Where the customers' server listens, while it does."""
        return self.root / "serving.json"

    @property
    def kiosk(self) -> Path:
        """The folder of the kiosk that is opened on this same computer: a kiosk's own, not the shop's."""
        return self.root / "kiosk"

    @property
    def viewing(self) -> Path:
        """Files that another program looks at, for as long as this one runs."""
        return self.root / "to-look-at"

    @property
    def logs(self) -> Path:
        return self.root / "logs"


def resource(*parts: str) -> Path:
    """A file that came with the program, as a real path: `resource("fonts", "NotoSans-Regular.ttf")`."""
    # Not importlib.resources: a folder without __init__.py comes back as a view, not as a path.
    return _RESOURCES.joinpath(*parts)
