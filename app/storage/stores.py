"""All stores of one shop, on one connection: what a verb is given."""

from __future__ import annotations

from dataclasses import dataclass

from app.storage.ballots import BallotStore
from app.storage.board import BoardStore
from app.storage.desk_words import DeskWords
from app.storage.drafts import DraftStore
from app.storage.erasures import ErasureStore
from app.storage.gathered import GatheredStore
from app.storage.groups import GroupStore
from app.storage.ideas import IdeaStore
from app.storage.inbox import InboxStore
from app.storage.insights import InsightStore
from app.storage.journal import Journal
from app.storage.keys import KeyStore
from app.storage.kiosks import KioskStore, PairingStore
from app.storage.logos import LogoStore
from app.storage.looks import LookStore
from app.storage.measures import MeasureStore
from app.storage.notices import NoticeStore
from app.storage.on_paper import PaperStore
from app.storage.own_notes import OwnNoteStore
from app.storage.paper_cards import PaperCardStore
from app.storage.people import PersonStore
from app.storage.photos import PhotoStore
from app.storage.placements import PlacementStore
from app.storage.responses import ReplyStore, ResponseStore
from app.storage.saved_views import SavedViewStore
from app.storage.search import SearchStore
from app.storage.session import Session
from app.storage.set_asides import SetAsideStore
from app.storage.sheets import SheetStore
from app.storage.shops import ShopStore
from app.storage.snippets import SnippetStore
from app.storage.storms import StormStore
from app.storage.tags import TagStore
from app.storage.thanks import ThanksStore
from app.storage.today import TodayStore
from app.storage.voices import ApartStore, VoiceStore
from app.storage.votes import VoteStore
from app.storage.walls import WallStore


@dataclass(frozen=True, kw_only=True, slots=True)
class Stores:
    """Good inside the transaction it was handed out for, on its thread; never kept."""

    shops: ShopStore
    ideas: IdeaStore
    board: BoardStore
    inbox: InboxStore
    today: TodayStore
    groups: GroupStore
    votes: VoteStore
    voices: VoiceStore
    apart: ApartStore
    responses: ResponseStore
    replies: ReplyStore
    snippets: SnippetStore
    drafts: DraftStore
    photos: PhotoStore
    placements: PlacementStore
    notices: NoticeStore
    walls: WallStore
    sheets: SheetStore
    journal: Journal
    keys: KeyStore
    kiosks: KioskStore
    pairings: PairingStore
    set_asides: SetAsideStore
    looks: LookStore
    logos: LogoStore
    insights: InsightStore
    gathered: GatheredStore
    measures: MeasureStore
    search: SearchStore
    people: PersonStore
    paper_cards: PaperCardStore
    thanks: ThanksStore
    paper: PaperStore
    erasures: ErasureStore
    tags: TagStore
    own_notes: OwnNoteStore
    saved_views: SavedViewStore
    storms: StormStore
    ballots: BallotStore


def stores_of(session: Session) -> Stores:
    erasures, search, shops = ErasureStore(session), SearchStore(session), ShopStore(session)
    desk_words, groups = DeskWords(session), GroupStore(session)
    ideas = IdeaStore(session, erasures, desk_words, groups)
    return Stores(
        shops=shops,
        ideas=ideas,
        board=BoardStore(session),
        inbox=InboxStore(session, search, shops),
        today=TodayStore(session),
        groups=groups,
        votes=VoteStore(session, groups),
        voices=VoiceStore(session, groups),
        apart=ApartStore(session),
        responses=ResponseStore(session, desk_words),
        replies=ReplyStore(session, desk_words),
        snippets=SnippetStore(session),
        drafts=DraftStore(session),
        photos=PhotoStore(session),
        placements=PlacementStore(session),
        notices=NoticeStore(session),
        walls=WallStore(session),
        sheets=SheetStore(session),
        journal=Journal(session, ideas, desk_words),
        keys=KeyStore(session),
        kiosks=KioskStore(session),
        pairings=PairingStore(session),
        set_asides=SetAsideStore(session),
        looks=LookStore(session),
        logos=LogoStore(session),
        insights=InsightStore(session),
        gathered=GatheredStore(session),
        measures=MeasureStore(session),
        search=search,
        people=PersonStore(session),
        paper_cards=PaperCardStore(session),
        thanks=ThanksStore(session),
        paper=PaperStore(session),
        erasures=erasures,
        tags=TagStore(session),
        own_notes=OwnNoteStore(session, desk_words),
        saved_views=SavedViewStore(session),
        storms=StormStore(session),
        ballots=BallotStore(session),
    )
