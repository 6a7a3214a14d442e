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


@pytest.mark.parametrize(
    ("language", "row"),
    [("fr", "à&é\"'(-è_ç"), ("cs", "é+ěščřžýáí"), ("sk", "é+ľščťžýáí")],
)
def test_the_upper_row_of_a_language_means_digits_where_digits_are_asked(
    language: str, row: str
) -> None:
    assert "".join(meant(typed, DIGITS, language) for typed in row) == DIGITS
    assert meant("é", SESSION, language) == "é"


@pytest.mark.parametrize("language", ["", "en", "ru"])
@pytest.mark.parametrize("typed", list("-_('\"&éçàè+"))
def test_no_sign_is_a_level_of_pain_on_other_keyboards(typed: str, language: str) -> None:
    assert meant(typed, DIGITS, language) == typed


def test_serbian_letters_stand_where_they_sound() -> None:
    assert [meant(typed, SESSION, "sr") for typed in "хрнпм"] == list("hrnpm")
    assert [meant(typed, SESSION, "ru") for typed in "рктзь"] == list("hrnpm")


def test_a_layout_that_the_first_does_not_answer_is_asked_next() -> None:
    assert meant("і", "esxq") == "s"
    assert meant("й", "esxq") == "q"
    assert meant("й", "esx") == "x"
