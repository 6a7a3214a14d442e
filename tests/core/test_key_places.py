"""What characters of other layouts mean."""
# ruff: noqa: RUF001 (letters of other scripts are what this is about)

import pytest

from glutetimer.core.key_places import DIGITS, meant

SESSION = "nprhqm+?"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        *[("H", "h"), ("р", "h"), ("Р", "h"), ("к", "r"), ("ь", "m"), ("т", "n"), ("з", "p")],
        *[("й", "q"), ("і", "і"), ("г", "h"), ("η", "h"), ("Η", "h"), ("י", "h"), ("ا", "h")],
        *[("ჰ", "h"), ("?", "?"), ("+", "+"), ("/", "/"), ("ж", "ж"), ("left", "left")],
    ],
)
def test_a_letter_means_the_key_at_its_place(typed: str, key: str) -> None:
    assert meant(typed, SESSION) == key


def test_the_upper_row_of_azerty_means_digits_only_where_digits_are_asked() -> None:
    assert "".join(meant(typed, DIGITS) for typed in "à&é\"'(-è_ç") == DIGITS
    assert meant("&", SESSION) == "&"


def test_a_layout_that_the_first_does_not_answer_is_asked_next() -> None:
    assert meant("і", "esxq") == "s"
    assert meant("й", "esxq") == "q"
    assert meant("й", "esx") == "x"
