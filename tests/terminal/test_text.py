"""Text that is safe to print, and fits."""

import io

import pytest

from glutetimer.terminal.output import make_printable
from glutetimer.terminal.text import bar, clean, fit, width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain – text", "Plain – text"),
        ("two\nlines\there", "two lines here"),
        ("\x1b[2Jgone\x07", r"\x1b[2Jgone\x07"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}evil", r"\u202eevil"),
        ("a\N{NO-BREAK SPACE}b", "a b"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("", 0), ("腰痛", 4), ("e\N{COMBINING ACUTE ACCENT}", 1)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [("abc", 3, "abc"), ("abcd", 3, "abc"), ("腰痛", 3, "腰"), ("abc", 0, "")],
)
def test_fit(text: str, columns: int, expected: str) -> None:
    assert fit(text, columns) == expected


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, "[----]"), (0.5, "[##--]"), (1.0, "[####]"), (7.0, "[####]"), (-1.0, "[----]")],
)
def test_bar(share: float, expected: str) -> None:
    assert bar(share, 6) == expected


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("ascii", b"3 x 10-12 'e' \"q\" ... ?"),
        ("latin-1", "3 × 10-12 'é' \"q\" ... ?".encode("latin-1")),
        ("utf-8", "3 × 10–12 ’é’ “q” … 腰".encode()),
    ],
)
def test_what_an_encoding_lacks_is_put_in_plain_letters(encoding: str, expected: bytes) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding)
    make_printable(stream)

    stream.write("3 × 10–12 ’é’ “q” … 腰")
    stream.flush()

    assert raw.getvalue() == expected


def test_a_stream_that_takes_everything_is_left_alone() -> None:
    stream = io.StringIO()

    make_printable(stream)
    stream.write("…")

    assert stream.getvalue() == "…"
