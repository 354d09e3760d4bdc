"""The application's one style sheet: a widget's property `role` says what it is, this says how it looks."""

from __future__ import annotations

from collections.abc import Callable

from app.theme import HIGH_CONTRAST, RADIUS, RESTING_IN_CONTRAST, Palette


def stylesheet(palette: Palette, px: Callable[[int], int], border: int) -> str:
    """`px` turns a length of the scale into pixels at the person's text size."""
    return "\n".join(
        (
            _texts(palette, px),
            _buttons(palette, px, border),
            _fields(palette, px, border),
            _rest(palette, px, border),
        )
    )


def _texts(p: Palette, px: Callable[[int], int]) -> str:
    return f"""
QLabel {{ background: transparent; color: {p.ink}; }}
QLabel[role="small"] {{ font-size: {px(13)}px; color: {p.ink_soft}; }}
QLabel[role="small-bold"] {{ font-size: {px(13)}px; font-weight: bold; }}
QLabel[role="soft"] {{ color: {p.ink_soft}; }}
QLabel[role="heading"] {{ font-size: {px(16)}px; font-weight: bold; }}
QLabel[role="storm-question"] {{ font-size: {px(39)}px; font-weight: bold; letter-spacing: -0.8px; }}
QLabel[role="question"] {{ font-size: {px(31)}px; font-weight: bold; }}
QLabel[role="title"] {{ font-size: {px(25)}px; font-weight: bold; }}
QLabel[role="large-bold"] {{ font-size: {px(20)}px; font-weight: bold; }}
QLabel[role="large"] {{ font-size: {px(20)}px; }}
QLabel[role="link-word"] {{ font-weight: bold; color: {p.brick}; }}
QLabel[role="error"] {{ font-size: {px(13)}px; font-weight: bold; color: {p.rose}; }}
QLabel[role="good"] {{ color: {p.leaf}; }}
QLabel[role="good-heading"] {{ font-size: {px(16)}px; font-weight: bold; color: {p.leaf}; }}
QLabel[role="alarm"] {{ font-size: {px(16)}px; font-weight: bold; color: {p.brick}; }}
QLabel[role="care"] {{ color: {p.ochre}; }}
QLabel[role="care-small"] {{ font-size: {px(13)}px; color: {p.ochre}; }}
QLabel[role="said"] {{ background: {p.raised}; border: 1px solid {p.line}; border-radius: {RADIUS}px;
    padding: {px(10)}px {px(20)}px; }}
QLabel[role="command"] {{ background: {p.paper}; border: 1px solid {p.hair}; padding: {px(6)}px {px(12)}px; }}
QLabel[role="pairing"] {{ font-size: {px(31)}px; font-weight: bold; letter-spacing: 2px; }}
QLabel[role="code"] {{ font-size: {px(20)}px; font-weight: bold; letter-spacing: 1px; }}
"""


def _buttons(p: Palette, px: Callable[[int], int], border: int) -> str:
    # In high contrast a hair is ink, and words on it would not be seen.
    resting = p.wall if p.hair == p.ink_soft else p.hair
    dashed = f"border: 2px dashed {RESTING_IN_CONTRAST};" if p == HIGH_CONTRAST else ""
    return f"""
QPushButton {{ background: {p.paper}; color: {p.ink}; border: {border}px solid {p.line};
    border-radius: {RADIUS}px; padding: 0 {px(16)}px; min-height: {px(38)}px; }}
QPushButton:hover {{ border-color: {p.ink}; }}
QPushButton:pressed {{ background: {p.mat}; }}
QPushButton:disabled {{ color: {p.line}; border-color: {p.hair}; background: transparent; }}
QPushButton[role="primary"] {{ background: {p.brick}; color: {p.on_brick}; border-color: {p.brick};
    font-weight: bold; }}
QPushButton[role="primary"]:hover {{ border-color: {p.ink}; }}
QPushButton[role="primary"]:disabled {{ background: {resting}; color: {p.ink_soft};
    border-color: {p.hair}; }}
QPushButton[role="on-wall"] {{ background: transparent; }}
QPushButton[role="verb"], QPushButton[role="word"], QPushButton[role="choice"],
QPushButton[role="underlined"], QPushButton[role="link"] {{ background: transparent; border: none;
    border-radius: 0; padding: 0; min-height: 0; }}
QPushButton:disabled, QPushButton[role="primary"]:disabled, QPushButton[role="verb"]:disabled,
QPushButton[role="word"]:disabled, QPushButton[role="choice"]:disabled {{ {dashed} }}
"""


def _fields(p: Palette, px: Callable[[int], int], border: int) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QDateEdit, QTimeEdit, QSpinBox, QDoubleSpinBox,
QComboBox {{ background: {p.paper}; color: {p.ink};
    border: {border}px solid {p.line}; border-radius: {RADIUS}px; padding: 0 {px(12)}px;
    min-height: {px(36)}px; selection-background-color: {p.brick}; selection-color: {p.on_brick};
    placeholder-text-color: {p.ink_soft}; }}
QPlainTextEdit {{ padding: {px(8)}px {px(12)}px; }}
QPlainTextEdit[role="answer"] {{ font-size: {px(20)}px; }}
QPlainTextEdit[private="true"] {{ border: {border + 2}px double {p.ink}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QDateEdit[wrong="true"],
QTimeEdit[wrong="true"], QComboBox[wrong="true"] {{
    border: 2px solid {p.rose}; }}
QComboBox QLineEdit, QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QTimeEdit QLineEdit {{ border: none;
    border-radius: 0; padding: 0; min-height: 0; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button {{
    width: 0; border: none; }}
QDateEdit::drop-down, QComboBox::drop-down {{ border: none; width: {px(28)}px; }}
QComboBox QAbstractItemView {{ background: {p.raised}; color: {p.ink}; border: 1px solid {p.line};
    selection-background-color: {p.brick}; selection-color: {p.on_brick}; outline: 0; }}
"""


def _rest(p: Palette, px: Callable[[int], int], border: int) -> str:
    return f"""
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QMainWindow, QDialog, QWidget[role="wall"] {{ background: {p.wall}; }}
QWidget[role="mat"] {{ background: {p.mat}; border-left: {border - 1}px solid {p.line}; }}
QWidget[role="own-note"] {{ border-left: 2px dotted {p.line}; }}
QWidget[role="slip"] {{ background: {p.paper}; border: {border}px solid {p.hair};
    border-radius: {RADIUS}px; }}
QWidget[role="said-sheet"] {{ background: {p.raised}; border: {border}px solid {p.line};
    border-radius: {RADIUS}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="plain"] {{ background: transparent; border: none; }}
QListView, QTableView {{ background: {p.wall}; border: none; outline: 0; }}
QListView[role="proposals"] {{ background: {p.raised}; border: {border}px solid {p.line}; }}
QListView[role="proposals"]::item {{ min-height: {px(32)}px; padding: 0 {px(10)}px; }}
QListView[role="proposals"]::item:selected, QListView[role="proposals"]::item:hover {{
    background: {p.brick}; color: {p.on_brick}; }}
QFrame[role="hair"] {{ background: {p.hair}; border: none; }}
QToolTip {{ background: {p.raised}; color: {p.ink}; border: 1px solid {p.line}; padding: {px(4)}px; }}
QMenu {{ background: {p.raised}; color: {p.ink}; border: 1px solid {p.line}; padding: {px(4)}px 0; }}
QMenu::item {{ padding: {px(8)}px {px(20)}px; }}
QMenu::item:selected {{ background: {p.brick}; color: {p.on_brick}; }}
QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {p.dots}; min-height: 32px; border-radius: 3px; margin: 0 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 8px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {p.dots}; min-width: 32px; border-radius: 3px; margin: 2px 0; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; border: none; width: 0; height: 0; }}
QScrollBar::handle:hover {{ background: {p.line}; }}
QCalendarWidget QWidget {{ alternate-background-color: {p.wall}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {p.wall}; }}
QCalendarWidget QToolButton {{ color: {p.ink}; background: transparent; min-height: {px(32)}px; }}
"""
