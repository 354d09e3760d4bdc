"""Step 1: whose shop this is, and how it looks to customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from app.domain.shop import Shop
from app.languages import own_name
from ui.desk.shop.colour_box import ColourBox
from ui.desk.shop.field import CalmWheel, Field, Line, Pair
from ui.desk.shop.logo_box import LogoBox
from ui.desk.shop.logo_keeper import LogoKeeper
from ui.desk.start.step import Step
from ui.desk.tools import Tools
from ui.shared.buttons import UNDERLINED, Button
from ui.shared.choices import Choice


class NameStep(Step):
    """`sample_requested`: just looking."""

    sample_requested = Signal()

    def __init__(
        self, tools: Tools, wheel: CalmWheel, languages: Sequence[str], logo: LogoKeeper, *, has_sample: bool
    ) -> None:
        tr = tools.words.tr
        super().__init__(
            tools,
            tr("Welcome. Whose shop is this?"),
            tr("Your customers see it on their phones and on the wall. All of it can be changed later."),
        )
        self.name, self.owner = Line(), Line()
        self.name.setObjectName("start-name")
        self.owner.setObjectName("start-owner")
        self.name.setPlaceholderText(tr("As customers call it"))
        self.owner.setPlaceholderText(tr("As customers call you"))
        self.colours = ColourBox(tools)
        self.logo = LogoBox(tools, logo)
        self.language = Choice(tools.theme)
        self.language.setObjectName("start-language")
        for tag in languages:
            self.language.addItem(own_name(tag), tag)
        wheel.hold(self.language)
        self.sample = Button(tools.theme, tr("Just looking? Try with a sample shop"), role=UNDERLINED)
        self.sample.setObjectName("start-sample")
        self.sample.setVisible(has_sample)
        self._lay_out()
        self.setFocusProxy(self.name)

    def _lay_out(self) -> None:
        theme, tr = self._tools.theme, self._tools.words.tr
        fields = self.fields
        fields["name"] = Field("start-name", tr("Name of the shop"), self.name)
        fields["owner"] = Field("start-owner", tr("Your first name"), self.owner)
        fields["colour"] = Field("start-colour", tr("Colour"), self.colours.number, self.colours)
        fields["logo"] = Field("start-logo", tr("Logo, if you have one"), self.logo.choose, self.logo)
        fields["language"] = Field("start-language", tr("Language of pages and paper"), self.language)
        fields["owner"].say(tr("Signs your answers."))
        fields["language"].say(tr("Every customer may read them in another language."))
        self.add(
            [
                Pair(theme, fields["name"], fields["owner"]),
                fields["colour"],
                Pair(theme, fields["logo"], fields["language"]),
                self.sample,
            ]
        )
        self._column.setAlignment(self.sample, Qt.AlignmentFlag.AlignLeading)
        for line in (self.name, self.owner):
            line.textEdited.connect(self._tell)
        self.colours.changed.connect(self._tell)
        self.language.activated.connect(self._tell)
        self.sample.clicked.connect(self.sample_requested)

    def show_shop(self, shop: Shop) -> None:
        for line, text in (
            (self.name, "" if shop.is_unnamed else shop.name),
            (self.owner, shop.owner),
            (self.colours.number, shop.colour),
        ):
            if line.text() != text:
                line.setText(text)
        if self.language.findData(shop.language) < 0:
            self.language.addItem(own_name(shop.language), shop.language)
        self.language.setCurrentIndex(self.language.findData(shop.language))

    def said(self, shop: Shop) -> Shop:
        return replace(
            shop,
            name=self.name.text(),
            owner=self.owner.text(),
            colour=self.colours.number.text(),
            language=str(self.language.currentData()),
        )
