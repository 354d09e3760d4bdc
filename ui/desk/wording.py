"""How the desk says the shop's words: statuses, channels, verbs, promises."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from app.dates import short_day
from app.domain.ideas import Channel, Idea, Status, Visibility
from app.domain.translation import mark
from app.words import Words

STATUS_WORDS = {
    Status.NEW: mark("New"),
    Status.CONSIDERING: mark("Thinking about it"),
    Status.TRIAL: mark("On trial until"),
    Status.PLANNED: mark("We will"),
    Status.ALREADY: mark("We already do"),
    Status.DONE: mark("Done"),
    Status.DECLINED: mark("Not now"),
}
CHANNEL_WORDS = {
    Channel.KIOSK: mark("kiosk"),
    Channel.PHONE: mark("phone form"),
    Channel.EMAIL: mark("e-mail"),
    Channel.TELEPHONE: mark("telephone"),
    Channel.IN_PERSON: mark("said in the shop"),
    Channel.PAPER: mark("paper card"),
    Channel.SOCIAL: mark("seen online"),
    Channel.IMPORT: mark("import"),
}
VISIBILITY_WORDS = {
    Visibility.WAITING: mark("waiting for you"),
    Visibility.PUBLIC: mark("on the board"),
    Visibility.PRIVATE: mark("private"),
    Visibility.HIDDEN: mark("hidden"),
}
# What the verbs of the journal are called: to take back, to do again, and in an idea's history.
UNDO_WORDS = {
    "approve": mark("Undo putting up"),
    "hide": mark("Undo hiding"),
    "keep-private": mark("Undo keeping private"),
    "answer": mark("Undo the answer"),
    "add": mark("Undo what someone said"),
    "save-shop": mark("Undo the change of the shop"),
    "choose-logo": mark("Undo the new logo"),
    "remove-logo": mark("Undo removing the logo"),
    "add-placement": mark("Undo the new place"),
    "rename-kiosk": mark("Undo the new name of the kiosk"),
    "revoke-kiosk": mark("Undo shutting the kiosk out"),
    "take-in": mark("Undo putting it in the inbox"),
    "dismiss": mark("Undo dismissing"),
}
REDO_WORDS = {
    "approve": mark("Redo putting up"),
    "hide": mark("Redo hiding"),
    "keep-private": mark("Redo keeping private"),
    "answer": mark("Redo the answer"),
    "add": mark("Redo what someone said"),
    "save-shop": mark("Redo the change of the shop"),
    "choose-logo": mark("Redo the new logo"),
    "remove-logo": mark("Redo removing the logo"),
    "add-placement": mark("Redo the new place"),
    "rename-kiosk": mark("Redo the new name of the kiosk"),
    "revoke-kiosk": mark("Redo shutting the kiosk out"),
    "take-in": mark("Redo putting it in the inbox"),
    "dismiss": mark("Redo dismissing"),
}
# `what` is the idea in quotation marks, or how many there are.
UNDONE_WORDS = {
    "approve": mark("Taken back: putting up %(what)s"),
    "hide": mark("Taken back: hiding %(what)s"),
    "keep-private": mark("Taken back: keeping %(what)s private"),
    "answer": mark("Taken back: the answer to %(what)s"),
    "add": mark("Taken back: writing down %(what)s"),
    "save-shop": mark("Taken back: the change of the shop"),
    "choose-logo": mark("Taken back: the new logo"),
    "remove-logo": mark("Taken back: the logo is there again"),
    "add-placement": mark("Taken back: the new place"),
    "rename-kiosk": mark("Taken back: the new name of the kiosk"),
    "revoke-kiosk": mark("Taken back: the kiosk is let in again"),
    "take-in": mark("Taken back: it is set aside again"),
    "dismiss": mark("Taken back: it is set aside again"),
}
REDONE_WORDS = {
    "approve": mark("Done again: putting up %(what)s"),
    "hide": mark("Done again: hiding %(what)s"),
    "keep-private": mark("Done again: keeping %(what)s private"),
    "answer": mark("Done again: the answer to %(what)s"),
    "add": mark("Done again: writing down %(what)s"),
    "save-shop": mark("Done again: the change of the shop"),
    "choose-logo": mark("Done again: the new logo"),
    "remove-logo": mark("Done again: the logo is removed"),
    "add-placement": mark("Done again: the new place"),
    "rename-kiosk": mark("Done again: the new name of the kiosk"),
    "revoke-kiosk": mark("Done again: the kiosk is shut out"),
    "take-in": mark("Done again: it waits in the inbox"),
    "dismiss": mark("Done again: dismissed"),
}
HISTORY_WORDS = {
    "submit": mark("The idea came in."),
    "add": mark("You wrote it down."),
    "approve": mark("You put it up."),
    "hide": mark("You hid it."),
    "keep-private": mark("You kept it private."),
    "answer": mark("You answered."),
    "undo": mark("You took the last step back."),
    "edit": mark("Its author changed the words."),
    "reply": mark("Its author wrote back."),
    "make-notice": mark("You made a notice of it."),
}


def letters_in_words(letters: Sequence[str]) -> str:
    """Letters that cannot be shown, told by their names as well."""
    return ", ".join(f"{each} ({_name_of(each)})" for each in letters)


def _name_of(letter: str) -> str:
    return unicodedata.name(letter[0], f"U+{ord(letter[0]):04X}")


def author(idea: Idea, words: Words) -> str:
    return idea.name or words.tr("A guest")


def beginning(idea: Idea, letters: int) -> str:
    """How the idea's first line begins, for a sentence that names it."""
    line = idea.text.partition("\n")[0]
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip()}…"


def stamp_word(idea: Idea, words: Words) -> str:
    """What the stamp on an answered idea says; a trial names its last day."""
    until = idea.response.until if idea.response else None
    if idea.status is Status.TRIAL and until:
        return words.tr("On trial to %(day)s", day=short_day(until, words.language))
    return words.tr(STATUS_WORDS[idea.status])


def promise_word(days_left: int, words: Words) -> str:
    """What is left of the promise, in open days."""
    if days_left < 0:
        return words.trn("%(count)s day late", "%(count)s days late", -days_left)
    if days_left == 0:
        return words.tr("today")
    return words.trn("%(count)s day left", "%(count)s days left", days_left)


def is_pressing(days_left: int) -> bool:
    return days_left <= 0
