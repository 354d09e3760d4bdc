from __future__ import annotations

import re
from datetime import timedelta

import pytest

from app.domain.ideas import Link, Visibility
from app.domain.shop import Moderation
from app.domain.storms import Ways
from app.services.customer import following
from app.web.shown_chains import LAST_SHOWN, NOTES_ON_A_PAGE
from tests.unit.web.conftest import Phone, field
from tests.unit.web.storms import PHOTO, HouseWithStorm

PAGE_BYTES = 20_000


@pytest.fixture
def storm(phone: Phone) -> HouseWithStorm:
    return HouseWithStorm(phone.house, about="Two hours on Fridays.")


def read(phone: Phone, path: str) -> str:
    answer = phone.http.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_what_is_announced_says_what_for_and_when_it_begins(phone: Phone, storm: HouseWithStorm) -> None:
    page = read(phone, storm.page)

    assert "What music on Friday nights?" in page
    assert "Two hours on Fridays." in page
    assert "Gathering starts by itself tomorrow at" in page
    assert "<textarea" not in page


def test_an_empty_storm_asks_for_the_first_word(phone: Phone, storm: HouseWithStorm) -> None:
    page = read(phone, storm.gather().page)

    assert "Nobody has said anything yet. What do you say?" in page
    assert "3 days left in opening hours" in page
    assert field(page, "storm") == storm.code


def test_the_newest_is_offered_to_build_on_in_three_ways(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar", "Ana")

    page = read(phone, storm.page)

    assert "Ana said this. And you?" in page
    for link in ("and", "but", "instead"):
        form = read(phone, f"/new?builds_on={guitar.id}&link={link}&storm={storm.code}")
        assert f'value="{link}" checked' in form
        assert f'builds_on={guitar.id}&amp;link={link}&amp;storm={storm.code}"' in page
        assert field(form, "builds_on") == str(guitar.id)
        assert "What music on Friday nights?" in form


def test_chains_stand_with_the_newest_first(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar")
    records = storm.write("Records")
    nine = storm.write("Only until nine", on=guitar, link=Link.BUT)
    later = storm.write("From eight on", on=guitar, link=Link.INSTEAD)

    page = read(phone, storm.page)

    places = [page.index(f'id="i-{idea.id}"') for idea in (guitar, nine, later, records)]
    assert places == sorted(places)
    assert "4 ideas, 1 chain" in page
    # What follows another note than the one it builds on says whom it answers.
    assert re.search(r"instead <bdi>An acoustic guitar</bdi>", page)
    assert not re.search(r"but <bdi>", page)


def test_a_chain_of_thirty_is_shortened_and_can_be_read_whole(phone: Phone, storm: HouseWithStorm) -> None:
    first = last = storm.gather().write("The first")
    for number in range(29):
        last = storm.write(f"Built {number}", on=last)

    page, whole = read(phone, storm.page), read(phone, f"{storm.page}?chain={first.id}")

    assert page.count('<article class="note') == 1 + LAST_SHOWN
    assert "26 ideas between" in page
    assert f"{storm.page}?chain={first.id}" in page
    assert whole.count('<article class="note') == 30
    assert "<textarea" not in whole


def test_thirty_contributions_fit_a_small_page_and_lead_on(phone: Phone, storm: HouseWithStorm) -> None:
    storm.gather()
    for number in range(30):
        storm.write(f"Contribution number {number}, with a few words more")

    answer = phone.http.get(storm.page)
    following = re.search(r'rel="next" href="([^"#]+)', answer.text)
    assert following
    second = read(phone, following.group(1))

    assert len(answer.content) <= PAGE_BYTES
    assert answer.text.count('<article class="note') == NOTES_ON_A_PAGE
    assert "number 29" in answer.text
    assert f"number {29 - NOTES_ON_A_PAGE}," in second


@pytest.mark.parametrize("asked", ["from=999999", "from=x", "from=²", "chain=x", "chain=", "told=vote"])
def test_an_address_that_asks_for_nothing_there_is_no_error(
    phone: Phone, storm: HouseWithStorm, asked: str
) -> None:
    storm.gather().write("An acoustic guitar")

    assert "What music on Friday nights?" in read(phone, f"{storm.page}?{asked}")


def test_what_is_sent_from_its_page_belongs_to_the_storm(phone: Phone, storm: HouseWithStorm) -> None:
    form = read(phone, storm.gather().page)

    form = form.partition('id="idea"')[2]

    thanks = read(phone, phone.send("Records", token=field(form, "token"), storm=field(form, "storm")))

    idea = phone.house.newest()
    assert idea.storm_id == storm.id
    assert "It is part of the storm now." in thanks
    assert "answers within" not in thanks
    assert f'href="{storm.page}"' in thanks
    assert f'data-sent="{storm.code}"' in thanks


def test_what_builds_on_a_contribution_joins_the_storm(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar")

    phone.send("Only until nine", builds_on=str(guitar.id), link="but")

    assert phone.house.newest().storm_id == storm.id


def test_what_comes_late_is_kept_and_its_author_is_told(phone: Phone, storm: HouseWithStorm) -> None:
    form = read(phone, storm.gather().page)
    storm.choose()
    token = phone.form_token()

    thanks = read(phone, phone.send("Records", token=token, storm=field(form, "storm")))

    assert phone.house.newest().storm_id is None
    assert "It is an idea of its own now, and nothing is lost." in thanks
    assert "answers within" in thanks


def test_a_storm_that_there_never_was_loses_no_words(phone: Phone) -> None:
    answer = phone.http.post(
        "/ideas", data={"text": "Records", "storm": "000000", "token": phone.form_token()}
    )

    assert answer.status_code == 422
    assert "There is no such storm." in answer.text
    assert "Records" in answer.text


@pytest.mark.parametrize("code", ["000000", "nonsense", "%00", "K" * 60])
def test_a_wrong_code_is_a_friendly_page(phone: Phone, code: str) -> None:
    answer = phone.http.get(f"/s/{code}")

    assert answer.status_code == 404
    assert "Nothing hangs here." in answer.text


def test_a_draft_is_told_like_a_wrong_code(phone: Phone, storm: HouseWithStorm) -> None:
    page = storm.page
    storm.owner.undo()

    assert phone.http.get(page).text == phone.http.get("/s/000000").text


def test_the_code_is_read_as_people_type_it(phone: Phone, storm: HouseWithStorm) -> None:
    assert "What music on Friday nights?" in read(phone, f"/s/{storm.code.lower()}")


def test_no_count_is_told_before_choosing_and_each_one_then(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar")
    storm.vote(guitar, 7)
    sealed = read(phone, storm.page)
    storm.choose()
    storm.give(storm.ballots(1)[0], guitar)

    told = read(phone, storm.page)

    assert "<b>7</b>" not in sealed
    assert "is told when choosing begins" in sealed
    assert "<b>7</b>" in told
    assert "and 1 ballot" in told
    assert "<textarea" not in told


def test_only_the_shortlist_has_corners_while_it_is_chosen(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar")
    records = storm.write("Records")
    storm.pick(guitar)
    storm.choose()

    page, all_of_it = read(phone, storm.page), read(phone, f"{storm.page}?from=0")

    assert f"/ideas/{guitar.id}/vote" in page
    assert f"/ideas/{guitar.id}/vote" in all_of_it
    assert "Records" not in page
    assert "Records" in all_of_it
    assert f"/ideas/{records.id}/vote" not in all_of_it


def test_where_only_paper_counts_there_are_no_corners(phone: Phone) -> None:
    storm = HouseWithStorm(phone.house, Ways.BALLOTS)
    guitar = storm.gather().write("An acoustic guitar")
    storm.choose()

    page = read(phone, storm.page)

    assert "An acoustic guitar" in page
    assert f"/ideas/{guitar.id}/vote" not in page
    assert "Ask for one at the counter." in page
    assert 'href="/b"' in page


def test_a_vote_out_of_phase_leads_to_the_sentence(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar")
    storm.close()
    data = {"token": field(read(phone, storm.page), "token"), "want": "1", "back": storm.page}

    by_hand = phone.http.post(f"/ideas/{guitar.id}/vote", data=data)
    by_script = phone.http.post(f"/ideas/{guitar.id}/vote", data=data, headers={"accept": "application/json"})

    assert by_hand.status_code == 303
    assert "This storm is closed: what was chosen is counted." in read(phone, by_hand.headers["location"])
    assert by_script.status_code == 409
    assert by_script.json() == {"error": "This storm is closed: what was chosen is counted."}


def test_a_vote_given_while_it_is_sealed_is_seen_by_its_visitor_only(
    phone: Phone, storm: HouseWithStorm
) -> None:
    guitar = storm.gather().write("An acoustic guitar")
    data = {"token": field(read(phone, storm.page), "token"), "want": "1", "back": storm.page}

    answer = phone.http.post(f"/ideas/{guitar.id}/vote", data=data)
    mine = read(phone, storm.page)
    phone.http.cookies.clear()
    theirs = read(phone, storm.page)

    assert answer.headers["location"] == f"{storm.page}#i-{guitar.id}"
    assert 'aria-pressed="true"' in mine
    assert 'aria-pressed="true"' not in theirs


def test_a_tie_and_a_thin_turnout_are_said_plainly(phone: Phone, storm: HouseWithStorm) -> None:
    guitar, records = storm.gather().write("An acoustic guitar"), storm.write("Records")
    storm.vote(guitar, 2)
    storm.vote(records, 2)
    storm.close()

    page = read(phone, storm.page)

    assert "A tie: 2 ideas share the first place." in page
    assert "Only 2 people chose, so the numbers say little." in page
    assert page.count("chosen 2 times") == 2
    assert "What was chosen is counted." in page


def test_an_empty_storm_that_is_over_says_so(phone: Phone, storm: HouseWithStorm) -> None:
    assert "Nobody wrote anything this time." in read(phone, storm.close().page)


def test_an_extension_is_said_in_public(phone: Phone, storm: HouseWithStorm) -> None:
    storm.gather()
    storm.extend()

    page = read(phone, storm.page)

    assert "Extended once, until Friday, 09:40. At first it was until Thursday, 09:40." in page


def test_the_end_tells_what_was_heard_decided_and_done(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar", "Ana")
    nine = storm.write("Only until nine", "Ingrid", on=guitar, link=Link.BUT)
    storm.close()
    storm.conclude([guitar.id, nine.id])
    concluded = read(phone, storm.page)
    storm.carry_out(PHOTO)
    storm.look_back()

    page = read(phone, storm.page)

    for words in ("You would like live music", "plays on Fridays until nine", "Everybody can still talk"):
        assert words in concluded
    assert concluded.index("Ana") < concluded.index("Ingrid")
    assert "Carried out, Friday 20 November." in page
    assert "Guests on a Friday night" in page
    assert "<dd>12.5</dd>" in page
    assert "<dd>19</dd>" in page
    assert "More people stay for supper." in page


def test_whoever_took_the_words_back_is_thanked_without_them(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar", "Ana")
    nine = storm.write("Only until nine", "Ingrid")
    storm.close()
    storm.conclude([guitar.id, nine.id])
    phone.house.database.write(lambda stores: following.erase(stores, nine.claim_code))

    page = read(phone, storm.page)

    assert "A guest, who took the words back" in page
    assert "Ingrid" not in page
    assert "Only until nine" not in page


def test_a_conclusion_that_rests_on_nothing_says_why(phone: Phone, storm: HouseWithStorm) -> None:
    storm.close()
    storm.conclude(why_none="Nobody wrote, so we asked in the shop.")

    assert "Nobody wrote, so we asked in the shop." in read(phone, storm.page)


def test_the_photo_is_served_under_its_own_name_only(phone: Phone, storm: HouseWithStorm) -> None:
    storm.close()
    storm.conclude(why_none="Nobody wrote.")
    storm.carry_out(PHOTO)
    address = re.search(r'src="(/s/[^"]+\.jpg)"', read(phone, storm.page))
    assert address

    photo = phone.http.get(address.group(1))
    again = phone.http.get(address.group(1), headers={"if-none-match": photo.headers["etag"]})
    other = phone.http.get(f"{storm.page}/photo-{'0' * 32}.jpg")

    assert photo.content == PHOTO.content
    assert photo.headers["content-type"] == "image/jpeg"
    assert photo.headers["x-content-type-options"] == "nosniff"
    assert again.status_code == 304
    assert other.status_code == 404


def test_the_wall_has_a_band_for_each_running_storm(phone: Phone, storm: HouseWithStorm) -> None:
    HouseWithStorm(phone.house, question="Which cake in spring?")
    storm.gather()

    wall, popular, tablet = (read(phone, path) for path in ("/", "/?order=popular", "/kiosk"))
    search = read(phone, "/?q=cake")

    for page in (wall, popular, tablet):
        assert page.count('class="band"') == 2
    assert f'href="{storm.page}"' in wall
    assert f'href="/kiosk{storm.page}"' in tablet
    assert 'class="band"' not in search


@pytest.mark.parametrize("path", ["/", "/kiosk", "{page}"])
def test_a_page_is_another_one_when_a_storm_goes_on_by_the_clock(
    phone: Phone, storm: HouseWithStorm, path: str
) -> None:
    path = path.format(page=storm.page)
    phone.http.get(path)
    before = phone.http.get(path)
    same = phone.http.get(path, headers={"if-none-match": before.headers["etag"]})

    storm.house.clock.moment = storm.storm.times.gathers_at - timedelta(milliseconds=1)
    almost = phone.http.get(path)
    storm.gather()
    after = phone.http.get(path, headers={"if-none-match": almost.headers["etag"]})

    assert same.status_code == 304
    assert after.status_code == 200
    assert after.headers["etag"] != almost.headers["etag"]
    assert "left in opening hours" in after.text


def test_a_contribution_tells_its_storm_wherever_it_stands_alone(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar", "Ana")
    found, alone, claim = (
        read(phone, path) for path in ("/?q=guitar", f"/i/{guitar.id}", f"/c/{guitar.claim_code}")
    )

    for page in (found, alone, claim):
        assert f'href="{storm.page}"' in page
    assert "Concluded" in claim
    assert "by Monday" not in claim


def test_its_author_reads_what_became_of_a_contribution(phone: Phone, storm: HouseWithStorm) -> None:
    guitar = storm.gather().write("An acoustic guitar", "Ana")
    records = storm.write("Records")
    storm.vote(guitar, 6)
    storm.close()
    storm.conclude([guitar.id])
    storm.carry_out()

    mine, other = (read(phone, f"/c/{idea.claim_code}") for idea in (guitar, records))

    assert "The conclusion rests on this idea." in mine
    assert "It was chosen most." in mine
    assert "rests on this idea" not in other
    for page in (mine, other):
        assert "plays on Fridays until nine" in page
        assert "Carried out, Friday 20 November." in page


def test_what_we_did_tells_concluded_storms(phone: Phone, storm: HouseWithStorm) -> None:
    storm.close()
    before = read(phone, "/what-we-did")
    storm.conclude(why_none="Nobody wrote.")

    page = read(phone, "/what-we-did")

    assert storm.page not in before
    assert f'href="{storm.page}"' in page
    assert "plays on Fridays until nine" in page


def test_the_tablet_shows_a_storm_and_takes_a_thought_for_it(phone: Phone, storm: HouseWithStorm) -> None:
    phone.house.set_shop(moderation=Moderation.PUBLIC_AT_ONCE)
    storm.gather().write("An acoustic guitar", "Ana")
    page = read(phone, f"/kiosk{storm.page}")
    form = read(phone, f"/kiosk/new?storm={storm.code}")

    phone.house.clock.forward(minutes=1)
    answer = phone.http.post(
        "/kiosk/ideas",
        data={"text": "Records", "storm": field(form, "storm"), "token": field(form, "token")},
    )

    assert "Ana said this. And you?" in page
    assert f'href="/kiosk/new?storm={storm.code}"' in page
    assert "What music on Friday nights?" in form
    assert "It is part of the storm now." in read(phone, answer.headers["location"])
    assert phone.house.newest().storm_id == storm.id
    assert phone.house.newest().visibility is Visibility.PUBLIC


def test_a_storm_page_for_everybody_is_neither_kept_nor_found(phone: Phone, storm: HouseWithStorm) -> None:
    gathering = phone.http.get(storm.gather().page)
    robots = read(phone, "/robots.txt")

    assert gathering.headers["cache-control"] == "private, no-cache"
    assert gathering.headers["vary"] == "Accept-Language"
    assert "unsafe" not in gathering.headers["content-security-policy"]
    assert "Disallow: /b" in robots
