"""Every kind of sheet, made from the same few words: what all of them hold is tested in test_every_kind.py.

Whoever makes a new kind adds it to KINDS, looks at its picture and keeps it: see kept.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.gathered import Year
from app.domain.ideas import Idea, Link
from app.domain.label_sheets import own_label_sheet
from app.domain.notices import Design, PaperSize, Roll, SlipPaper
from app.domain.wifi import WifiNetwork
from tests.shop import make_idea
from tests.ui.paper import card_samples as cards
from tests.ui.paper import gathered_samples as gathered
from tests.ui.paper import storm_samples as storms
from tests.ui.paper.samples import make_content, make_words
from tests.ui.paper.test_pictures_page import make_page
from tests.ui.paper.test_poster import make_poster
from ui.paper.business_card import business_cards
from ui.paper.cards import cards_document
from ui.paper.document import Document
from ui.paper.labels import LabelRun, labels
from ui.paper.notice import notice_document
from ui.paper.pictures_page import pictures_document
from ui.paper.poster import poster
from ui.paper.storm_ballots import storm_ballots
from ui.paper.storm_building import storm_building
from ui.paper.storm_conclusion import storm_conclusion
from ui.paper.storm_head import OfStorm
from ui.paper.storm_poster import storm_poster
from ui.paper.storm_proof import Carried, storm_proof
from ui.paper.tent import tent
from ui.paper.week_board import week_board
from ui.paper.wifi_card import wifi_cards
from ui.paper.year_in_answers import year_booklet, year_pages
from ui.paper.you_said import you_said_sheet

ALL_SIZES = tuple(PaperSize)
WITHOUT_A6 = (PaperSize.A4, PaperSize.LETTER, PaperSize.A5, PaperSize.HALF_LETTER)
FULL_SHEETS = (PaperSize.A4, PaperSize.LETTER)
BALLOT_CODES = ("891NF0X54", "K7Q2MP4RT", "651RMW97T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What people wrote, and the language of the page."""

    text: str = "Could you open at half past six? My bus goes at ten to seven."
    answer: str = "From 1 December we open at half past six, Monday to Friday."
    name: str = "Amina"
    language: str = "en"


Make = Callable[[Said, PaperSize, Design], Document]


def _without_design(make: Callable[[Said, PaperSize], Document]) -> Make:
    return lambda said, size, _: make(said, size)


@dataclass(frozen=True, slots=True)
class Kind:
    """`sizes` are the papers that it comes on, the first as the shop usually takes it. Pictures of it are kept
    unless another test keeps them."""

    name: str
    make: Make
    sizes: Sequence[PaperSize] = ALL_SIZES
    designs: Sequence[Design] = tuple(Design)
    is_looked_at: bool = True

    def document(self, said: Said, number: int = 0) -> Document:
        """With `number` the papers and designs take turns."""
        size, design = self.sizes[number % len(self.sizes)], self.designs[number % len(self.designs)]
        return self.make(said, size, design)


def _notice(
    said: Said, size: PaperSize, design: Design, count: int = 1, onto: PaperSize | None = None
) -> Document:
    contents = [
        make_content(
            idea_text=said.text,
            answer=said.answer,
            idea_name=said.name,
            language=said.language,
            number=142 + number,
        )
        for number in range(count)
    ]
    return notice_document(contents, size, design, make_words(said.language), onto=onto)


def _several_notices(said: Said, size: PaperSize, design: Design) -> Document:
    return _notice(said, size, design, 3)


def _notices_to_cut(said: Said, size: PaperSize, design: Design) -> Document:
    paper = PaperSize.LETTER if size is PaperSize.HALF_LETTER else PaperSize.A4
    return _notice(said, size, design, 3, paper)


def _poster(said: Said, size: PaperSize, design: Design) -> Document:
    content = make_poster(headline=said.text, placement_label=said.name, language=said.language)
    return poster(content, size, make_words(said.language), design)


def _tent(said: Said, size: PaperSize, design: Design) -> Document:
    content = make_poster(headline=said.text, placement_label=said.name, language=said.language)
    return tent(content, size, make_words(said.language), make_words("fr"), design)


def _labels(said: Said, size: PaperSize, design: Design) -> Document:
    sheet = own_label_sheet(page=size, columns=2, rows=4, width=95, height=62, left=6, top=8)
    content = make_poster(headline=said.text, placement_label=said.name, language=said.language)
    return labels(content, LabelRun(sheet=sheet, count=8), make_words(said.language), design)


def _business_cards(said: Said, size: PaperSize, design: Design) -> Document:
    content = make_poster(headline=said.text, placement_label=said.name, language=said.language)
    return business_cards(content, size, make_words(said.language), design)


def _wifi_cards(said: Said, size: PaperSize, design: Design) -> Document:
    content = make_poster(headline=said.text, placement_label=said.name, language=said.language)
    network = WifiNetwork(name="Linden guests", password="warm rolls; 7:30")
    return wifi_cards(content, network, size, make_words(said.language), design)


def _you_said(said: Said, size: PaperSize, design: Design) -> Document:
    told = gathered.told(said.text, name=said.name, answer=said.answer)
    content = gathered.you_said(told, *gathered.four()[2:], language=said.language)
    return you_said_sheet(content, size, make_words(said.language), design)


def _week_board(said: Said, size: PaperSize, design: Design) -> Document:
    content = gathered.week(
        on=gathered.on_paper(language=said.language, number=141),
        new=(gathered.new(said.text, name=said.name),),
        answered=(gathered.told(said.text, name=said.name, answer=said.answer),),
        storms=(gathered.storm_told(said.text),),
    )
    return week_board(content, size, make_words(said.language), design)


def _year(said: Said, size: PaperSize, design: Design) -> Document:
    return year_pages(_of_the_year(said), size, make_words(said.language), design)


def _year_booklet(said: Said, size: PaperSize, design: Design) -> Document:
    return year_booklet(_of_the_year(said), size, make_words(said.language), design)


def _of_the_year(said: Said) -> Year:
    answers = [gathered.told(said.text, name=said.name, answer=said.answer), *gathered.four()[2:]]
    on = gathered.on_paper(language=said.language, number=None)
    return gathered.year(told=tuple(answers), on=on, names=(said.name, "Jo"))


def _storm(said: Said, design: Design = Design.PLAIN) -> tuple[OfStorm, list[Idea]]:
    """The colour of a note hangs on the name of what it tells."""
    of = storms.of_storm(shop=storms.make_shop(language=said.language), question=said.text, id=UUID(int=9))
    first = replace(storms.built(said.text, name=said.name), id=UUID(int=7))
    second = replace(storms.built(said.answer, first, Link.BUT), id=UUID(int=8))
    return replace(of, design=design), [first, second]


def _storm_poster(said: Said, size: PaperSize, design: Design) -> Document:
    of, ideas = _storm(said, design)
    return storm_poster(of, ideas, size, make_words(said.language))


def _storm_building(said: Said, size: PaperSize, design: Design) -> Document:
    of, ideas = _storm(said, design)
    return storm_building(of, ideas, size, make_words(said.language))


def _storm_ballots(said: Said, paper: SlipPaper) -> Document:
    of, ideas = _storm(said)
    ballots = [
        replace(ballot, code=code)
        for ballot, code in zip(storms.make_ballots(len(BALLOT_CODES)), BALLOT_CODES, strict=True)
    ]
    return storm_ballots(of, ballots, ideas, paper, make_words(said.language))


def _storm_conclusion(said: Said, size: PaperSize, design: Design) -> Document:
    of, ideas = _storm(said, design)
    told = storms.make_conclusion(ideas, heard=said.text, decided=said.answer)
    words = make_words(said.language)
    return storm_conclusion(of, ideas, size, words, conclusion=told, credited=ideas)


def _storm_proof(said: Said, size: PaperSize, design: Design) -> Document:
    of, ideas = _storm(said, design)
    carried = Carried(
        conclusion=storms.make_conclusion(ideas),
        outcome=storms.make_outcome(text=said.answer),
        look_back=storms.make_look_back(text=said.text),
        photo=storms.make_photo(),
    )
    return storm_proof(of, size, make_words(said.language), carried=carried, credited=ideas)


def _pictures_page(said: Said, size: PaperSize) -> Document:
    return pictures_document(make_page([said.name, said.text]), size, make_words(said.language))


def _cards(said: Said, paper: SlipPaper, design: Design) -> Document:
    """One of each, and more blank ones than a sheet holds."""
    words, shop = make_words(said.language), cards.make_shop(language=said.language)
    idea = replace(make_idea(said.text, name=said.name), claim_code=cards.CODE)
    contents = [
        cards.make_thanks(idea, words, shop=shop),
        cards.make_slip(idea, words=words, shop=shop),
        *(cards.make_blank(number, words=words, shop=shop) for number in range(31, 34)),
    ]
    return cards_document(contents, paper, design, words)


def _receipts(said: Said, size: PaperSize) -> Document:
    return _cards(said, _roll(size), Design.PLAIN)


def _ballot_receipts(said: Said, size: PaperSize) -> Document:
    return _storm_ballots(said, _roll(size))


def _roll(size: PaperSize) -> Roll:
    return Roll.NARROW if size is PaperSize.A6 else Roll.USUAL


PLAIN = (Design.PLAIN,)
KINDS = [
    Kind("notice", _notice, is_looked_at=False),
    Kind("several-notices", _several_notices, is_looked_at=False),
    Kind("poster", _poster),
    Kind("tent", _tent, WITHOUT_A6),
    Kind("labels", _labels, FULL_SHEETS),
    Kind("business-cards", _business_cards, FULL_SHEETS),
    Kind("wifi-cards", _wifi_cards),
    Kind("you-said", _you_said, WITHOUT_A6, is_looked_at=False),
    Kind("week-board", _week_board, WITHOUT_A6, is_looked_at=False),
    Kind("year", _year, FULL_SHEETS, is_looked_at=False),
    Kind("year-booklet", _year_booklet, FULL_SHEETS),
    Kind("cards", _cards),
    Kind("receipts", _without_design(_receipts), (PaperSize.A4, PaperSize.A6), PLAIN),
    Kind("notices-to-cut", _notices_to_cut, (PaperSize.A5, PaperSize.A6, PaperSize.HALF_LETTER)),
    Kind("storm-poster", _storm_poster),
    Kind("storm-building", _storm_building),
    Kind("storm-ballots", _without_design(_storm_ballots), designs=PLAIN),
    Kind("ballot-receipts", _without_design(_ballot_receipts), (PaperSize.A4, PaperSize.A6), PLAIN),
    Kind("storm-conclusion", _storm_conclusion),
    Kind("storm-proof", _storm_proof),
    Kind("pictures-page", _without_design(_pictures_page), FULL_SHEETS, PLAIN),
]
