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
    b"0x" + b"f" * 5000,
    b"-" + b"9" * 400,
    b"1e-320",
    b"nan",
    b"-inf",
    b"9" * 4000 + b".5",
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
        b'"\\ud83d"',
        b'"\\uD83D\\u0000"',
        b"a." * 50_000 + b"a",
        b"{ a" + b".a" * 40 + b" = 1 }",
        b"[" * 40 + b"]" * 40,
        b'"' + b"\xf0\x9f\x92\xaa" * 3000 + b'"',
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
    """Give a key of TOML or JSON a value of another type."""
    return _replace_one(rb"(?m)(?<=[=:] )[^\n]+?(?=,?$)", random.choice(VALUES), text, random)


def swap_values(text: bytes, random: Random) -> bytes:
    """Give a key the value of another one."""
    values = re.findall(rb"(?m)(?<=[=:] )[^\n]+?(?=,?$)", text)
    return _replace_one(
        rb"(?m)(?<=[=:] )[^\n]+?(?=,?$)", random.choice(values or [b"0"]), text, random
    )


def move_chunk(text: bytes, random: Random) -> bytes:
    """Take a piece out, and put it back elsewhere, nowhere, or twice."""
    begin = random.randrange(len(text))
    end = begin + random.choice([1, 10, 100, 4096])
    piece, rest = text[begin:end], text[:begin] + text[end:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + piece * random.choice([0, 1, 2]) + rest[place:]


def change_encoding(text: bytes, random: Random) -> bytes:
    """Write it as other systems and editors do, or as nobody does."""
    return random.choice(
        [
            b"\xef\xbb\xbf" + text,
            text.replace(b"\n", b"\r\n"),
            text.replace(b"\n", b"\r"),
            text.decode("utf-8", "replace").encode("utf-16"),
            text.decode("utf-8", "replace").encode("latin-1", "replace"),
            text.replace(b" ", b"\xc2\xa0"),
            text + b"\0" * random.choice([1, 4096]),
            text.replace(b"e", b"\xed\xa0\xbd", random.randint(1, 3)),
        ]
    )


def nest(text: bytes, random: Random) -> bytes:
    """Add tables, lists or keys within one another, far too many."""
    depth = random.choice([15, 17, 200, 3000, 40_000])
    part = random.choice(
        [
            b"[" * depth + b"]" * depth,
            b"\nx = " + b"[" * depth + b"]" * depth + b"\n",
            b"\nx = " + b"{ a = " * depth + b"1" + b" }" * depth + b"\n",
            b"\n" + b"a." * depth + b"a = 1\n",
            b"\n[" + b"a." * depth + b"a]\n",
            b"\nx = " + b"'a'." * depth + b"a\n",
            b"".join(b"\n[[a]]" for _ in range(depth)),
            b'{"a": ' * depth,
        ]
    )
    place = random.choice([0, len(text), random.randrange(len(text))])
    return text[:place] + part + text[place:]


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
    swap_values,
    move_chunk,
    change_encoding,
    nest,
]


def spoilt(text: bytes, random: Random) -> bytes:
    """The text after one to three mutations."""
    for _ in range(random.choice([1, 1, 2, 3])):
        text = random.choice(ALL)(text, random) or b"#"
    return text
