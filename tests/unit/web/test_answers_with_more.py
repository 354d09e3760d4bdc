"""What an answer carries besides its words, as customers meet it: a proof, and what would change our mind."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from app.domain.decisions import Decision
from app.domain.ideas import Idea, Status, Visibility
from app.domain.ids import new_id
from app.domain.photos import Photo
from app.services.owner import answering
from app.storage.stores import Stores
from tests.unit.web.conftest import Phone

JPEG = b"\xff\xd8\xff\xe0 a photo"


def answer(phone: Phone, idea: Idea, **decided: object) -> None:
    decision = Decision(**{"status": Status.DONE, "text": "It stands there.", **decided})  # type: ignore[arg-type]
    phone.house.database.write(
        lambda stores: answering.answer(stores, idea.id, decision, phone.house.clock.now())
    )


def put_photo_in(phone: Phone, idea: Idea) -> UUID:
    now = phone.house.clock.now()
    photo = Photo(id=new_id(now), idea_id=idea.id, content=JPEG, width=1, height=1)

    def verb(stores: Stores) -> UUID:
        stores.photos.add(photo, now)
        return photo.id

    return phone.house.database.write(verb)


def test_a_proof_stands_where_one_reads_of_it(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl for dogs")
    photo_id = put_photo_in(phone, idea)
    path = f"/photo-{photo_id.hex}.jpg"
    assert phone.http.get(path).status_code == 404
    answer(phone, idea, photo_id=photo_id, done_on=date(2026, 11, 3))

    for page in (f"/i/{idea.id}", "/what-we-did", f"/c/{idea.claim_code}"):
        shown = phone.http.get(page).text
        assert f'src="{path}"' in shown, page
        assert "Done on 3 Nov" in shown, page
    assert path not in phone.http.get("/").text
    sent = phone.http.get(path)
    assert (sent.content, sent.headers["content-type"]) == (JPEG, "image/jpeg")
    again = phone.http.get(path, headers={"if-none-match": sent.headers["etag"]})
    assert again.status_code == 304


def test_a_proof_goes_with_what_it_proves(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl for dogs")
    photo_id = put_photo_in(phone, idea)
    answer(phone, idea, photo_id=photo_id)

    phone.house.show(idea.id, Visibility.HIDDEN)

    assert phone.http.get(f"/photo-{photo_id.hex}.jpg").status_code == 404


@pytest.mark.parametrize("name", ["0" * 32, "nothing", "..%2f..%2fetc"])
def test_a_photo_that_never_was_is_not_found(phone: Phone, name: str) -> None:
    assert phone.http.get(f"/photo-{name}.jpg").status_code == 404


def test_what_would_change_our_mind_is_said_everywhere_and_the_day_nowhere(phone: Phone) -> None:
    idea = phone.house.pin("A water bowl for dogs")
    again = phone.house.clock.now().date() + timedelta(days=100)
    answer(
        phone,
        idea,
        status=Status.DECLINED,
        reason="No room.",
        change_mind="A <wider> pavement.",
        look_again_on=again,
    )

    for page in ("/", f"/i/{idea.id}", f"/c/{idea.claim_code}", "/kiosk"):
        shown = phone.http.get(page).text
        assert "What would change our mind: A &lt;wider&gt; pavement." in shown, page
    told = phone.http.get("/similar?q=water+bowl+for+dogs").text
    assert "A <wider> pavement." in told
    assert again.isoformat() not in told


def test_what_is_left_out_on_the_wall_only_its_author_reads(phone: Phone) -> None:
    idea = phone.house.pin("Call 0171 5550123", "Amina Rahimi")

    def leave_out(stores: Stores) -> None:
        changes = stores.ideas.leave_out(
            idea.id, "Call …", "", revision_id=new_id(phone.house.clock.now()), at=phone.house.clock.now()
        )
        phone.house.journal(stores, "leave-out", idea.id, changes)

    phone.house.database.write(leave_out)

    for page in ("/", f"/i/{idea.id}", "/kiosk", "/similar?q=Call"):
        shown = phone.http.get(page).text
        assert "Call …" in shown, page
        assert "5550123" not in shown, page
        assert "Rahimi" not in shown, page
    assert "5550123" in phone.http.get(f"/c/{idea.claim_code}").text


def test_a_trial_that_is_over_says_so(phone: Phone) -> None:
    idea = phone.house.pin("Open at six")
    last = phone.house.clock.now().date() + timedelta(days=1)
    answer(phone, idea, status=Status.TRIAL, until=last)
    assert "On trial to" in phone.http.get(f"/i/{idea.id}").text

    phone.house.clock.forward(days=2)

    for page in (f"/i/{idea.id}", f"/c/{idea.claim_code}"):
        assert "Trial ended" in phone.http.get(page).text, page
