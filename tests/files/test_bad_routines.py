"""Routine files with mistakes, the expected messages beside each."""

import pytest

from tests.files.conftest import CheckText

HEAD = 'title = "Mine"\n[[exercise]]\nuse = "bridge"\n'  # what follows begins at line 4
CLAM = 'title = "Mine"\n[[exercise]]\nuse = "clam"\n'
ISO = 'title = "Mine"\n[[exercise]]\nuse = "iso"\n'
WALK = 'title = "Mine"\n[[exercise]]\nuse = "walk"\n'

FORM = [
    ("", ["line 1: the file is empty"]),
    (" \n\n", ["line 1: the file is empty"]),
    ("# nothing here\n", [
        'line 1: title is missing; write for example title = "My routine"',
        'line 1: the routine has no exercise; add [[exercise]] with use = "..."',
    ]),
    ("title = Mine\n", ["line 1: this is not TOML: the value cannot be read; "]),
    (HEAD + "rest = 45s\n", [
        'line 4: this is not TOML: the value cannot be read; write rest = "45s", in quotes',
    ]),
    (HEAD + "reps = 3x10\n", [
        "line 4: this is not TOML: write sets = 3 and reps = 10, a line each",
    ]),
    (HEAD + "reps = 10, 8, 6\n", [
        "line 4: this is not TOML: these are several values; write reps = [10, 8, 6]",
    ]),
    (HEAD + "reps = [10; 8; 6]\n", [
        "line 4: this is not TOML: these are several values; write reps = [10, 8, 6]",
    ]),
    (HEAD + 'rest: "45s"\n', [
        'line 4: this is not TOML: write rest = "45s", with = in place of :',
    ]),
    (HEAD + "reps = 3x\n[circuits.A]\nrounds = 3\n", [
        'line 4: this is not TOML: the value cannot be read; write reps = "3x", in quotes',
        'line 5: no exercise is in circuit A; write circuit = "A" in at least one [[exercise]]',
    ]),
    ('title = "Mine"\n\n[[exercise]\n', ["line 3: this is not TOML: "]),
    ('title = "Mine"\ntitle = "Yours"\n',
     ["line 2: this is not TOML: title stands twice, first in line 1; keep one",
      'line 1: the routine has no exercise; add [[exercise]] with use = "..."'][::-1]),
    (HEAD + "[circuits.A]\nrounds = 1\n[circuits.A]\nrounds = 2\n",
     ["line 6: this is not TOML: [circuits.A] stands twice, first in line 4; keep one"]),
    ('title = "Mine\n', ["line 1: this is not TOML: a text is not closed with a quote"]),
    ('notes = """\nfor ever\nand ever\n', ["line 3: this is not TOML: "]),
    (HEAD + "sets = " + "9" * 5000, ["line 4: a number has too many digits"]),
    (HEAD + "sets = 0x" + "f" * 5000,
     ["line 4: sets is a number beyond all measure; write a whole number from 1 to 20"]),
    ("title = 'Mine'\nx = " + "[" * 3000 + "]" * 3000,
     ["line 2: brackets or keys are nested more than 16 deep"]),
    ("title = 'Mine'\n" + "a." * 100_000 + "a = 1",
     ["line 2: brackets or keys are nested more than 16 deep"]),
]  # fmt: skip

ROUTINE = [
    (HEAD[:15] + 'purpose = "One two three, four five-six seven"\n' + HEAD[15:], [
        "line 2: purpose has 6 words; write at most 5",
    ]),
    (HEAD[:15] + 'purpose = ""\npicture = "bridg"\n' + HEAD[15:], [
        "line 2: purpose is empty; give it a text or leave it out",
        'line 3: picture is "bridg", which is no exercise of this routine; did you mean "bridge"?',
    ]),
    ('titel = "Mine"\n' + HEAD[15:], [
        'line 1: title is missing; write for example title = "My routine"',
        'line 1: unknown key "titel"; did you mean "title"?',
    ]),
    (HEAD + 'reps = "10+"\n', [
        'line 4: reps is "10+"; write 10 for so many, or "open" for as many as you can',
    ]),
    (HEAD + 'reps = "3 sets of 10"\n', [
        'line 4: reps is "3 sets of 10"; write sets = 3 and reps = 10',
    ]),
    (HEAD + 'work = "2x30s"\n', ['line 4: work is "2x30s"; write sets = 2 and work = "30s"']),
    (HEAD + 'rest = "0:45 min"\n', ['line 4: rest is "0:45 min"; write "45s"']),
    ("title = 5\n" + HEAD[15:], ['line 1: title is 5; write a text in quotes: "..."']),
    ('title = " "\n' + HEAD[15:], ["line 1: title is empty; give it a text or leave it out"]),
    ('title = "' + "x" * 401 + '"\n' + HEAD[15:],
     ["line 1: title has 401 characters; at most 400 are allowed"]),
    ('title = "A\\u001b[2J"\n' + HEAD[15:],
     ["line 1: title has the control character U+001B; write plain text"]),
    ('title = "A\u202eB"\n' + HEAD[15:],
     ["line 1: title has the control character U+202E; write plain text"]),
    ('title = "A\u2066B"\n' + HEAD[15:],
     ["line 1: title has the control character U+2066; write plain text"]),
    ('notes = "' + "x" * 2001 + '"\n' + HEAD,
     ["line 1: notes has 2,001 characters; at most 2,000 are allowed"]),
    ('notes = "A\\u0000"\n' + HEAD,
     ["line 1: notes has the control character U+0000; write plain text"]),
    ("format = 2\n" + HEAD,
     ["line 1: format is 2; write format = 1, the one that this version knows"]),
    ("format = true\n" + HEAD,
     ["line 1: format is true; write format = 1, the one that this version knows"]),
    ('dose_source = "doctor"\n' + HEAD,
     ['line 1: dose_source is "doctor"; write one of "article", "editorial"']),
    ('language = "English please"\n' + HEAD,
     ['line 1: language is "English please"; write a language tag such as "en" or "en-GB"']),
    ('"a\\u001b[31m" = 1\n' + HEAD, ['line 1: unknown key "a\\x1b[31m"; known are "']),
    ('title = "Mine"\n[exercise]\nuse = "bridge"\n',
     ["line 2: write [[exercise]] with two brackets on each side"]),
    ('title = "Mine"\nexercise = "bridge"\n',
     ['line 2: exercise is "bridge"; write tables: [[exercise]]']),
    ('title = "Mine"\nexercise = []\n',
     ["line 2: exercise is an empty list; write [[exercise]] tables"]),
    ('title = "Mine"\nexercise = [\n  { use = "iso" },\n  "bridge",\n]\n',
     ['line 4: exercise holds "bridge"; write [[exercise]] tables']),
    ('title = "Mine"\n' + '[[exercise]]\nuse = "iso"\n' * 200 + "[[exercise]]\nnot_read = 1\n",
     ["line 402: exercise has 201 items; at most 200 are allowed"]),
]  # fmt: skip

ENTRY = [
    ('title = "Mine"\n[[exercise]]\nsets = 3\n',
     ['line 2: use is missing; write for example use = "glute-bridge"']),
    ('title = "Mine"\n[[exercise]]\nuse = "brigde"\n',
     ['line 3: unknown exercise "brigde"; did you mean "bridge"?']),
    ('title = "Mine"\n[[exercise]]\nuse = "yoga"\n',
     ['line 3: unknown exercise "yoga"; known are "bridge", "clam", "iso", "march", "walk"']),
    ('title = "Mine"\n[[exercise]]\nuse = "../../secret"\n',
     ['line 3: unknown exercise "../../secret"; known are "bridge"']),
    ('title = "Mine"\n[[exercise]]\nuse = ["bridge"]\n',
     ['line 3: use is a list; write a text in quotes: "..."']),
    (HEAD + "rest_affter = 4\n", ['line 4: unknown key "rest_affter"; did you mean "rest_after"?']),
    (HEAD + "sets = 0\n", ["line 4: sets is 0; write a whole number from 1 to 20"]),
    (HEAD + "sets = 21\n", ["line 4: sets is 21; write a whole number from 1 to 20"]),
    (HEAD + "sets = 3.0\n", ["line 4: sets is 3.0; write a whole number from 1 to 20"]),
    (HEAD + 'sets = "3"\n', ['line 4: sets is "3"; write a whole number from 1 to 20']),
    (HEAD + "sets = true\n", ["line 4: sets is true; write a whole number from 1 to 20"]),
    (HEAD + "sets = nan\n", ["line 4: sets is nan; write a whole number from 1 to 20"]),
    (HEAD + "sets = 07:30:00\n",
     ["line 4: sets is a date or time; write a whole number from 1 to 20"]),
    (HEAD + "rest = nan\n",
     ['line 4: rest is nan; write a duration such as "45s", "1m30s" or plain seconds']),
    (HEAD + "rest = -inf\n",
     ['line 4: rest is -inf; write a duration such as "45s", "1m30s" or plain seconds']),
    (HEAD + 'rest = "soon"\n',
     ['line 4: rest is "soon"; write a duration such as "45s", "1m30s" or plain seconds']),
    (HEAD + "rest = -1\n", ["line 4: rest is -1; write a duration from 0 to 600 s"]),
    (HEAD + 'rest_after = "11m"\n',
     ['line 4: rest_after is "11m"; write a duration from 0 to 600 s']),
    (HEAD + "change = 601\n", ["line 4: change is 601; write a duration from 0 to 600 s"]),
    (HEAD + 'switch = "an hour"\n',
     ['line 4: switch is "an hour"; write a duration such as "45s", "1m30s" or plain seconds']),
    (HEAD + "load = 5\n", ['line 4: load is 5; write a text in quotes: "..."']),
    (HEAD + 'cues = "Squeeze"\n',
     ['line 4: cues is "Squeeze"; write a list of texts, for example ["..."]']),
    (HEAD + 'cues = [\n"Squeeze",\n7,\n""]\n', [
        'line 6: cues is 7; write a text in quotes: "..."',
        "line 7: cues is empty; give it a text or leave it out",
    ]),
]  # fmt: skip

AMOUNT = [
    (HEAD + "reps = 0\n", ["line 4: reps is 0; write 1 to 100 reps"]),
    (HEAD + "reps = 101\n", ["line 4: reps is 101; write 1 to 100 reps"]),
    (HEAD + 'reps = "90-101"\n', ['line 4: reps is "90-101"; write 1 to 100 reps']),
    (HEAD + 'reps = "12-10"\n',
     ['line 4: reps is "12-10"; write the smaller number first: "10-12"']),
    (HEAD + 'reps = "some"\n',
     ['line 4: reps is "some"; write 10, "10-12", "open", or a list with one for each '
      "set: [8, 6, 4]"]),
    (HEAD + "reps = 10.5\n",
     ['line 4: reps is 10.5; write 10, "10-12", "open", or a list with one for each '
      "set: [8, 6, 4]"]),
    (HEAD + "reps = 10\nhold = 30\n", ["line 5: hold and reps exclude each other; keep one"]),
    (HEAD + "steps = 5\n",
     ['line 4: Bridge is counted in reps; write reps = "10-12" or hold = "30s", not steps']),
    (ISO + "reps = 10\n", ['line 4: Iso is held; write hold = "30s", not reps']),
    (ISO + "hold = 0.5\n", ["line 4: hold is 0.5; write a duration from 1 to 3600 s"]),
    (ISO + 'hold = "3601s"\n', ['line 4: hold is "3601s"; write a duration from 1 to 3600 s']),
    (ISO + 'hold = "long"\n',
     ['line 4: hold is "long"; write "45s", "1m30s" or plain seconds, or "open"']),
    (WALK + "reps = 10\n", ["line 4: Walk is counted in steps; write steps = 5, not reps"]),
    (WALK + "steps = 101\n", ["line 4: steps is 101; write a whole number from 1 to 100"]),
    (WALK + 'steps = "open"\n', ['line 4: steps is "open"; write a whole number from 1 to 100']),
]  # fmt: skip

TEMPO = [
    (HEAD + 'tempo = "slow"\n',
     ['line 4: tempo is "slow"; write { lift = "2s", top = "1s", lower = "2s", pause = "0.5s" } '
      'or "2-0-2-1"']),
    (HEAD + "tempo = 2\n", ["line 4: tempo is 2; write { lift = "]),
    (HEAD + 'tempo = "2-0-31-1"\n',
     ['line 4: tempo is "2-0-31-1"; each phase may take 0 to 30 s']),
    (HEAD + "tempo = { lift = 31 }\n", ["line 4: lift is 31; write a duration from 0 to 30 s"]),
    (HEAD + "tempo = { lfit = 2 }\n", ['line 4: unknown key "lfit"; did you mean "lift"?']),
    (HEAD + '[exercise.tempo]\n\nlift = "x"\n', ['line 6: lift is "x"; write a duration such as']),
    (HEAD + 'tempo = "0-0-0-0"\n',
     ["line 4: a rep takes 0 s with this tempo; at least 0.5 s are needed"]),
    (HEAD + "tempo = { lift = 0.1, top = 0, lower = 0.1, pause = 0 }\n",
     ["line 4: a rep takes 0.2 s with this tempo; at least 0.5 s are needed"]),
]  # fmt: skip

SIDES = [
    (CLAM + 'sides = "letf"\n',
     ['line 4: sides is "letf"; write "left", or one of "both", "each", "alternating", "left"']),
    (CLAM + 'start = "up"\n',
     ['line 4: start is "up"; write one of "left", "right", "forward", "back"']),
    (CLAM + 'start = "forward"\n', ['line 4: start is "forward"; write "left" or "right"']),
    (WALK + 'start = "back"\n', ['line 4: start is "back"; write "right" or "left"']),
    (WALK + 'sides = "each"\n',
     ["line 4: Walk is counted in steps, which have directions and no sides; leave sides out"]),
    (ISO + 'sides = "alternating"\n',
     ['line 4: sides of a hold cannot alternate; write "both" or "each"']),
]  # fmt: skip

A, B = 'circuit = "A"\n', 'circuit = "B"\n'
NEXT = '[[exercise]]\nuse = "iso"\n'
CIRCUITS = [
    (HEAD + A, ['line 4: circuit "A" is not described; add [circuits.A] with its rounds']),
    (HEAD + A + NEXT + A,
     ['line 4: circuit "A" is not described; add [circuits.A] with its rounds']),
    (HEAD + "[circuits.A]\nrounds = 3\n",
     ['line 4: no exercise is in circuit A; write circuit = "A" in at least one [[exercise]]']),
    (HEAD + A + NEXT + NEXT + A + "[circuits.A]\nrounds = 2\n",
     ['line 9: circuit "A" was left before; its exercises must stand together']),
    (HEAD + A + NEXT + B + NEXT + A + "[circuits]\nA.rounds = 2\nB.rounds = 2\n",
     ['line 10: circuit "A" was left before; its exercises must stand together']),
    (HEAD + A + "[circuits.A]\n", ["line 5: rounds is missing; write for example rounds = 3"]),
    (HEAD + A + "[circuits.A]\nrounds = 21\nrest = 601\nround = 1\n", [
        "line 6: rounds is 21; write a whole number from 1 to 20",
        "line 7: rest is 601; write a duration from 0 to 600 s",
        'line 8: unknown key "round"; did you mean "rounds"?',
    ]),
    (HEAD + A + "[circuits]\nA = 3\n", ["line 6: A is 3; write a table: [A]"]),
    (HEAD + "circuit = 1\n", ['line 4: circuit is 1; write a text in quotes: "..."']),
    ("circuits = 1\n" + HEAD, ["line 1: circuits is 1; write a table: [circuits]"]),
]  # fmt: skip

EXCESS = [
    (HEAD + NEXT + "sets = 20\nhold = 600\nrest = 600\n",
     ["line 4: because of this exercise alone: the session would take 6.5 hours; "
      "at most 4 are allowed; lower its sets, reps, holds or rests"]),
    (HEAD + (NEXT + "sets = 20\nhold = 300\nrest = 60\n") * 3,
     ["line 1: the session would take 6.1 hours; "
      "at most 4 are allowed; lower its sets, reps, holds or rests"]),
    (HEAD + 'sets = 20\nreps = 100\ntempo = "1-1-1-1"\n' + A + "[circuits.A]\nrounds = 20\n",
     ["line 2: because of this exercise alone: the session would have about 160,420 steps; "
      "at most 20,000 are allowed; lower its sets, reps, holds or rests"]),
]  # fmt: skip

ALL = FORM + ROUTINE + ENTRY + AMOUNT + TEMPO + SIDES + CIRCUITS + EXCESS


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[expected[0][:60] for _, expected in ALL])
def test_every_mistake_is_told(check_text: CheckText, text: str, expected: list[str]) -> None:
    found = check_text(text)
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected


def test_all_mistakes_of_a_file_are_told_at_once_in_order_of_lines(check_text: CheckText) -> None:
    found = check_text(
        'format = 1\ntitle = "Mine"\n[[exercise]]\nuse = "clamm"\nreps = 0\nsets = 99\n'
        '[[exercise]]\nuse = "walk"\nsides = "each"\nrepz = 5\nrest = "x"\n'
        "[circuits.Z]\nrounds = 0\n"
    )
    assert [line.split(":")[0] for line in found] == [
        f"line {number}" for number in (4, 5, 6, 9, 10, 11, 12, 13)
    ]


def test_a_flood_of_mistakes_is_counted_not_listed(check_text: CheckText) -> None:
    found = check_text(HEAD + "".join(f"key{number} = 1\n" for number in range(10_000)))
    assert len(found) == 101
    assert found[-1] == "line 103: 9900 more mistakes are not listed"
