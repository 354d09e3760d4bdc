"""Texts that broke other programs, for every door and every face."""

from __future__ import annotations

_LATIN = "\u0041\u0300"

HOSTILE = [
    # Markup of every face
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=file:///etc/passwd>",
    "<table width=9999999><tr><td>x",
    "</textarea><script>alert(1)</script>",
    "</title></style></p></main><h1>mine",
    "\"><svg/onload=alert(1)>",
    "' autofocus onfocus=alert(1) x='",
    "<!--", "-->", "<![CDATA[", "]]>", "<?php", "{{ 7*7 }}", "{% raw %}", "{# x #}", "${7*7}", "#{7*7}", "%(name)s", "%s%n%d", "{0}", "{}",
    "<b>", "</b>", "<para fontSize=abc>", "&#0;", "&amp;lt;", "&lt;b&gt;", "javascript:alert(1)", "//host/share",
    "<a href='javascript:alert(1)'>x</a>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0>",
    "\x02token\x03",
    # Quotes, commands, queries
    "'; DROP TABLE ideas; --", "\" OR \"\"=\"", "1' OR '1'='1", "NEAR(a b)", "c++", "coffee-machine", "100%", "*", "\"", "'", "`", "\\", "AND", "NOT",
    "=1+1", "@SUM(1)", "+1", "-1", "|calc", "$(touch x)", "`id`", "; ls", "../../etc/passwd", "CON", "NUL", "C:\\con\\con",
    "Subject: x\r\nBcc: all@example.org", "a\nb\nc", "a\r\n\r\n\r\n\r\n\r\nb", "\t\ttabs",
    # Letters that are not what they seem
    "\x00", "a\x00b", "\x1b[31mred\x1b[0m", "\x07\x08", "\x7f\x80\x9f", "\ufeff", "\ufffe\uffff", "\u2028\u2029", "\x85",
    "\u202eevil\u202c", "\u2066x\u2069", "\u200e\u200f", "\u200b\u200c\u200d", "\u3164", "\u115f\u1160", "\u2800", "\u00a0\u2003",
    "\ud800", "a\udfffb", "\U000e0041\U000e0042", "\ue000",
    # Scripts
    "هل يمكن كتابة القائمة بحروف أكبر؟", "עברית עם English ו-123", "नमस्ते दुनिया", "สวัสดีชาวโลก", "週末だけでも抹茶を", "请问可以吗", "안녕하세요", "Ελληνικά", "Кириллица", "Tiếng Việt", "İIıi ßẞ ﬁ",
    "ا" * 500, "𝕳𝖊𝖑𝖑𝖔", "Ⓗⓔⓛⓛⓞ", "ﷺ" * 20, "𓀀𓂀", "꧁꧂",
    # Marks, emoji, length
    "Z" + "\u0300" * 300, "Z\u0351\u0352\u0353a\u0334\u0335l\u0336\u0337g\u0338o", _LATIN * 500, "👨‍👩‍👧‍👦" * 200, "🏴󠁧󠁢󠁥󠁮󠁧󠁿🇩🇪🇫", "👍🏽👍🏿", "❤️\ufe0f" + "\ufe0f" * 300, "☕",
    "x" * 500, "x" * 501, "W" * 500, "\n" * 400 + "x", "a\n" * 250, " ".join("ab" for _ in range(166)), "-" * 500, "." * 500, "‍" * 100 + "x",
    # Words that look like something else
    "undefined", "null", "NaN", "true", "[object Object]", "0", "-0", "1e309", "0x10", "None", "../", "Scunthorpe", "1,000", "٣", "½", "²",
]  # fmt: skip
