"""How the wall speaks: what a sheet is, the word on its flag, where it hangs, what comes down soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.dates import table_day, weekday_in_words
from app.domain.ideas import Status
from app.domain.ledger import Entry
from app.domain.notices import SheetKind
from app.domain.sheets import Ailment, Reason
from app.domain.translation import mark
from app.domain.walls import Place
from app.note_words import status_word
from app.wall_words import kind_word, reason_words
from app.words import Words
from ui.desk.today.wording import why
from ui.shared.papers import size_in_words

DAYS_OF_A_WEEK = 7
DUE_AT_MOST = 6
# They are called by their kind: no idea on them is more theirs than another.
_OF_SEVERAL = frozenset({SheetKind.YOU_SAID, SheetKind.WEEK, SheetKind.YEAR})
_IS_NOW = {
    Status.NEW: mark("is not answered"),
    Status.CONSIDERING: mark("is being thought about"),
    Status.TRIAL: mark("is on trial"),
    Status.PLANNED: mark("is planned"),
    Status.ALREADY: mark("is there already"),
    Status.DECLINED: mark("is declined"),
    Status.DONE: mark("is done"),
}
_FLAGS = {
    Ailment.ERASED: mark("taken back"),
    Ailment.MERGED: mark("put together"),
    Ailment.OFF_BOARD: mark("off the board"),
    Ailment.UNANSWERED: mark("no answer"),
    Ailment.ANSWERED_ANEW: mark("answered anew"),
    Ailment.REWORDED: mark("other words"),
    Ailment.TRIAL_OVER: mark("trial over"),
    Ailment.STORM_DROPPED: mark("storm gone"),
    Ailment.STORM_REWORDED: mark("other question"),
    Ailment.STORM_EXTENDED: mark("extended"),
    Ailment.STORM_OVER: mark("storm over"),
    Ailment.UNCONCLUDED: mark("not concluded"),
    Ailment.CONCLUDED_ANEW: mark("concluded anew"),
    Ailment.CARRIED_OUT: mark("is done"),
    Ailment.CONTRIBUTION_GONE: mark("words gone"),
    Ailment.PLACEMENT_RETIRED: mark("code retired"),
    Ailment.PLACEMENT_RENAMED: mark("other name"),
    Ailment.SHOP_RENAMED: mark("old shop name"),
    Ailment.MOVED: mark("old address"),
    Ailment.REPLACED: mark("replaced"),
    Ailment.OVERDUE: mark("overdue"),
}


def title_of(entry: Entry, words: Words) -> str:
    """What it says; its kind where that says more, or is all that is left."""
    kind = entry.notice.kind
    return kind_word(kind, words) if kind in _OF_SEVERAL or not entry.title else entry.title


def says_of(entry: Entry, words: Words) -> str:
    """What stands behind the spine of the small sheet."""
    if entry.notice.kind in _OF_SEVERAL:
        return entry.title
    carries = entry.notice.shown.carries
    is_answer = entry.notice.kind is SheetKind.ANSWER and bool(carries)
    return status_word(carries[0].said, words) if is_answer else ""


def sheet_of(entry: Entry, words: Words) -> str:
    return size_in_words(entry.notice.size, words)


def hangs_at(entry: Entry, places: Sequence[Place], words: Words) -> str:
    """Each place once; of a sheet that came down, where it hung last."""
    names = {place.id: place.name for place in places}
    copies = entry.hanging_now or entry.hangings
    known = list(dict.fromkeys(names[copy.place_id] for copy in copies if copy.place_id in names))
    if known:
        return ", ".join(known)
    return words.tr("not noted") if entry.notice.hangs else ""


def flag_of(entry: Entry, words: Words) -> str:
    """A word or two over a sheet that is wrong; nothing over one that is true."""
    if not entry.reasons:
        return ""
    reason = entry.reasons[0]
    if (changed := _changed(reason)) is not None:
        return words.tr(_IS_NOW[changed])
    return words.tr(_FLAGS[reason.ailment])


def today_of(entry: Entry, today: date, words: Words) -> str:
    """The ledger's last column: what the sheet is worth today. "true" is its calm word."""
    tr, notice = words.tr, entry.notice
    if not notice.hangs:
        return tr("down, by %(name)s", name=notice.down_by) if notice.down_by else tr("down")
    if entry.reasons:
        return reason_words(entry.reasons[0], words)
    return _down_soon(notice.take_down_on, today, words) or tr("true")


def why_of(entry: Entry, today: date, words: Words) -> str:
    """The worst that is wrong with it, as a sentence that begins with its number."""
    return why(entry, today, words)


def all_whys(entry: Entry, today: date, words: Words) -> list[str]:
    """Each once, the worst first."""
    each_alone = [replace(entry, reasons=(reason,)) for reason in entry.reasons]
    return list(dict.fromkeys(why(alone, today, words) for alone in each_alone))


def day_words(day: date | None, today: date, words: Words) -> str:
    return table_day(day, today.year, words.language) if day else ""


def _changed(reason: Reason) -> Status | None:
    """The status that is so now where the sheet tells another one."""
    is_other = reason.ailment is Ailment.ANSWERED_ANEW and reason.now is not reason.said
    return reason.now if is_other else None


def _down_soon(day: date | None, today: date, words: Words) -> str:
    """Within a week it is said by the weekday."""
    left = (day - today).days if day else DAYS_OF_A_WEEK
    if day is None or not 0 <= left < DAYS_OF_A_WEEK:
        return ""
    if left == 0:
        return words.tr("comes down today")
    return words.tr("down on %(weekday)s", weekday=weekday_in_words(day, words.language))


def coming_down(entries: Sequence[Entry], today: date, words: Words) -> str:
    """ "127 today, 122 on Saturday. Each sheet carries its date at the foot." """
    due = sorted(
        (entry.notice.take_down_on, entry.notice.number)
        for entry in entries
        if entry.notice.hangs
        and entry.notice.take_down_on is not None
        and 0 <= (entry.notice.take_down_on - today).days < DAYS_OF_A_WEEK
    )
    if not due:
        return ""
    told = ", ".join(_number_on(day, number, today, words) for day, number in due[:DUE_AT_MOST])
    more = len(due) - DUE_AT_MOST
    if more > 0:
        told = words.trn("%(told)s and %(count)s more", "%(told)s and %(count)s more", more, told=told)
    return words.tr("%(told)s. Each sheet carries its date at the foot.", told=told)


def _number_on(day: date, number: int, today: date, words: Words) -> str:
    if day == today:
        return words.tr("%(number)s today", number=number)
    weekday = weekday_in_words(day, words.language)
    return words.tr("%(number)s on %(weekday)s", number=number, weekday=weekday)
