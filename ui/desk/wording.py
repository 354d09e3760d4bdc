"""How the desk says the shop's words: statuses, channels, verbs, promises."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.dates import short_day
from app.domain.ideas import Channel, Idea, Status, Visibility
from app.domain.translation import mark
from app.words import Words

if TYPE_CHECKING:
    from app.services.owner.searching import Match

# What does not stand before the dots of a line that goes on.
_BEFORE_DOTS = " ,;:.!?-–"
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
MATCH_WORDS = {
    "code": mark("code"),
    "notice": mark("notice %(name)s"),
    "tag": mark("tag: %(name)s"),
    "placement": mark("place: %(name)s"),
    "answer": mark("in your answer"),
    "reply": mark("in what its author wrote back"),
    "note": mark("in your note"),
    "around": mark("in what was said about it"),
}
# What the verbs of the journal are called: to take back, to do again, and in an idea's history.
UNDO_WORDS = {
    "merge": mark("Undo putting together"),
    "unmerge": mark("Undo taking apart"),
    "keep-apart": mark("Undo “not the same”"),
    "add-voice": mark("Undo the voice"),
    "take-voice-away": mark("Undo taking the voice away"),
    "approve": mark("Undo putting up"),
    "hide": mark("Undo hiding"),
    "keep-private": mark("Undo keeping private"),
    "tag": mark("Undo putting on the tag"),
    "untag": mark("Undo taking off the tag"),
    "rename-tag": mark("Undo the new name of the tag"),
    "merge-tags": mark("Undo putting the tags together"),
    "show-tag": mark("Undo showing the tag to customers"),
    "keep-tag": mark("Undo keeping the tag to yourself"),
    "retire-tag": mark("Undo retiring the tag"),
    "note": mark("Undo the note"),
    "reword-note": mark("Undo the new words of the note"),
    "take-note-away": mark("Undo taking the note away"),
    "save-view": mark("Undo saving the view"),
    "rename-view": mark("Undo the new name of the view"),
    "move-view": mark("Undo moving the view"),
    "remove-view": mark("Undo removing the view"),
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
    "take-down": mark("Undo taking a sheet down"),
    "hang": mark("Undo hanging a sheet"),
    "move-sheet": mark("Undo moving a sheet"),
    "put-back": mark("Undo putting a sheet back up"),
    "reprint": mark("Undo printing the sheets again"),
    "follow-plan": mark("Undo what was proposed for the wall"),
    "add-wall-place": mark("Undo the new place on the wall"),
    "rename-wall-place": mark("Undo the new name of the place"),
    "resize-wall-place": mark("Undo the new measures of the board"),
    "remove-wall-place": mark("Undo removing the place"),
    "begin-measure": mark("Undo the number before"),
    "note-after": mark("Undo the number after"),
    "drop-measure": mark("Undo taking the numbers away"),
    "settle-replies": mark("Undo that it needs no answer"),
    "add-snippet": mark("Undo the new sentence"),
    "change-snippet": mark("Undo the changed sentence"),
    "take-snippet-away": mark("Undo taking the sentence away"),
    "move-snippet": mark("Undo moving the sentence"),
    "leave-out": mark("Undo leaving it out on the wall"),
    "show-own-words": mark("Undo showing the whole words"),
    "thank": mark("Undo the thanks"),
    "thank-with-cards": mark("Undo the thank-you cards"),
    "redeem": mark("Undo redeeming the card"),
    "draft-storm": mark("Undo the new storm"),
    "change-storm": mark("Undo the change of the storm"),
    "drop-storm": mark("Undo throwing the storm away"),
    "announce-storm": mark("Undo announcing the storm"),
    "shortlist": mark("Undo putting it on the shortlist"),
    "unlist": mark("Undo taking it off the shortlist"),
    "print-ballots": mark("Undo the ballots"),
    "give-ballot": mark("Undo the ballot typed in"),
    "conclude-storm": mark("Undo the conclusion of the storm"),
    "carry-out-storm": mark("Undo that the storm is carried out"),
    "look-back-at-storm": mark("Undo looking back at the storm"),
    "import-storm": mark("Undo taking the storm in"),
}
REDO_WORDS = {
    "merge": mark("Redo putting together"),
    "unmerge": mark("Redo taking apart"),
    "keep-apart": mark("Redo “not the same”"),
    "add-voice": mark("Redo the voice"),
    "take-voice-away": mark("Redo taking the voice away"),
    "approve": mark("Redo putting up"),
    "hide": mark("Redo hiding"),
    "keep-private": mark("Redo keeping private"),
    "tag": mark("Redo putting on the tag"),
    "untag": mark("Redo taking off the tag"),
    "rename-tag": mark("Redo the new name of the tag"),
    "merge-tags": mark("Redo putting the tags together"),
    "show-tag": mark("Redo showing the tag to customers"),
    "keep-tag": mark("Redo keeping the tag to yourself"),
    "retire-tag": mark("Redo retiring the tag"),
    "note": mark("Redo the note"),
    "reword-note": mark("Redo the new words of the note"),
    "take-note-away": mark("Redo taking the note away"),
    "save-view": mark("Redo saving the view"),
    "rename-view": mark("Redo the new name of the view"),
    "move-view": mark("Redo moving the view"),
    "remove-view": mark("Redo removing the view"),
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
    "take-down": mark("Redo taking a sheet down"),
    "hang": mark("Redo hanging a sheet"),
    "move-sheet": mark("Redo moving a sheet"),
    "put-back": mark("Redo putting a sheet back up"),
    "reprint": mark("Redo printing the sheets again"),
    "follow-plan": mark("Redo what was proposed for the wall"),
    "add-wall-place": mark("Redo the new place on the wall"),
    "rename-wall-place": mark("Redo the new name of the place"),
    "resize-wall-place": mark("Redo the new measures of the board"),
    "remove-wall-place": mark("Redo removing the place"),
    "begin-measure": mark("Redo the number before"),
    "note-after": mark("Redo the number after"),
    "drop-measure": mark("Redo taking the numbers away"),
    "settle-replies": mark("Redo that it needs no answer"),
    "add-snippet": mark("Redo the new sentence"),
    "change-snippet": mark("Redo the changed sentence"),
    "take-snippet-away": mark("Redo taking the sentence away"),
    "move-snippet": mark("Redo moving the sentence"),
    "leave-out": mark("Redo leaving it out on the wall"),
    "show-own-words": mark("Redo showing the whole words"),
    "thank": mark("Redo the thanks"),
    "thank-with-cards": mark("Redo the thank-you cards"),
    "redeem": mark("Redo redeeming the card"),
    "draft-storm": mark("Redo the new storm"),
    "change-storm": mark("Redo the change of the storm"),
    "drop-storm": mark("Redo throwing the storm away"),
    "announce-storm": mark("Redo announcing the storm"),
    "shortlist": mark("Redo putting it on the shortlist"),
    "unlist": mark("Redo taking it off the shortlist"),
    "print-ballots": mark("Redo the ballots"),
    "give-ballot": mark("Redo the ballot typed in"),
    "conclude-storm": mark("Redo the conclusion of the storm"),
    "carry-out-storm": mark("Redo that the storm is carried out"),
    "look-back-at-storm": mark("Redo looking back at the storm"),
    "import-storm": mark("Redo taking the storm in"),
}
# `what` is the idea in quotation marks, or how many there are.
UNDONE_WORDS = {
    "merge": mark("Taken back: putting together %(what)s"),
    "unmerge": mark("Taken back: taking apart %(what)s"),
    "keep-apart": mark("Taken back: they may be the same"),
    "add-voice": mark("Taken back: the voice for %(what)s"),
    "take-voice-away": mark("Taken back: the voice for %(what)s counts again"),
    "approve": mark("Taken back: putting up %(what)s"),
    "hide": mark("Taken back: hiding %(what)s"),
    "keep-private": mark("Taken back: keeping %(what)s private"),
    "tag": mark("Taken back: the tag on %(what)s"),
    "untag": mark("Taken back: taking the tag off %(what)s"),
    "rename-tag": mark("Taken back: the new name of the tag"),
    "merge-tags": mark("Taken back: putting the tags together"),
    "show-tag": mark("Taken back: showing the tag to customers"),
    "keep-tag": mark("Taken back: keeping the tag to yourself"),
    "retire-tag": mark("Taken back: retiring the tag"),
    "note": mark("Taken back: the note on %(what)s"),
    "reword-note": mark("Taken back: the new words of the note on %(what)s"),
    "take-note-away": mark("Taken back: taking away the note on %(what)s"),
    "save-view": mark("Taken back: saving the view"),
    "rename-view": mark("Taken back: the new name of the view"),
    "move-view": mark("Taken back: moving the view"),
    "remove-view": mark("Taken back: removing the view"),
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
    "take-down": mark("Taken back: the sheet hangs again"),
    "hang": mark("Taken back: the sheet does not hang there"),
    "move-sheet": mark("Taken back: the sheet hangs where it hung"),
    "put-back": mark("Taken back: the sheet is down"),
    "reprint": mark("Taken back: the old sheets count"),
    "follow-plan": mark("Taken back: the wall is as it was"),
    "add-wall-place": mark("Taken back: the new place is gone"),
    "rename-wall-place": mark("Taken back: the place has its old name"),
    "resize-wall-place": mark("Taken back: the board has its old measures"),
    "remove-wall-place": mark("Taken back: the place is there"),
    "begin-measure": mark("Taken back: the number before %(what)s"),
    "note-after": mark("Taken back: the number after %(what)s"),
    "drop-measure": mark("Taken back: the numbers of %(what)s are there again"),
    "settle-replies": mark("Taken back: %(what)s waits for an answer again"),
    "add-snippet": mark("Taken back: the new sentence"),
    "change-snippet": mark("Taken back: the change of the sentence"),
    "take-snippet-away": mark("Taken back: the sentence is there again"),
    "move-snippet": mark("Taken back: moving the sentence"),
    "leave-out": mark("Taken back: the whole words of %(what)s hang on the wall"),
    "show-own-words": mark("Taken back: a part of %(what)s is left out again"),
    "thank": mark("Taken back: thanks are owed again"),
    "thank-with-cards": mark("Taken back: the cards are worth nothing"),
    "redeem": mark("Taken back: the card is good again"),
    "draft-storm": mark("Taken back: the new storm"),
    "change-storm": mark("Taken back: the change of the storm"),
    "drop-storm": mark("Taken back: throwing the storm away"),
    "announce-storm": mark("Taken back: announcing the storm"),
    "shortlist": mark("Taken back: putting %(what)s on the shortlist"),
    "unlist": mark("Taken back: taking %(what)s off the shortlist"),
    "print-ballots": mark("Taken back: the ballots"),
    "give-ballot": mark("Taken back: the ballot typed in"),
    "conclude-storm": mark("Taken back: the conclusion of the storm"),
    "carry-out-storm": mark("Taken back: that the storm is carried out"),
    "look-back-at-storm": mark("Taken back: looking back at the storm"),
    "import-storm": mark("Taken back: taking the storm in"),
}
REDONE_WORDS = {
    "merge": mark("Done again: putting together %(what)s"),
    "unmerge": mark("Done again: taking apart %(what)s"),
    "keep-apart": mark("Done again: they are not the same"),
    "add-voice": mark("Done again: the voice for %(what)s"),
    "take-voice-away": mark("Done again: the voice for %(what)s counts no more"),
    "approve": mark("Done again: putting up %(what)s"),
    "hide": mark("Done again: hiding %(what)s"),
    "keep-private": mark("Done again: keeping %(what)s private"),
    "tag": mark("Done again: the tag on %(what)s"),
    "untag": mark("Done again: taking the tag off %(what)s"),
    "rename-tag": mark("Done again: the new name of the tag"),
    "merge-tags": mark("Done again: putting the tags together"),
    "show-tag": mark("Done again: showing the tag to customers"),
    "keep-tag": mark("Done again: keeping the tag to yourself"),
    "retire-tag": mark("Done again: retiring the tag"),
    "note": mark("Done again: the note on %(what)s"),
    "reword-note": mark("Done again: the new words of the note on %(what)s"),
    "take-note-away": mark("Done again: taking away the note on %(what)s"),
    "save-view": mark("Done again: saving the view"),
    "rename-view": mark("Done again: the new name of the view"),
    "move-view": mark("Done again: moving the view"),
    "remove-view": mark("Done again: removing the view"),
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
    "take-down": mark("Done again: the sheet is down"),
    "hang": mark("Done again: the sheet hangs there"),
    "move-sheet": mark("Done again: the sheet is moved"),
    "put-back": mark("Done again: the sheet is back up"),
    "reprint": mark("Done again: the new sheets count"),
    "follow-plan": mark("Done again: the wall is as proposed"),
    "add-wall-place": mark("Done again: the new place is there"),
    "rename-wall-place": mark("Done again: the place has its new name"),
    "resize-wall-place": mark("Done again: the board has its new measures"),
    "remove-wall-place": mark("Done again: the place is gone"),
    "begin-measure": mark("Done again: the number before %(what)s"),
    "note-after": mark("Done again: the number after %(what)s"),
    "drop-measure": mark("Done again: the numbers of %(what)s are gone"),
    "settle-replies": mark("Done again: %(what)s needs no answer"),
    "add-snippet": mark("Done again: the new sentence"),
    "change-snippet": mark("Done again: the change of the sentence"),
    "take-snippet-away": mark("Done again: the sentence is taken away"),
    "move-snippet": mark("Done again: moving the sentence"),
    "leave-out": mark("Done again: a part of %(what)s is left out"),
    "show-own-words": mark("Done again: the whole words of %(what)s"),
    "thank": mark("Done again: thanked"),
    "thank-with-cards": mark("Done again: the cards are good"),
    "redeem": mark("Done again: the card is redeemed"),
    "draft-storm": mark("Done again: the new storm"),
    "change-storm": mark("Done again: the change of the storm"),
    "drop-storm": mark("Done again: throwing the storm away"),
    "announce-storm": mark("Done again: announcing the storm"),
    "shortlist": mark("Done again: putting %(what)s on the shortlist"),
    "unlist": mark("Done again: taking %(what)s off the shortlist"),
    "print-ballots": mark("Done again: the ballots"),
    "give-ballot": mark("Done again: the ballot typed in"),
    "conclude-storm": mark("Done again: the conclusion of the storm"),
    "carry-out-storm": mark("Done again: that the storm is carried out"),
    "look-back-at-storm": mark("Done again: looking back at the storm"),
    "import-storm": mark("Done again: taking the storm in"),
}
HISTORY_WORDS = {
    "merge": mark("You put it together with another."),
    "unmerge": mark("You took it apart again."),
    "keep-apart": mark("You said that it is not the same as another."),
    "add-voice": mark("You counted one more voice."),
    "take-voice-away": mark("You took a voice away."),
    "submit": mark("A customer sent it in."),
    "add": mark("You wrote it down."),
    "approve": mark("You put it up."),
    "hide": mark("You hid it."),
    "keep-private": mark("You kept it private."),
    "answer": mark("You answered."),
    "tag": mark("You put a tag on it."),
    "untag": mark("You took a tag off."),
    "note": mark("You wrote a note for yourself."),
    "reword-note": mark("You reworded a note."),
    "take-note-away": mark("You took a note away."),
    "undo": mark("You took the last step back."),
    "edit": mark("Its author changed the words."),
    "reply": mark("Its author wrote back."),
    "make-notice": mark("You made a notice of it."),
    "begin-measure": mark("You noted a number before it."),
    "note-after": mark("You noted the number after it."),
    "drop-measure": mark("You took its numbers away."),
    "settle-replies": mark("You said that it needs no answer."),
    "leave-out": mark("You left a part out on the wall."),
    "show-own-words": mark("You let the whole words hang on the wall."),
    "shortlist": mark("You put it on the storm's shortlist."),
    "unlist": mark("You took it off the storm's shortlist."),
    "import-storm": mark("It came with its storm from a file."),
}
# The same verbs taken back, and done again after that.
TAKEN_BACK_WORDS = {
    "merge": mark("You took it back that they belong together."),
    "unmerge": mark("You took back that you took it apart."),
    "keep-apart": mark("You took back that it is not the same as another."),
    "add-voice": mark("You took the voice back."),
    "take-voice-away": mark("You let the voice count again after all."),
    "add": mark("You took back that you wrote it down."),
    "approve": mark("You took it back off the board."),
    "hide": mark("You took the hiding back."),
    "keep-private": mark("You took back that it stays private."),
    "answer": mark("You took the answer back."),
    "tag": mark("You took the tag back."),
    "untag": mark("You left the tag on after all."),
    "note": mark("You took your note back."),
    "reword-note": mark("You took the new words of a note back."),
    "take-note-away": mark("You brought your note back."),
    "begin-measure": mark("You took back the number before it."),
    "note-after": mark("You took back the number after it."),
    "drop-measure": mark("You brought its numbers back."),
    "settle-replies": mark("You took back that it needs no answer."),
    "leave-out": mark("You put back what you had left out on the wall."),
    "show-own-words": mark("You took back that the whole words hang on the wall."),
    "take-down": mark("You took back that a notice is down."),
    "take-in": mark("You set it aside again."),
    "thank": mark("You took the thanks back."),
    "thank-with-cards": mark("You took the cards that say thank you back."),
    "shortlist": mark("You took back that it is on the shortlist."),
    "unlist": mark("You left it on the shortlist after all."),
    "import-storm": mark("You took back that its storm was taken in."),
}
AGAIN_WORDS = {
    "merge": mark("You put it together with the other again."),
    "unmerge": mark("You took it apart once more."),
    "keep-apart": mark("You said again that it is not the same as another."),
    "add-voice": mark("You counted the voice again."),
    "take-voice-away": mark("You took the voice away again."),
    "add": mark("You wrote it down again."),
    "approve": mark("You put it up again."),
    "hide": mark("You hid it again."),
    "keep-private": mark("You kept it private again."),
    "answer": mark("You gave the answer again."),
    "tag": mark("You put the tag on it again."),
    "untag": mark("You took the tag off again."),
    "note": mark("You wrote your note again."),
    "reword-note": mark("You reworded the note again."),
    "take-note-away": mark("You took the note away again."),
    "begin-measure": mark("You noted the number before it again."),
    "note-after": mark("You noted the number after it again."),
    "drop-measure": mark("You took its numbers away again."),
    "settle-replies": mark("You said again that it needs no answer."),
    "leave-out": mark("You left the part out on the wall again."),
    "show-own-words": mark("You let the whole words hang on the wall again."),
    "take-down": mark("You took the notice down again."),
    "take-in": mark("You put it into the inbox again."),
    "thank": mark("You thanked its author again."),
    "thank-with-cards": mark("You said thank you with the cards again."),
    "shortlist": mark("You put it on the shortlist again."),
    "unlist": mark("You took it off the shortlist again."),
    "import-storm": mark("You took its storm in again."),
}


def letters_in_words(letters: Sequence[str]) -> str:
    """Letters that cannot be shown, told by their names as well."""
    return ", ".join(f"{each} ({_name_of(each)})" for each in letters)


def _name_of(letter: str) -> str:
    return unicodedata.name(letter[0], f"U+{ord(letter[0]):04X}")


def tags_in_words(names: Sequence[str]) -> str:
    """Tags as quiet words; each keeps its own direction, whatever stands beside it."""
    return " · ".join(f"\u2068{name}\u2069" for name in names)


def match_words(match: Match, words: Words) -> str:
    """Where a search found an idea that does not say the words itself."""
    return words.tr(MATCH_WORDS[match.place], name=match.name)


def author(idea: Idea, words: Words) -> str:
    return idea.name or words.tr("A guest")


def own_author(idea: Idea, words: Words) -> str:
    """As she signed it herself, also where the name is off the wall."""
    return idea.own_name or words.tr("A guest")


def beginning(idea: Idea, letters: int) -> str:
    """How the idea's first line begins, for a sentence that names it."""
    line = idea.text.partition("\n")[0]
    return line if len(line) <= letters else f"{line[: letters - 1].rstrip(_BEFORE_DOTS)}…"


def stamp_word(idea: Idea, words: Words, today: date | None = None) -> str:
    """What the stamp on an answered idea says; a trial names its last day, and where `today` is told that it
    is over."""
    until = idea.response.until if idea.response else None
    if idea.status is Status.TRIAL and until:
        if today and until < today:
            return words.tr("Trial ended %(day)s", day=short_day(until, words.language))
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
