"""Spoils files in the ways in which people, editors and disks do."""

import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]

HUGE = [
    b"99999999999999999999",
    b"-1",
    b"1e308",
    b"1e999",
    b"0",
    b"9" * 5000,
    b"-0.0",
    b"0x7fffffff",
]
VALUES = [
    *[
        b"true",
        b"nan",
        b"-inf",
        b"[]",
        b"{}",
        b'""',
        b"''",
        b"[[[1]]]",
        b"{ a = { b = 1 } }",
        b"10.5",
    ],
    *[
        b"2026-01-05",
        b"07:30:00",
        b'"open"',
        b'"10-12"',
        b'"1m30s"',
        b'"\\u0000"',
        b'"\\u202E"',
        b"7",
    ],
    *[
        b'"""\n\n"""',
        b"[1, 'x', 2]",
        b"\xc3\xa4",
        b'"' + b"long " * 500 + b'"',
        b"[" * 3000,
        b"45s",
    ],
]


def flip_bytes(text: bytes, random: Random) -> bytes:
    """Change one to three bytes to any other."""
    spoilt = bytearray(text)
    for _ in range(random.randint(1, 3)):
        spoilt[random.randrange(len(spoilt))] = random.randrange(256)
    return bytes(spoilt)


def drop_line(text: bytes, random: Random) -> bytes:
    """Leave a line out."""
    lines = text.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return b"".join(lines)


def double_line(text: bytes, random: Random) -> bytes:
    """Write a line again somewhere, up to a hundred times."""
    lines = text.splitlines(keepends=True)
    place = random.randrange(len(lines))
    lines[place:place] = [random.choice(lines)] * random.choice([1, 1, 1, 2, 100])
    return b"".join(lines)


def swap_lines(text: bytes, random: Random) -> bytes:
    """Let two lines change places."""
    lines = text.splitlines(keepends=True)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def exaggerate(text: bytes, random: Random) -> bytes:
    """Put a huge or odd number in the place of a number."""
    return _replace_one(rb"\b[0-9]+(\.[0-9]+)?", random.choice(HUGE), text, random)


def misspell_key(text: bytes, random: Random) -> bytes:
    """Swap or double a letter of a key."""
    keys = list(re.finditer(rb"(?m)[a-z_]{2,}(?= *=)", text))
    if not keys:
        return text
    key = random.choice(keys)
    place = random.randrange(key.start(), key.end() - 1)
    letters = text[place : place + 2]
    wrong = random.choice([letters[::-1], letters[:1], letters + letters[1:]])
    return text[:place] + wrong + text[place + 2 :]


def change_value(text: bytes, random: Random) -> bytes:
    """Give a key a value of another type."""
    return _replace_one(rb"(?m)(?<== )[^\n]+$", random.choice(VALUES), text, random)


def cut_off(text: bytes, random: Random) -> bytes:
    """End somewhere in the middle."""
    return text[: random.randrange(len(text))]


def insert_marks(text: bytes, random: Random) -> bytes:
    """Strew in characters that mean something in TOML."""
    place = random.randrange(len(text))
    marks = bytes(random.choices(b"[]{}=\"'#.,\n\\\r\0", k=random.choice([1, 2, 3, 200])))
    return text[:place] + marks + text[place:]


def _replace_one(pattern: bytes, new: bytes, text: bytes, random: Random) -> bytes:
    places = list(re.finditer(pattern, text))
    if not places:
        return text
    place = random.choice(places)
    return text[: place.start()] + new + text[place.end() :]


ALL: list[Mutation] = [
    flip_bytes,
    drop_line,
    double_line,
    swap_lines,
    exaggerate,
    misspell_key,
    change_value,
    cut_off,
    insert_marks,
]


def spoilt(text: bytes, random: Random) -> bytes:
    """The text after one to three mutations."""
    for _ in range(random.choice([1, 1, 2, 3])):
        text = random.choice(ALL)(text, random) or b"#"
    return text
