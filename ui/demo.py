"""`teacup demo`: a sample shop to try. Without a screen it does the whole main job by itself and shows
pictures of it: a real server, phones that post to it, answers, paper."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from app.domain.decisions import decide
from app.domain.errors import AppError, StorageProblem
from app.domain.ideas import Idea, Status
from app.domain.inbox import InboxView
from app.domain.notices import Design, PaperSize
from app.domain.placements import placement_link
from app.domain.storms import RUNNING
from app.domain.translation import mark
from app.opening import OwnersShop, open_owners_shop
from app.paths import DataFolder, resource
from app.program import own_command
from app.reach import LOOPBACK, Reach, base_address
from app.sample import make_sample_shop
from ui.desk.builder import Desk
from ui.desk.gathered_paper import GatheredPaper
from ui.desk.inbox.drafts import Draft
from ui.desk.pages import BOARD, CODES, INBOX, STORMS, TODAY, WALL
from ui.desk.storm_paper import StormOnPaper, StormPaper
from ui.desk_program import make_desk, run_desk
from ui.paper.notice import draw_notice
from ui.paper.place_content import place_content
from ui.paper.poster import poster
from ui.paper.printing import page_count, pdf_picture
from ui.paper_files import reach_of, save, words_of
from ui.shared.platform import go_offscreen, has_screen

PICTURE_DPI = 110
DESK_SIZE = (1440, 900)
DESK_PAGES = {
    TODAY: "the day",
    INBOX: "the inbox",
    WALL: "what hangs on the board by the door",
    BOARD: "the board as customers see it",
    STORMS: "a storm with its chains",
    CODES: "the QR codes",
}
# A callback may ask for more work, whose callback may ask again; no page of the desk goes deeper.
SETTLING_ROUNDS = 12
# The preview waits for a pause in typing.
DRAWN_LATER_MS = 500
_TOKEN = re.compile(r'name="token"\s+value="([^"]+)"')
_CODE = re.compile(r"/thanks/([0-9A-Z]{9})")

PHONES = (
    ("Could the door be quieter? My baby wakes each time.", "Zofia"),
    ("هل لديكم خبز بدون ملح؟", "سمير"),
    ("A stamp card for ten coffees, please 🙂", ""),
)
ANSWER = "A felt stop goes on the door this week. Sleep well, little one."
# As many as are read in passing.
ANSWERS_TOLD = 5
WRITTEN_TO = "shelf swapping books"
WRITTEN = "A shelf stands by the window from Monday. Let us see for a month whether the books come back."


def run_demo(arguments: argparse.Namespace) -> int:
    """Gives the exit status. Raises AppError with what went wrong."""
    out = Path(arguments.out)
    folder = DataFolder.choose(arguments.data) if arguments.data else DataFolder(out / "shop")
    if not folder.database.exists():
        make_sample_shop(folder, datetime.now(UTC), resource("sample", "linden-street-bakery.toml"))
    if has_screen() and not arguments.offscreen:
        return run_desk(folder)
    go_offscreen()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    make_folder(out)
    with open_owners_shop(folder) as shop:
        desk = make_desk(app, shop, serve=own_command("--data", str(folder.root), "serve", "--port", "0"))
        desk.window.resize(*DESK_SIZE)
        desk.show()
        try:
            Showing(shop, desk, out).run()
        finally:
            desk.window.close()
            desk.close()
    return 0


class Showing:
    """The main job from a phone to the wall, each step told in one sentence."""

    def __init__(self, shop: OwnersShop, desk: Desk, out: Path) -> None:
        self._shop = shop
        self._desk = desk
        self._out = out

    def run(self) -> None:
        base = self._wait_for_the_server()
        say(f"The desk is open and its server answers at {base}.")
        sent = [self._post_as_a_phone(base, text, name) for text, name in PHONES]
        codes = ", ".join(idea.claim_code for idea in sent)
        say(f"Three phones posted ideas through the form; their claim codes: {codes}.")
        answered = self._answer(sent)
        say(f"The owner put two of them up and answered {answered.claim_code}.")
        reach = reach_of(self._shop)
        if reach.is_local:
            say(f"This machine has no network: codes lead to {reach.address}, for itself only.")
        self._make_notice(answered, reach)
        self._make_you_said(reach)
        self._make_poster(reach)
        self._make_storm_poster(reach)
        self._photograph_the_desk()

    def _wait_for_the_server(self) -> str:
        """Run the desk until its server answers. Raises AppError with the server's own sentence."""
        server = self._desk.server
        assert server is not None
        ports: list[int] = []
        server.runs.connect(ports.append)
        # A loop of its own: to quit the application would close the window, and nobody would lay it out.
        loop = QEventLoop()
        server.runs.connect(loop.quit)
        server.stopped.connect(loop.quit)
        loop.exec()
        if not ports:
            raise AppError(mark("The server did not start. %(reason)s"), reason=server.problem)
        return base_address(LOOPBACK, ports[0])

    def _post_as_a_phone(self, base: str, text: str, name: str) -> Idea:
        """Open the form, fill it in, send it, follow to the thank-you page and read the claim code."""
        with httpx.Client(base_url=base, trust_env=False, headers={"Origin": base}) as phone:
            token = _TOKEN.search(phone.get("/new").text)
            sent = phone.post("/ideas", data={"text": text, "name": name, "token": token[1] if token else ""})
            code = _CODE.search(sent.headers.get("location", ""))
        if code is None:
            raise AppError(mark("The form did not take an idea: status %(status)s."), status=sent.status_code)
        return self._shop.owner.by_code(code[1])

    def _answer(self, sent: list[Idea]) -> Idea:
        """Put two of them up and answer one; the third stays waiting in the inbox."""
        owner, answered = self._shop.owner, sent[0]
        owner.approve([idea.id for idea in sent[:2]])
        today = owner.shop().local_date(datetime.now(UTC))
        owner.answer(answered.id, decide(Status.PLANNED, ANSWER, today=today))
        return owner.detail(answered.id).idea

    def _make_notice(self, idea: Idea, reach: Reach) -> None:
        notice, content = self._shop.owner.make_notice(idea.id, PaperSize.A4, address=reach.address)
        words = words_of(self._shop.owner.shop())
        for design in Design:
            name = "notice" if design is Design.PLAIN else f"notice-{design}"
            pdf = draw_notice(content, PaperSize.A4, words, design)
            self._keep_sheet(name, pdf, f"notice {notice.number} for the wall, {design}")

    def _make_you_said(self, reach: Reach) -> None:
        owner = self._shop.owner
        ids = [offer.idea.id for offer in owner.gathering.offers()][:ANSWERS_TOLD]
        if ids:
            paper = GatheredPaper(words_of(owner.shop()), owner.gathering)
            _told, sheet = paper.made_you_said(ids, reach.address, PaperSize.A4, Design.PLAIN)
            self._keep_sheet("you-said", sheet.pdf(), "several answers on one sheet")

    def _make_poster(self, reach: Reach) -> None:
        shop = self._shop.owner.shop()
        placement = self._shop.owner.placement_for("Counter")
        address = placement_link(reach.address, placement)
        pdf = poster(place_content(shop, placement, address), PaperSize.A4, words_of(shop)).pdf()
        self._shop.owner.note_printed_address(placement.id, address)
        self._keep_sheet("poster", pdf, "the QR poster for the counter")

    def _make_storm_poster(self, reach: Reach) -> None:
        """Of what runs; a shop that was demonstrated before may have no storm any more."""
        owner = self._shop.owner
        running = [line.storm for line in owner.storms.all() if line.phase in RUNNING]
        for storm in running[:1]:
            about = owner.shop()
            paper = StormPaper(words_of(about), owner.logos.worn)
            view = owner.storms.view(storm.id)
            poster = paper.poster(
                StormOnPaper(shop=about, view=view, address=reach.address, size=PaperSize.A4)
            )
            self._keep_sheet("storm-poster", poster.pdf(), f"the poster of a storm, “{storm.question}”")

    def _keep_sheet(self, name: str, pdf: bytes, what: str) -> None:
        path = self._out / f"{name}.pdf"
        save(path, pdf)
        say(f"{path}: {what}.")
        for page in range(page_count(pdf)):
            picture = self._out / (f"{name}.png" if page == 0 else f"{name}-{page + 1}.png")
            self._keep_picture(
                pdf_picture(pdf, page, PICTURE_DPI), picture, f"page {page + 1} of it as a picture"
            )

    def _keep_picture(self, picture: QImage | QPixmap, path: Path, what: str) -> None:
        if not picture.save(str(path)):
            raise StorageProblem(mark("%(file)s cannot be written."), file=path)
        say(f"{path}: {what}.")

    def _photograph_the_desk(self) -> None:
        """Let each page settle, and keep its picture; in the inbox with an answer being written."""
        for page, what in DESK_PAGES.items():
            self._desk.window.show_page(page)
            self._settle()
            if page == INBOX:
                self._write_an_answer()
            picture = self._out / f"desk-{page}.png"
            self._keep_picture(self._desk.window.grab(), picture, f"the owner's desk, {what}")

    def _write_an_answer(self) -> None:
        inbox, owner = self._desk.inbox, self._shop.owner
        found = owner.inbox(InboxView.TO_ANSWER, words=WRITTEN_TO, limit=1).ideas
        if not found:
            return
        idea = found[0]
        inbox.show_idea(idea.id)
        self._settle()
        until = owner.shop().local_date(datetime.now(UTC)) + timedelta(days=30)
        inbox.work.fill(Draft(status=Status.TRIAL, text=WRITTEN, until=until), idea)
        inbox.work.draft_changed.emit()
        self._settle()

    def _settle(self) -> None:
        """Run the window until all work that its page asked for has come back and is drawn."""
        rounds, loop = iter(range(SETTLING_ROUNDS)), QEventLoop()

        def again(_nothing: None) -> None:
            if next(rounds, None) is None:
                QTimer.singleShot(DRAWN_LATER_MS, loop.quit)
            else:
                self._desk.tools.background.run(lambda: None, again)

        again(None)
        loop.exec()


def make_folder(path: Path) -> None:
    """Raises StorageProblem with the reason."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageProblem(
            mark("%(file)s cannot be made: %(reason)s."), file=path, reason=error.strerror or "unknown"
        ) from error


def say(sentence: str) -> None:
    print(sentence, flush=True)
