"""What can be set and done in the settings, by its own words and by others that people use for it."""

from __future__ import annotations

from app.domain.translation import mark
from app.words import Words
from ui.desk.settings.finding import Findable

SHOP, COMPUTER, BACKUPS, DATA, ACTIVITY, ABOUT = "shop", "computer", "backups", "data", "activity", "about"
# For translators: the second text of each line is a list of words that somebody may search for.
_KNOWN = (
    (SHOP, "shop-name", mark("Shop’s name"), mark("title called")),
    (SHOP, "shop-owner", mark("Your first name"), mark("owner signature")),
    (SHOP, "shop-colour", mark("Colour and logo"), mark("brand picture")),
    (SHOP, "", mark("Open days and hours"), mark("opening closing weekdays")),
    (SHOP, "", mark("Closed days"), mark("holidays vacation away")),
    (SHOP, "", mark("Your promise"), mark("answer within days deadline")),
    (SHOP, "shop-language", mark("Language"), mark("translation")),
    (SHOP, "shop-timezone", mark("Time zone"), mark("clock")),
    (SHOP, "", mark("When ideas come up"), mark("approve hold waiting public moderation")),
    (COMPUTER, "theme-system", mark("Light and contrast"), mark("dark theme colours")),
    (COMPUTER, "text-percent", mark("Text size"), mark("large zoom font")),
    (COMPUTER, "autostart", mark("Start Teacup when I log in"), mark("boot automatic")),
    (COMPUTER, "keep-in-tray", mark("Stay in the tray when closed"), mark("background")),
    (COMPUTER, "usual-A5", mark("Usual sheet of a notice"), mark("paper size")),
    (COMPUTER, "port", mark("Port for phones"), mark("network server address")),
    (COMPUTER, "tls-port", mark("Port for kiosks"), mark("network server address")),
    (BACKUPS, "backup-now", mark("Make a backup now"), mark("save copy safe")),
    (BACKUPS, "restore-0", mark("Go back to a backup"), mark("restore undo lost")),
    (DATA, "show-folder", mark("Show the folder"), mark("where files data")),
    (DATA, "check-data", mark("Is everything whole?"), mark("check repair damaged")),
    (DATA, "settings-erase", mark("Erase a person …"), mark("delete forget privacy")),
    (ABOUT, "copy-diagnostics", mark("Copy what helps"), mark("support report version bug")),
)


def findables(words: Words) -> list[Findable]:
    return [
        Findable(section=section, widget=widget, words=words.tr(said), others=words.tr(others))
        for section, widget, said, others in _KNOWN
    ]
