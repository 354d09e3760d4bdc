"""What can be chosen for the sheet of a code: its kind, paper and design, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.code_sheets import (
    HEADLINE_GRAPHEMES,
    SIZES,
    CodeChoice,
    CodeKind,
    clean_headline,
    other_language,
)
from app.domain.label_makers import LABEL_SHEETS
from app.domain.notices import Design, PaperSize
from app.domain.shop import Shop
from app.domain.translation import mark
from app.languages import own_name
from app.words import Words
from ui.desk.codes.label_fields import LabelFields
from ui.desk.codes.wifi_fields import WifiFields
from ui.desk.printing.design_cell import DesignCell
from ui.desk.shop.cells import Cell, Flow
from ui.desk.shop.field import CalmWheel, Field, Line
from ui.desk.tools import Tools
from ui.shared.choices import Choice
from ui.shared.papers import size_in_words

_KINDS = {
    CodeKind.POSTER: mark("Poster"),
    CodeKind.TENT: mark("Table tent"),
    CodeKind.LABELS: mark("Labels"),
    CodeKind.BUSINESS_CARD: mark("Business cards"),
    CodeKind.WIFI: mark("Wi-Fi card"),
}
_AS_IT_PRINTS = {
    CodeKind.POSTER: mark("poster, as it prints"),
    CodeKind.TENT: mark("table tent, as it prints"),
    CodeKind.LABELS: mark("labels, as they print"),
    CodeKind.BUSINESS_CARD: mark("business cards, as they print"),
    CodeKind.WIFI: mark("Wi-Fi card, as it prints"),
}
_ASKED = {
    CodeKind.TENT: mark("An idea\nat this table?"),
    CodeKind.LABELS: mark("Got an idea? Scan."),
}
ASKED = mark("Got an\nidea for us?")


class SheetFields(QWidget):
    """`changed` when another sheet is meant; `kind_changed` when it is another kind."""

    changed = Signal()
    kind_changed = Signal()

    def __init__(self, tools: Tools, shop: Shop, languages: Sequence[str], network: str) -> None:
        super().__init__()
        self._tools = tools
        self._languages = languages
        self._wheel = CalmWheel(self)
        self.kind = CodeKind.POSTER
        self.design = Design.PLAIN
        self.labels = LabelFields(tools, self._wheel)
        self.wifi = WifiFields(tools, network)
        self._build()
        self._connect()
        self.take_shop(shop)
        self._show_kind()

    @property
    def page(self) -> PaperSize:
        """The paper of what is chosen now, as far as it is known."""
        return PaperSize(self.sizes.currentData() or PaperSize.A4)

    def choice(self) -> CodeChoice:
        """Raises InvalidInput for what cannot be."""
        of_labels, of_wifi = self.kind is CodeKind.LABELS, self.kind is CodeKind.WIFI
        return CodeChoice(
            kind=self.kind,
            size=self.page,
            design=self.design,
            headline=clean_headline(self.headline.text()),
            other_language=str(self.others.currentData() or ""),
            labels=self.labels.sheet() if of_labels else LABEL_SHEETS[0],
            first=self.labels.first if of_labels else 1,
            count=self.labels.count if of_labels else None,
            network=self.wifi.network() if of_wifi else None,
        )

    @property
    def kind_in_words(self) -> str:
        return self._tools.words.tr(_AS_IT_PRINTS[self.kind])

    @property
    def needs_more(self) -> bool:
        """Whether something has to be typed before there is a sheet."""
        return self.kind is CodeKind.WIFI and not self.wifi.is_begun

    def take_shop(self, shop: Shop) -> None:
        """The languages beside the shop's own for the second face of a tent."""
        own = shop.language.split("-")[0]
        kept = self.others.currentData()
        with QSignalBlocker(self.others):
            self.others.clear()
            for tag in self._languages:
                if tag.split("-")[0] != own:
                    self.others.addItem(own_name(tag), tag)
            wanted = self.others.findData(kept) if kept else -1
            usual = self.others.findData(other_language(shop))
            self.others.setCurrentIndex(wanted if wanted >= 0 else max(usual, 0))

    def _choose_kind(self, kind: CodeKind) -> None:
        self.kind = kind
        self._show_kind()
        self.kind_changed.emit()
        self.changed.emit()

    def _choose_design(self, design: Design) -> None:
        self.design = design
        self.changed.emit()

    def _show_kind(self) -> None:
        """The papers it comes in, and what it alone needs to know."""
        words, kept = self._tools.words, self.sizes.currentData()
        with QSignalBlocker(self.sizes):
            self.sizes.clear()
            for size in SIZES[self.kind]:
                self.sizes.addItem(_paper_in_words(self.kind, size, words), size.value)
            self.sizes.setCurrentIndex(max(self.sizes.findData(kept), 0))
        self._size_field.setVisible(self.sizes.count() > 0)
        self._other_field.setVisible(self.kind is CodeKind.TENT)
        self.labels.setVisible(self.kind is CodeKind.LABELS)
        self.wifi.setVisible(self.kind is CodeKind.WIFI)
        asked = words.tr(_ASKED.get(self.kind, ASKED)).replace("\n", " ")
        self.headline.setPlaceholderText(asked)

    def _build(self) -> None:
        tools, tr = self._tools, self._tools.words.tr
        self._kinds = {kind: Cell(tools.theme, tr(words)) for kind, words in _KINDS.items()}
        kinds = Flow(tools.theme, list(self._kinds.values()))
        _exclusive(kinds, list(self._kinds.values()))
        for kind, cell in self._kinds.items():
            cell.setObjectName(f"code-kind-{kind.value}")
            cell.setChecked(kind is self.kind)
        self.sizes = Choice(tools.theme)
        self.sizes.setObjectName("code-size")
        self._size_field = Field("code-size", tr("Sheet"), self.sizes)
        self._designs = {design: DesignCell(tools, design) for design in Design}
        designs = Flow(tools.theme, list(self._designs.values()))
        _exclusive(designs, list(self._designs.values()))
        for design, picture in self._designs.items():
            picture.setObjectName(f"code-design-{design.value}")
            picture.setChecked(design is self.design)
        self.headline = Line()
        self.headline.setObjectName("code-headline")
        self.headline.setMaxLength(2 * HEADLINE_GRAPHEMES)
        self.others = Choice(tools.theme)
        self.others.setObjectName("code-other-language")
        self._other_field = Field("code-other-language", tr("On the other side"), self.others)
        for choice in (self.sizes, self.others):
            self._wheel.hold(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(kinds)
        column.addWidget(Field("headline", tr("What it says"), self.headline))
        column.addWidget(self._other_field)
        column.addWidget(self.labels)
        column.addWidget(self.wifi)
        column.addWidget(self._size_field)
        column.addWidget(Field("code-design", tr("Design"), self._designs[self.design], designs))

    def _connect(self) -> None:
        for kind, cell in self._kinds.items():
            cell.clicked.connect(lambda _checked=False, kind=kind: self._choose_kind(kind))
        for design, picture in self._designs.items():
            picture.clicked.connect(lambda _checked=False, design=design: self._choose_design(design))
        self.sizes.currentIndexChanged.connect(self.changed)
        self.others.currentIndexChanged.connect(self.changed)
        self.headline.textEdited.connect(self.changed)
        self.labels.changed.connect(self.changed)
        self.wifi.changed.connect(self.changed)


def _exclusive(parent: QWidget, cells: Sequence[Cell | DesignCell]) -> None:
    group = QButtonGroup(parent)
    for cell in cells:
        group.addButton(cell)


def _paper_in_words(kind: CodeKind, size: PaperSize, words: Words) -> str:
    """With how many stand on it, where it is more than one."""
    paper = size_in_words(size, words)
    if kind is CodeKind.BUSINESS_CARD:
        cards = {
            PaperSize.A4: mark("%(paper)s, ten cards of 85 × 55 mm"),
            PaperSize.LETTER: mark("%(paper)s, ten cards of 3.5 × 2 in"),
        }
        return words.tr(cards[size], paper=paper)
    if kind is CodeKind.WIFI and size in {PaperSize.A4, PaperSize.LETTER}:
        return words.tr("%(paper)s, four cards", paper=paper)
    return paper
