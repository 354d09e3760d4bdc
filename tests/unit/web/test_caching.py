from __future__ import annotations

import pytest

from app.web.caching import has_already


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        ('W/"a"', True),
        ('"a"', True),
        ('"b", W/"a"', True),
        ('"b","a"', True),
        ("*", True),
        ("", False),
        ('"b"', False),
        ("a", False),
        ('W/"b", "c"', False),
    ],
)
def test_a_tag_is_found_as_browsers_and_proxies_write_it(asked: str, has: bool) -> None:
    assert has_already(asked, 'W/"a"') is has
    assert has_already(asked, '"a"') is has
