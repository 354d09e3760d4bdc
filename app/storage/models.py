"""The tables as they are today, a sentence each. Bound to no database: queries are told which one.

Every table carries its shop and every unique index begins with it. The migrations keep frozen copies of
these shapes; a test compares the two. Search has its own tables, made by hand in the migrations.
"""

from __future__ import annotations

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    BinaryUUIDField,
    BlobField,
    CharField,
    CompositeKey,
    IntegerField,
    Model,
    TextField,
)


class ShopRow(Model):
    """One location with its promise; `closed_days` is a JSON list of ISO days, `open_weekdays` digits.

    JSON are also `hours` (seven pairs like "08:00", or null), `languages`, `pin` and `staff_names`.
    """

    id = BinaryUUIDField(primary_key=True)
    name = TextField()
    owner = TextField()
    colour = TextField()
    language = TextField()
    timezone = TextField()
    open_weekdays = TextField()
    closed_days = TextField()
    promise_days = IntegerField()
    moderation = TextField()
    public_address = TextField()
    hours = TextField()
    languages = TextField()
    idle_seconds = IntegerField()
    kiosk_motion = IntegerField()
    pin = TextField(null=True)
    staff_names = TextField()
    contact_days = IntegerField()
    thanks_worth = TextField()

    class Meta:
        table_name = "shops"


class IdeaRow(Model):
    """What is true of an idea now. Its words are in the revision that `revision_id` points to.

    `number` counts arrivals and is the row in the search index; `response_id` is the public answer. Where a
    part is left out on the wall, `own_revision_id` has the author's own words.
    """

    number = AutoField()
    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    claim_code = CharField()
    channel = CharField()
    visibility = CharField()
    status = CharField()
    votes = IntegerField()
    builds_on = BinaryUUIDField(null=True)
    link = CharField(null=True)
    merged_into = BinaryUUIDField(null=True)
    placement = CharField()
    language = CharField()
    held_for = CharField(null=True)
    revision_id = BinaryUUIDField()
    response_id = BinaryUUIDField(null=True)
    created_at = BigIntegerField()
    edited_at = BigIntegerField(null=True)
    public_at = BigIntegerField(null=True)
    answered_at = BigIntegerField(null=True)
    own_revision_id = BinaryUUIDField(null=True)
    look_again_on = CharField(null=True)
    storm_id = BinaryUUIDField(null=True)
    shortlisted = IntegerField()

    class Meta:
        table_name = "ideas"
        indexes = (
            (("shop_id", "id"), True),
            (("shop_id", "claim_code"), True),
        )


_OF_AN_IDEA = SQL("FOREIGN KEY (shop_id, idea_id) REFERENCES ideas (shop_id, id)")


class RevisionRow(Model):
    """The words of an idea as they stood at one time; the first one has the id of its idea."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    text = TextField()
    name = TextField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "revisions"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id"), False),)
        constraints = (_OF_AN_IDEA,)


class ContactRow(Model):
    """Where an author wants to hear of the answer, and under which words consent was given."""

    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    address = TextField()
    consent_at = BigIntegerField()
    wording = TextField()

    class Meta:
        table_name = "contacts"
        primary_key = CompositeKey("shop_id", "idea_id")
        constraints = (_OF_AN_IDEA,)


class ResponseRow(Model):
    """What the owner said about an idea. Never changed; `shown` is 0 once it was taken back."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    status = CharField()
    text = TextField()
    reason = TextField()
    until = CharField(null=True)
    private = IntegerField()
    signed = TextField()
    created_at = BigIntegerField()
    shown = IntegerField()
    change_mind = TextField()
    done_on = CharField(null=True)
    photo_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "responses"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "created_at"), False),)
        constraints = (_OF_AN_IDEA,)


class ReplyRow(Model):
    """What an author wrote back under the claim code; settled when the owner said it needs no answer."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    text = TextField()
    created_at = BigIntegerField()
    settled_at = BigIntegerField(null=True)

    class Meta:
        table_name = "replies"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "created_at"), False),)
        constraints = (_OF_AN_IDEA,)


class VoteRow(Model):
    """One visitor's "me too" for one idea: the key itself forbids a second."""

    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    visitor = CharField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "votes"
        primary_key = CompositeKey("shop_id", "idea_id", "visitor")
        indexes = ((("shop_id", "visitor", "idea_id"), False),)
        constraints = (_OF_AN_IDEA,)
        without_rowid = True


class VoiceRow(Model):
    """One more who said the same, told at the counter; `shown` is 0 once it was taken away."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    channel = CharField()
    name = TextField()
    created_at = BigIntegerField()
    shown = IntegerField()

    class Meta:
        table_name = "voices"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "created_at"), False),)
        constraints = (_OF_AN_IDEA,)


class KeptApartRow(Model):
    """Two ideas that look alike and are not the same, the smaller id first; `holds` is 0 once taken back."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    one = BinaryUUIDField()
    other = BinaryUUIDField()
    holds = IntegerField()

    class Meta:
        table_name = "kept_apart"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "one", "other"), True), (("shop_id", "other"), False))
        constraints = (
            SQL("FOREIGN KEY (shop_id, one) REFERENCES ideas (shop_id, id)"),
            SQL("FOREIGN KEY (shop_id, other) REFERENCES ideas (shop_id, id)"),
        )


class PlacementRow(Model):
    """A place where a QR code hangs; `scans` counts opened forms."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    token = CharField()
    label = TextField()
    address = TextField()
    scans = IntegerField()
    created_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "placements"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "token"), True),)


class NoticeRow(Model):
    """A numbered sheet as it was made and what it shows, in ids and the shop's own words. Outlives its ideas:
    the paper still hangs when they are erased.

    `take_down_on` is an ISO day, null = open; `fingerprint` is of everything it shows.
    """

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    number = IntegerField()
    kind = CharField()
    size = CharField()
    design = CharField()
    made_at = BigIntegerField()
    take_down_on = CharField(null=True)
    down_at = BigIntegerField(null=True)
    down_by = TextField()
    replaced_by = BinaryUUIDField(null=True)
    fingerprint = CharField()
    shop_name = TextField()
    shop_colour = CharField()
    address = TextField()
    storm_id = BinaryUUIDField(null=True)
    chooses_at = BigIntegerField(null=True)
    closes_at = BigIntegerField(null=True)
    storm_words = CharField()
    conclusion_id = BinaryUUIDField(null=True)
    outcome_id = BinaryUUIDField(null=True)
    placement_id = BinaryUUIDField(null=True)
    placement_label = TextField()

    class Meta:
        table_name = "notices"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "number"), True), (("shop_id", "fingerprint"), False))


class CarriedRow(Model):
    """An idea on a sheet as it was printed: ids and the status it tells, no words."""

    shop_id = BinaryUUIDField()
    notice_id = BinaryUUIDField()
    place = IntegerField()
    idea_id = BinaryUUIDField()
    response_id = BinaryUUIDField(null=True)
    revision_id = BinaryUUIDField(null=True)
    said = CharField()

    class Meta:
        table_name = "carried"
        primary_key = CompositeKey("shop_id", "notice_id", "place")
        indexes = ((("shop_id", "idea_id"), False),)


class WallPlaceRow(Model):
    """Somewhere paper hangs; a board has `width` and `height` in millimetres. `place` is its order."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    name = TextField()
    width = IntegerField(null=True)
    height = IntegerField(null=True)
    place = IntegerField()
    created_at = BigIntegerField()
    removed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "wall_places"
        primary_key = CompositeKey("shop_id", "id")


class HangingRow(Model):
    """A copy of a sheet in a place, at `x` and `y` millimetres; `hung` is 0 once its hanging was taken
    back."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    notice_id = BinaryUUIDField()
    place_id = BinaryUUIDField()
    x = IntegerField(null=True)
    y = IntegerField(null=True)
    since = BigIntegerField()
    down_at = BigIntegerField(null=True)
    down_by = TextField()
    hung = IntegerField()

    class Meta:
        table_name = "hangings"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "notice_id"), False),)


class KeyRow(Model):
    """A key for kiosks and other programs; only its hash is kept."""

    shop_id = BinaryUUIDField()
    hash = CharField()
    name = TextField()
    created_at = BigIntegerField()
    revoked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "api_keys"
        primary_key = CompositeKey("shop_id", "hash")


class KioskRow(Model):
    """A paired device. Its key lies in `api_keys`; either of the two revoked, it is shut out.

    `last_seen_at`, `outbox`, `version` and `problems` (JSON) are what it told last, and no verbs.
    """

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    name = TextField()
    key_hash = CharField()
    paired_at = BigIntegerField()
    last_seen_at = BigIntegerField(null=True)
    outbox = IntegerField()
    version = TextField()
    problems = TextField()
    revoked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "kiosks"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "key_hash"), True),)


class PairingRow(Model):
    """The hash of a pairing code's secret: good once, until `expires_at`."""

    shop_id = BinaryUUIDField()
    hash = CharField()
    expires_at = BigIntegerField()
    used_at = BigIntegerField(null=True)

    class Meta:
        table_name = "pairings"
        primary_key = CompositeKey("shop_id", "hash")


class SetAsideRow(Model):
    """What a kiosk accepted and the server refused; `idea_id` is the idea that was made of it after all."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    kiosk_id = BinaryUUIDField()
    kind = CharField()
    sentence = TextField()
    text = TextField()
    at = BigIntegerField()
    dealt_at = BigIntegerField(null=True)
    idea_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "set_asides"
        primary_key = CompositeKey("shop_id", "id")


class LookRow(Model):
    """How often and how long kiosks have shown an idea: counters, no verbs."""

    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    views = IntegerField()
    milliseconds = BigIntegerField()

    class Meta:
        table_name = "looks"
        primary_key = CompositeKey("shop_id", "idea_id")
        constraints = (_OF_AN_IDEA,)
        without_rowid = True


class LookBatchRow(Model):
    """A batch of looks that was counted: the same one sent again counts nothing."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    counted_at = BigIntegerField()

    class Meta:
        table_name = "look_batches"
        primary_key = CompositeKey("shop_id", "id")
        without_rowid = True


class SnippetRow(Model):
    """A sentence that the owner says often, for answers or for refusals. Never changed: `shown` is 0 once
    another took its `place`."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    kind = CharField()
    text = TextField()
    place = IntegerField()
    shown = IntegerField()

    class Meta:
        table_name = "snippets"
        primary_key = CompositeKey("shop_id", "id")


class DraftRow(Model):
    """What the owner began to say about an idea, as JSON. No verb: nothing is said yet."""

    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    content = TextField()
    kept_at = BigIntegerField()

    class Meta:
        table_name = "drafts"
        primary_key = CompositeKey("shop_id", "idea_id")
        constraints = (_OF_AN_IDEA,)


class PhotoRow(Model):
    """A picture that proves what was done: a JPEG of our own making, shown by the answer that names it."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    content = BlobField()
    width = IntegerField()
    height = IntegerField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "photos"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id"), False),)
        constraints = (_OF_AN_IDEA,)


class LogoRow(Model):
    """A picture that was chosen as the shop's logo; the one that is worn now has 1 in `worn`."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    png = BlobField()
    small = BlobField()
    width = IntegerField()
    height = IntegerField()
    worn = IntegerField()
    added_at = BigIntegerField()

    class Meta:
        table_name = "logos"
        primary_key = CompositeKey("shop_id", "id")


class MeasureRow(Model):
    """One number before an idea was carried out, and the same after; numbers are written in decimals."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    label = TextField()
    before = CharField()
    after = CharField(null=True)
    due_on = CharField()
    created_at = BigIntegerField()
    dropped_at = BigIntegerField(null=True)

    class Meta:
        table_name = "measures"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id"), False),)
        constraints = (_OF_AN_IDEA,)


class JournalRow(Model):
    """One thing that was done. `changes` is JSON, null when there is nothing to take back.

    `action` is null in the first entry of its action, whose sequence it would be; `takes_back` is 1 when
    this undoes, 0 when it does or does again.
    """

    sequence = AutoField()
    shop_id = BinaryUUIDField()
    action = IntegerField(null=True)
    at = BigIntegerField()
    actor = CharField()
    verb = CharField()
    subject = BinaryUUIDField()
    changes = TextField(null=True)
    board = IntegerField()
    undoes = IntegerField(null=True)
    takes_back = IntegerField()

    class Meta:
        table_name = "journal"
        indexes = ((("shop_id", "subject", "sequence"), False),)


class TagRow(Model):
    """A word the owner puts on ideas; `merged_into` points at the tag that stands for it now."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    name = TextField()
    public = IntegerField()
    merged_into = BinaryUUIDField(null=True)
    created_at = BigIntegerField()
    retired_at = BigIntegerField(null=True)

    class Meta:
        table_name = "tags"
        primary_key = CompositeKey("shop_id", "id")


class IdeaTagRow(Model):
    """A tag on an idea, on it while `taken_off_at` is null; `number` is the idea's."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    tag_id = BinaryUUIDField()
    number = IntegerField()
    taken_off_at = BigIntegerField(null=True)

    class Meta:
        table_name = "idea_tags"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "tag_id"), True),)
        constraints = (_OF_AN_IDEA,)


class OwnNoteRow(Model):
    """What the owner notes about an idea for herself. Never changed; removed while `removed_at` is set."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    text = TextField()
    created_at = BigIntegerField()
    removed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "own_notes"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id", "created_at"), False),)
        constraints = (_OF_AN_IDEA,)


class SavedViewRow(Model):
    """A filter of the inbox under a name; `question` is JSON, `place` its order."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    name = TextField()
    question = TextField()
    place = IntegerField()
    removed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "saved_views"
        primary_key = CompositeKey("shop_id", "id")


class PaperCardRow(Model):
    """A numbered blank card, printed with its claim code. `idea_id` is what was typed in from it; typed in
    and without one, that idea was erased."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    number = IntegerField()
    claim_code = CharField()
    made_at = BigIntegerField()
    typed_at = BigIntegerField(null=True)
    idea_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "paper_cards"
        primary_key = CompositeKey("shop_id", "id")
        indexes = (
            (("shop_id", "number"), True),
            (("shop_id", "claim_code"), True),
            (("shop_id", "idea_id"), False),
        )


class ThanksRow(Model):
    """When somebody was thanked for an idea. `id` is that of the idea, or of the voice given to it."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    thanked_at = BigIntegerField(null=True)

    class Meta:
        table_name = "thanks"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "idea_id"), False),)
        constraints = (_OF_AN_IDEA,)


class ThankCardRow(Model):
    """A thank-you card that the till redeems once; `valid` is 0 once its making was taken back.

    It outlives its idea: the card lies in somebody's pocket. `worth` is the owner's words.
    """

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    code = CharField()
    worth = TextField()
    idea_id = BinaryUUIDField(null=True)
    made_at = BigIntegerField()
    good_until = CharField()
    valid = IntegerField()
    redeemed_at = BigIntegerField(null=True)

    class Meta:
        table_name = "thank_cards"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "code"), True), (("shop_id", "idea_id"), False))


class StormRow(Model):
    """One question with its dates; the `first_` ones are what was announced, once it was extended.

    Its phase is nowhere: it follows from the dates and from what `conclusion_id` and the like point to.
    """

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    code = CharField()
    question = TextField()
    about = TextField()
    gathers_at = BigIntegerField()
    chooses_at = BigIntegerField()
    closes_at = BigIntegerField()
    first_gathers_at = BigIntegerField(null=True)
    first_chooses_at = BigIntegerField(null=True)
    first_closes_at = BigIntegerField(null=True)
    ways = CharField()
    top = IntegerField(null=True)
    made_at = BigIntegerField()
    dropped_at = BigIntegerField(null=True)
    announced_at = BigIntegerField(null=True)
    extended_at = BigIntegerField(null=True)
    conclusion_id = BinaryUUIDField(null=True)
    outcome_id = BinaryUUIDField(null=True)
    look_back_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "storms"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "code"), True),)


_OF_A_STORM = SQL("FOREIGN KEY (shop_id, storm_id) REFERENCES storms (shop_id, id)")


class ConclusionRow(Model):
    """What the owner said at the end of a storm. Never changed, only superseded."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    storm_id = BinaryUUIDField()
    heard = TextField()
    decided = TextField()
    because = TextField()
    thanks = TextField()
    rests_on_none = TextField()
    signed = TextField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "conclusions"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "storm_id"), False),)
        constraints = (_OF_A_STORM,)


class CreditRow(Model):
    """A contribution that a conclusion rests on; without `idea_id` it was erased since."""

    shop_id = BinaryUUIDField()
    conclusion_id = BinaryUUIDField()
    place = IntegerField()
    idea_id = BinaryUUIDField(null=True)

    class Meta:
        table_name = "credits"
        primary_key = CompositeKey("shop_id", "conclusion_id", "place")
        indexes = ((("shop_id", "idea_id"), False),)


class OutcomeRow(Model):
    """What was done, with the photo that proves it: a JPEG of our own making."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    storm_id = BinaryUUIDField()
    done_on = CharField()
    text = TextField()
    label = TextField()
    before = CharField(null=True)
    photo = BlobField(null=True)
    width = IntegerField()
    height = IntegerField()
    created_at = BigIntegerField()

    class Meta:
        table_name = "outcomes"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "storm_id"), False),)
        constraints = (_OF_A_STORM,)


class LookBackRow(Model):
    """What the owner saw after a while, and the number once more, in decimals."""

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    storm_id = BinaryUUIDField()
    text = TextField()
    after = CharField(null=True)
    created_at = BigIntegerField()

    class Meta:
        table_name = "look_backs"
        primary_key = CompositeKey("shop_id", "id")
        indexes = ((("shop_id", "storm_id"), False),)
        constraints = (_OF_A_STORM,)


class BallotRow(Model):
    """A one-time paper ballot. Given without `idea_id`: what was chosen was erased since.

    `valid` is 0 once its printing was taken back.
    """

    shop_id = BinaryUUIDField()
    id = BinaryUUIDField()
    code = CharField()
    storm_id = BinaryUUIDField()
    number = IntegerField()
    made_at = BigIntegerField()
    valid = IntegerField()
    given_at = BigIntegerField(null=True)
    idea_id = BinaryUUIDField(null=True)
    door = CharField(null=True)

    class Meta:
        table_name = "ballots"
        primary_key = CompositeKey("shop_id", "id")
        indexes = (
            (("shop_id", "code"), True),
            (("shop_id", "storm_id", "number"), True),
            (("shop_id", "idea_id"), False),
        )
        constraints = (_OF_A_STORM,)


class ErasureRow(Model):
    """An idea that was erased for good: a restored backup forgets it again."""

    shop_id = BinaryUUIDField()
    idea_id = BinaryUUIDField()
    erased_at = BigIntegerField()

    class Meta:
        table_name = "erasures"
        primary_key = CompositeKey("shop_id", "idea_id")


ALL_MODELS: tuple[type[Model], ...] = (
    ShopRow,
    IdeaRow,
    RevisionRow,
    ContactRow,
    ResponseRow,
    ReplyRow,
    VoteRow,
    VoiceRow,
    KeptApartRow,
    PlacementRow,
    NoticeRow,
    CarriedRow,
    WallPlaceRow,
    HangingRow,
    KeyRow,
    KioskRow,
    PairingRow,
    SetAsideRow,
    LookRow,
    LookBatchRow,
    SnippetRow,
    DraftRow,
    PhotoRow,
    LogoRow,
    MeasureRow,
    JournalRow,
    TagRow,
    IdeaTagRow,
    OwnNoteRow,
    SavedViewRow,
    PaperCardRow,
    ThanksRow,
    ThankCardRow,
    StormRow,
    ConclusionRow,
    CreditRow,
    OutcomeRow,
    LookBackRow,
    BallotRow,
    ErasureRow,
)
