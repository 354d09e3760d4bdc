"""Which tests look at the real bundle. Building takes a minute, so ordinary runs skip them and the CI does not."""

from __future__ import annotations

import os
import sys

import pytest

WANTED = bool(os.environ.get("TEACUP_BUNDLE") or os.environ.get("CI"))
BUILD_SECONDS = 280

_MARKS = (
    pytest.mark.skipif(not WANTED, reason="set TEACUP_BUNDLE=1 to build the bundle (a minute)"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the file names are Linux's"),
    pytest.mark.timeout(BUILD_SECONDS + 120),
)
of_the_bundle = list(_MARKS)
