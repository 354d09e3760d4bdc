"""The tags to choose from, by what is typed: which the chosen ideas carry, on how many they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.domain.search_words import stored_words
from app.domain.tags import Tag
from ui.desk.tools import Tools
from ui.shared.icons import pixmap
from ui.shared.labels import set_role

TAG_ROLE = Qt.ItemDataRole.UserRole
ICON = 16
LINES_SHOWN = 7
LINE_HEIGHT = 36


class TagList(QListWidget):
    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._tags: Sequence[Tag] = ()
        self._carried: Mapping[UUID, int] = {}
        self._ideas = 0
        set_role(self, "proposals")
        self.setObjectName("tag-list")
        self.setAccessibleName(tools.words.tr("Tags"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        tools.theme.changed.connect(self._fit)
        self._fit()

    @property
    def current(self) -> Tag | None:
        item = self.currentItem()
        tag = item.data(TAG_ROLE) if item is not None else None
        return tag if isinstance(tag, Tag) else None

    def is_carried_by_all(self, tag: Tag) -> bool:
        return self._ideas > 0 and self._carried.get(tag.id, 0) == self._ideas

    def show_tags(self, tags: Sequence[Tag], carried: Mapping[UUID, int], ideas: int) -> None:
        """`carried` says how many of the chosen `ideas` carry each."""
        self._tags, self._carried, self._ideas = tags, carried, ideas

    def narrow(self, typed: str, *, without: Tag | None = None) -> None:
        """Those with a word that begins as `typed`, the ones on the chosen ideas first; the same one stays
        current."""
        kept = self.current
        self.clear()
        for tag in sorted(self._tags, key=lambda tag: tag.id not in self._carried):
            if tag != without and _fits(tag, typed):
                self.addItem(self._item(tag))
        rows = [row for row in range(self.count()) if kept and self._tag_at(row).id == kept.id]
        self.setCurrentRow(rows[0] if rows else 0)

    def step(self, by: int) -> None:
        if self.count():
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + by)))

    def _tag_at(self, row: int) -> Tag:
        tag = self.item(row).data(TAG_ROLE)
        assert isinstance(tag, Tag)
        return tag

    def _item(self, tag: Tag) -> QListWidgetItem:
        words = self._tools.words
        parts = [tag.name, words.trn("%(count)s idea", "%(count)s ideas", tag.ideas)]
        if tag.public:
            parts.append(words.tr("customers see it"))
        item = QListWidgetItem(self._sign(tag), f"\u2068{parts[0]}\u2069  ·  {'  ·  '.join(parts[1:])}")
        item.setData(TAG_ROLE, tag)
        carried = self._carried.get(tag.id, 0)
        said = words.tr("on it") if carried == self._ideas else words.tr("on some") if carried else ""
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (*parts, said))))
        return item

    def _sign(self, tag: Tag) -> QIcon:
        """A tick where all carry it, a dash where some do, room for one where none does."""
        theme, made = self._tools.theme, QIcon()
        size = theme.px(ICON)
        carried = self._carried.get(tag.id, 0)
        name = "check" if carried and carried == self._ideas else "minus" if carried else ""
        for mode, colour in ((QIcon.Mode.Normal, "ink"), (QIcon.Mode.Selected, "on_brick")):
            picture = pixmap(name or "check", theme.colour(colour), size)
            if not name:
                picture.fill(Qt.GlobalColor.transparent)
            made.addPixmap(picture, mode)
        return made

    def _fit(self) -> None:
        theme = self._tools.theme
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))
        self.setFixedHeight(theme.px(LINE_HEIGHT) * LINES_SHOWN)


def _fits(tag: Tag, typed: str) -> bool:
    words = stored_words(tag.name).split()
    asked = stored_words(typed).split()
    return all(any(word.startswith(each) for word in words) for each in asked) or (
        typed.casefold() in tag.name.casefold()
    )
