"""How the wall speaks, at the desk and in the terminal: what kind a sheet is and what ails it."""

from __future__ import annotations

from collections.abc import Sequence

from app.dates import short_day
from app.domain.ledger import Entry
from app.domain.notices import SheetKind
from app.domain.sheets import Ailment, Reason
from app.note_words import status_word
from app.words import Words


def kind_word(kind: SheetKind, words: Words) -> str:
    return {
        SheetKind.ANSWER: words.tr("Notice"),
        SheetKind.YOU_SAID: words.tr("You said, we did"),
        SheetKind.WEEK: words.tr("This week’s board"),
        SheetKind.YEAR: words.tr("The year in answers"),
        SheetKind.STORM_POSTER: words.tr("Storm: the question"),
        SheetKind.STORM_BUILDING: words.tr("Storm: building now"),
        SheetKind.STORM_CONCLUSION: words.tr("Storm: the conclusion"),
        SheetKind.STORM_PROOF: words.tr("Storm: the proof"),
        SheetKind.QR_POSTER: words.tr("Poster with a code"),
        SheetKind.QR_TENT: words.tr("Table tent"),
        SheetKind.QR_LABELS: words.tr("Labels"),
        SheetKind.QR_CARD: words.tr("Card with a code"),
        SheetKind.QR_WIFI: words.tr("Wi-Fi card"),
    }[kind]


def today_words(entry: Entry, words: Words) -> str:
    """The ledger's last word on a sheet: "true", "taken down", or the worst that is wrong with it."""
    if not entry.notice.hangs:
        return words.tr("taken down")
    return reason_words(entry.reasons[0], words) if entry.reasons else words.tr("true")


def reason_words(reason: Reason, words: Words) -> str:
    """In a few words, as they stand behind the number of the sheet: "says “We will”, is “Done”"."""
    told = _of_the_answer(reason, words)
    if told is not None:
        return told
    told = _of_a_storm(reason, words)
    return _of_the_sheet(reason, words) if told is None else told


def _of_the_answer(reason: Reason, words: Words) -> str | None:
    match reason.ailment:
        case Ailment.ERASED:
            return words.tr("its author took the idea back")
        case Ailment.MERGED if reason.other is not None:
            return words.tr("put together with %(other)s", other=reason.other)
        case Ailment.MERGED:
            return words.tr("put together with another")
        case Ailment.OFF_BOARD:
            return words.tr("is not on the board any more")
        case Ailment.UNANSWERED:
            return words.tr("has no answer any more")
        case Ailment.ANSWERED_ANEW if reason.said and reason.now and reason.said is not reason.now:
            return words.tr(
                "says “%(said)s”, is “%(now)s”",
                said=status_word(reason.said, words),
                now=status_word(reason.now, words),
            )
        case Ailment.ANSWERED_ANEW:
            return words.tr("has been answered anew")
        case Ailment.REWORDED:
            return words.tr("its words are others now")
        case Ailment.TRIAL_OVER if reason.day is not None:
            return words.tr("the trial ended %(day)s", day=short_day(reason.day, words.language))
    return None


def _of_a_storm(reason: Reason, words: Words) -> str | None:
    return {
        Ailment.STORM_DROPPED: words.tr("the storm is not announced any more"),
        Ailment.STORM_REWORDED: words.tr("the question is another now"),
        Ailment.STORM_EXTENDED: words.tr("the storm was extended"),
        Ailment.STORM_OVER: words.tr("what it asks for is over"),
        Ailment.UNCONCLUDED: words.tr("what it says was taken back"),
        Ailment.CONCLUDED_ANEW: words.tr("was concluded anew"),
        Ailment.CARRIED_OUT: words.tr("is carried out by now"),
        Ailment.CONTRIBUTION_GONE: words.tr("quotes what is not on the board any more"),
    }.get(reason.ailment)


def _of_the_sheet(reason: Reason, words: Words) -> str:
    match reason.ailment:
        case Ailment.PLACEMENT_RETIRED:
            return words.tr("its code is out of use")
        case Ailment.PLACEMENT_RENAMED:
            return words.tr("its place is called “%(name)s” now", name=reason.after)
        case Ailment.SHOP_RENAMED:
            return words.tr("names the shop “%(name)s”", name=reason.before)
        case Ailment.MOVED:
            return words.tr("its code leads to %(address)s", address=reason.before)
        case Ailment.REPLACED if reason.other is not None:
            return words.tr("%(other)s was printed in its place", other=reason.other)
        case Ailment.REPLACED:
            return words.tr("another was printed in its place")
        case Ailment.OVERDUE if reason.day is not None:
            return words.tr("should be down since %(day)s", day=short_day(reason.day, words.language))
    return words.tr("should be down")


def reasons_line(reasons: Sequence[Reason], words: Words) -> str:
    """All that is wrong with it, each thing once."""
    return "; ".join(dict.fromkeys(reason_words(reason, words) for reason in reasons))
