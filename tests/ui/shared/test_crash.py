from __future__ import annotations

import pytest

from ui.shared.crash import CrashHook, report_of


def failing(customer_words: str) -> None:
    raise ValueError(customer_words)


def caught(words: str) -> BaseException:
    with pytest.raises(ValueError, match=words) as found:
        failing(words)
    return found.value


def test_a_report_says_where_but_never_what_a_customer_wrote() -> None:
    report = report_of(caught("my secret wish"), "1.2")

    assert "Teacup 1.2" in report
    assert "ValueError" in report
    assert "in failing" in report
    assert "my secret wish" not in report


def test_the_same_bug_is_shown_once(caplog: pytest.LogCaptureFixture) -> None:
    shown: list[str] = []
    hook = CrashHook(version="1.2", show=shown.append)
    bug = caught("again")

    hook.report(bug)
    hook.report(bug)

    assert len(shown) == 1
    assert len(caplog.records) == 2
