"""A whole storm leaves one shop and comes to another: complete, once, and with nothing that is nobody's business."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.chains import chains
from app.domain.errors import Conflict, NotFound
from app.domain.ideas import Contact, Visibility
from app.domain.ids import new_id
from app.domain.storm_views import StormView
from app.domain.storms import Phase, Storm
from app.domain.whole_storms import TakenIn, WholeStorm, nameless
from app.exchange.storm_reading import read_storm
from app.exchange.storm_writing import write_storm
from app.services.customer import balloting, following
from app.storage.check import check
from tests.making import TUESDAY
from tests.unit.exchange.conftest import PHOTO, Lived
from tests.unit.services.test_storms import DAY, Shop


def written(shop: Shop, storm: Storm, *, private: bool = False) -> bytes:
    whole = shop.owner.storm_exchange.hand_out(storm.id, private=private)
    return write_storm(whole, shop="Bakery", now=shop.clock.now())


def read(content: bytes) -> WholeStorm:
    return read_storm(content, lambda content: replace(PHOTO, content=content))


def take_in(shop: Shop, content: bytes) -> TakenIn:
    return shop.owner.storm_exchange.take_in(read(content))


def told(view: StormView) -> object:
    """What customers can see of a storm, but for what each shop makes itself."""
    return (
        replace(view.storm, made_at=TUESDAY),
        view.phase,
        [(each.id, each.text, each.name, each.votes, each.builds_on, each.link) for each in view.public],
        [[(each.depth, each.idea.id) for each in chain.buildings] for chain in chains(view.public)],
        view.shortlist,
        view.tally,
        view.ballots,
        view.conclusion,
        [each.id for each in view.credited],
        view.erased_credits,
        view.outcome,
        view.look_back,
    )


def test_a_storm_looks_the_same_in_the_other_shop(lived: Lived, shop: Shop, other: Shop) -> None:
    storm = lived.end()

    came = take_in(other, written(shop, storm))

    assert (came.fresh, came.known, came.erased, came.has_new_code) == (3, 0, 0, False)
    assert told(other.storms.view(storm.id)) == told(shop.storms.view(storm.id))
    assert other.phase(storm) is Phase.LOOKED_BACK
    assert check(other.database).is_sound
    photo = other.storms.photo(storm.outcome_id or storm.id)
    assert photo is not None
    assert photo.content == PHOTO.content


def test_a_file_for_everybody_tells_nothing_private(lived: Lived, shop: Shop) -> None:
    content = written(shop, lived.end()).decode()

    codes = [code for code, _, _ in ballots(shop, lived.storm)]
    ideas = (lived.guitar, lived.same, lived.nine, lived.hidden, lived.waiting, lived.gone)
    secrets = [*codes, *(idea.claim_code for idea in ideas), "visitor-", "Rubbish", "0170", "Forget", "Yuki"]
    assert len(codes) == 3
    assert [secret for secret in secrets if secret in content] == []
    assert '"own"' not in content


def test_in_private_a_storm_moves_with_its_codes(lived: Lived, shop: Shop, other: Shop) -> None:
    storm = lived.close()

    take_in(other, written(shop, storm, private=True))

    assert told(other.storms.view(storm.id)) == told(shop.storms.view(storm.id))
    for idea in (lived.guitar, lived.nine, lived.hidden, lived.waiting):
        here, there = (each.owner.by_code(idea.claim_code) for each in (shop, other))
        assert (there.id, there.visibility, there.own_name) == (here.id, here.visibility, here.own_name)
    assert other.owner.by_code(lived.nine.claim_code).name == ""
    assert other.owner.by_code(lived.hidden.claim_code).visibility is Visibility.HIDDEN
    assert ballots(other, storm) == ballots(shop, storm)


def ballots(shop: Shop, storm: Storm) -> list[tuple[str, int, bool]]:
    found = shop.database.read(lambda stores: stores.ballots.of(storm.id))
    return [(each.code, each.number, each.is_given) for each in found]


def test_nobodys_address_is_ever_handed_out(shop: Shop) -> None:
    storm = shop.gathering()
    idea = shop.send("Records", storm).idea
    contact = Contact(address="ana@example.org", consent_at=TUESDAY, wording="Tell me.")
    shop.database.write(
        lambda stores: stores.ideas.add(
            replace(idea, id=new_id(TUESDAY), claim_code="7KQM4TWXH"), contact=contact
        )
    )

    assert "example.org" not in written(shop, storm, private=True).decode()


@pytest.mark.parametrize("private", [False, True])
def test_while_it_is_sealed_a_file_tells_of_no_me_too(lived: Lived, shop: Shop, private: bool) -> None:
    whole = shop.owner.storm_exchange.hand_out(lived.storm.id, private=private)

    assert whole.is_sealed
    assert {each.me_toos for each in whole.contributions} == {()}
    assert "visitor-" not in written(shop, lived.storm, private=private).decode()


@pytest.mark.parametrize("private", [False, True])
def test_taken_in_twice_it_is_there_once(lived: Lived, shop: Shop, other: Shop, private: bool) -> None:
    content = written(shop, lived.end(), private=private)
    take_in(other, content)
    seen, newest = told(other.storms.view(lived.storm.id)), other.owner.newest_sequence()

    again = take_in(other, content)

    assert (again.fresh, again.has_changed) == (0, False)
    assert told(other.storms.view(lived.storm.id)) == seen
    assert other.owner.newest_sequence() == newest


def test_what_comes_back_to_where_it_was_born_changes_nothing(lived: Lived, shop: Shop, other: Shop) -> None:
    storm = lived.end()
    take_in(other, written(shop, storm))
    seen, newest = told(shop.storms.view(storm.id)), shop.owner.newest_sequence()

    take_in(shop, written(other, storm))

    assert told(shop.storms.view(storm.id)) == seen
    assert shop.owner.newest_sequence() == newest


def test_a_later_file_adds_what_has_come_since(lived: Lived, shop: Shop, other: Shop) -> None:
    take_in(other, written(shop, lived.storm))
    assert other.phase(lived.storm) is Phase.GATHERING
    choosing = lived.storm.times.chooses_at - shop.clock.now() + timedelta(minutes=1)
    shop.clock.forward(choosing)
    take_in(other, written(shop, lived.storm))
    shop.clock.forward(-choosing)

    storm = lived.end(erased=False)
    take_in(other, written(shop, storm))

    assert told(other.storms.view(storm.id)) == told(shop.storms.view(storm.id))


def test_what_was_taken_in_is_taken_back_and_done_again(lived: Lived, shop: Shop, other: Shop) -> None:
    content = written(shop, lived.end(), private=True)
    take_in(other, content)
    seen = told(other.storms.view(lived.storm.id))

    assert other.owner.undo().verb == "import-storm"
    with pytest.raises(NotFound):
        other.storms.view(lived.storm.id)
    assert {other.owner.detail(each.id).idea.visibility for each in (lived.guitar, lived.nine)} == {
        Visibility.HIDDEN
    }
    other.owner.redo()
    assert told(other.storms.view(lived.storm.id)) == seen
    other.owner.undo()
    take_in(other, content)
    assert told(other.storms.view(lived.storm.id)) == seen


def test_it_is_not_taken_back_under_the_hands_of_customers(lived: Lived, shop: Shop, other: Shop) -> None:
    take_in(other, written(shop, lived.storm))
    other.send("Jazz", lived.storm)

    with pytest.raises(Conflict, match="stays announced"):
        other.owner.undo()


def test_what_was_erased_here_is_not_brought_back(lived: Lived, shop: Shop, other: Shop) -> None:
    storm = lived.end()
    content = written(shop, storm, private=True)
    take_in(other, content)
    other.database.write(lambda stores: following.erase(stores, lived.guitar.claim_code))

    again = take_in(other, content)

    assert again.erased == 1
    assert [idea.id for idea in other.storms.view(storm.id).public] == [lived.same.id, lived.nine.id]


def test_a_fresh_shop_that_erased_somebody_takes_the_rest_in(lived: Lived, shop: Shop, other: Shop) -> None:
    storm = lived.end()
    other.database.write(lambda stores: stores.erasures.remember(lived.guitar.id))

    came = take_in(other, written(shop, storm))

    seen = other.storms.view(storm.id)
    assert (came.fresh, came.erased) == (2, 1)
    assert [(idea.id, idea.builds_on) for idea in seen.public] == [
        (lived.same.id, None),
        (lived.nine.id, None),
    ]
    assert seen.erased_credits == 2


def test_an_id_that_means_something_else_here_stops_everything(lived: Lived, shop: Shop, other: Shop) -> None:
    whole = read(written(shop, lived.end()))
    stranger = other.send("Open at seven").idea
    bent = replace(
        whole, contributions=(*whole.contributions, replace(whole.contributions[0], id=stranger.id))
    )

    with pytest.raises(Conflict, match="Nothing was taken in"):
        other.owner.storm_exchange.take_in(bent)

    assert other.storms.all() == []
    assert other.owner.several([each.id for each in whole.contributions]) == []


def test_a_code_that_is_taken_here_gives_way(lived: Lived, shop: Shop, other: Shop) -> None:
    whole = read(written(shop, lived.storm))
    own = other.draft()

    came = other.owner.storm_exchange.take_in(replace(whole, storm=replace(whole.storm, code=own.code)))

    assert came.has_new_code
    assert came.storm.code not in (own.code, lived.storm.code)


def test_a_draft_moves_and_follows_what_it_became(shop: Shop, other: Shop) -> None:
    draft = shop.draft()
    take_in(other, written(shop, draft))
    assert other.phase(draft) is Phase.DRAFT

    shop.storms.announce(draft.id)
    shop.clock.forward(DAY)
    shop.storms.extend(draft.id, replace(draft.times, closes_at=draft.times.closes_at + DAY))
    take_in(other, written(shop, draft))

    assert other.storms.view(draft.id).storm == shop.storms.view(draft.id).storm


def test_an_extension_follows_too(lived: Lived, shop: Shop, other: Shop) -> None:
    take_in(other, written(shop, lived.storm))
    times = lived.storm.times
    shop.storms.extend(lived.storm.id, replace(times, closes_at=times.closes_at + DAY))

    take_in(other, written(shop, lived.storm))

    assert other.storms.view(lived.storm.id).storm.times.closes_at == times.closes_at + DAY


def test_a_ballot_that_was_moved_can_be_given_there(lived: Lived, shop: Shop, other: Shop) -> None:
    shop.clock.forward(lived.storm.times.chooses_at - shop.clock.now())
    [ballot] = shop.storms.print_ballots(lived.storm.id, 1)
    take_in(other, written(shop, lived.storm, private=True))

    other.give(ballot.code, lived.guitar.id)

    with pytest.raises(Conflict, match="once"):
        other.give(ballot.code, lived.nine.id)
    seen = other.database.read(lambda stores: balloting.ballot_view(stores, ballot.code, other.clock.now()))
    assert seen.view.ballots.given == 1


def test_a_visitor_is_nobody_outside_and_the_same_in_every_file(lived: Lived) -> None:
    storm = lived.storm
    once = nameless("visitor-1", storm.id)

    assert "visitor-1" not in once
    assert nameless(once, storm.id) == once == nameless("visitor-1", storm.id)
    assert nameless("visitor-1", lived.guitar.id) != once
