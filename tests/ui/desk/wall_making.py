"""A shop with paper on its walls, made by the owner's own verbs."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status, Visibility
from app.domain.notices import Notice, PaperSize, SheetKind, SheetOrder
from app.domain.walls import Measures, Place, Position
from app.services.owner.owner import Owner
from tests.shop import SetClock

BOARD = Measures(1070, 700)
ADDRESS = "http://192.168.1.20:8765"


class WallShop:
    def __init__(self, owner: Owner, put: Callable[..., Idea], clock: SetClock) -> None:
        self.owner, self._put, self.clock = owner, put, clock

    def board(self, name: str = "Board by the door") -> Place:
        return self.owner.wall.add_place(name, BOARD)

    def window(self, name: str = "Window") -> Place:
        return self.owner.wall.add_place(name)

    def answered(self, text: str, status: Status = Status.PLANNED, said: str = "We will.") -> Idea:
        idea = self._put(text, visibility=Visibility.PUBLIC)
        self.answer(idea, status, said)
        return idea

    def answer(self, idea: Idea, status: Status, said: str) -> None:
        self.clock.pass_time(seconds=1)
        self.owner.answer(idea.id, Decision(status=status, text=said))

    def printed(self, idea: Idea, size: PaperSize = PaperSize.A5, address: str = ADDRESS) -> Notice:
        order = SheetOrder(kind=SheetKind.ANSWER, size=size, ideas=(idea.id,))
        return self.owner.wall.make(order, address=address)

    def hung(
        self,
        text: str,
        place: Place,
        at: tuple[int, int] | None = None,
        size: PaperSize = PaperSize.A5,
        **answered: object,
    ) -> tuple[Idea, Notice]:
        """An answered idea whose sheet hangs at `place`."""
        idea = self.answered(text, **answered)  # type: ignore[arg-type]
        notice = self.printed(idea, size)
        self.owner.wall.hang([notice.id], place.id, [Position(*at)] if at else ())
        return idea, notice
