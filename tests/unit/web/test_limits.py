from __future__ import annotations

from app.web.limits import MOST_KEYS, Buckets, address_key
from app.web.settings import Rate


class Hand:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_gives_its_burst_and_then_says_how_long_to_wait() -> None:
    buckets = Buckets(Rate(3, 0.5), Hand())

    answers = [buckets.take("a") for _ in range(5)]

    assert answers == [0, 0, 0, 2, 2]


def test_a_bucket_fills_again_with_time_but_not_above_its_burst() -> None:
    hand = Hand()
    buckets = Buckets(Rate(2, 1), hand)
    buckets.take("a"), buckets.take("a")

    hand.now = 1
    after_a_second = [buckets.take("a"), buckets.take("a")]
    hand.now = 1000
    after_long = [buckets.take("a") for _ in range(3)]

    assert after_a_second == [0, 1]
    assert after_long == [0, 0, 1]


def test_one_address_does_not_use_up_what_is_anothers() -> None:
    buckets = Buckets(Rate(1, 0.1), Hand())
    buckets.take("a")

    assert buckets.take("a") > 0
    assert buckets.take("b") == 0


def test_asking_takes_nothing() -> None:
    buckets = Buckets(Rate(1, 1), Hand())

    assert [buckets.wait_for("a") for _ in range(3)] == [0, 0, 0]
    assert buckets.take("a") == 0
    assert buckets.wait_for("a") == 1


def test_a_flood_of_addresses_does_not_grow_without_end() -> None:
    hand = Hand()
    buckets = Buckets(Rate(2, 0.001), hand)

    for number in range(MOST_KEYS * 2):
        hand.now += 0.001
        buckets.take(str(number))

    assert len(buckets._levels) <= MOST_KEYS + 1


def test_one_ipv6_customer_is_one_address() -> None:
    assert address_key("2001:db8:1:2:3::1") == address_key("2001:db8:1:2:ffff::9")
    assert address_key("2001:db8:1:2::1") != address_key("2001:db8:1:3::1")
    assert address_key("fe80::1%eth0") == address_key("fe80::2")
    assert address_key("::ffff:192.0.2.7") == "192.0.2.7"
    assert address_key("192.0.2.7") == "192.0.2.7"
