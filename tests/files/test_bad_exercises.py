"""Exercise files with mistakes, the expected messages beside each."""

import pytest

from tests.files.conftest import CheckText

HEAD = 'name = "Kick"\nposition = "all-fours"\n'  # what follows begins at line 3

BAD = [
    ('name = "Kick"\n', ['line 1: position is missing; write for example position = "supine"']),
    ('position = "supine"\n', ['line 1: name is missing; write for example name = "Glute bridge"']),
    ('nmae = "Kick"\nposition = "supine"\n', [
        'line 1: name is missing; write for example name = "Glute bridge"',
        'line 1: unknown key "nmae"; did you mean "name"?',
    ]),
    ('name = "Kick"\nposition = "lying"\n',
     ['line 2: position is "lying"; write "side-lying", or one of "supine", "supine-on-ball", '
      '"side-lying", "all-fours", "standing", "standing-or-sitting", "prone", "sitting", '
      '"kneeling", "plank"']),
    (HEAD + 'kind = "time"\n', ['line 3: kind is "time"; write one of "reps", "hold", "steps"']),
    (HEAD + 'limb = "foot"\n', ['line 3: limb is "foot"; write one of "leg", "arm"']),
    (HEAD + 'works = "left foot"\n',
     ['line 3: works is "left foot"; write what a side does, for example '
      '"{side} foot pushes, {other} leg up"']),
    (HEAD + '[equipment]\nworn = "' + "x" * 81 + '"\n',
     ["line 4: worn has 81 characters; at most 80 are allowed"]),
    (HEAD + 'first = "top"\n', ['line 3: first is "top"; write one of "lift", "lower"']),
    (HEAD + 'sides = "left"\n',
     ['line 3: sides is "left"; write "both", "each" or "alternating"; only a routine chooses '
      'one side']),
    (HEAD + 'kind = "hold"\nsides = "alternating"\n',
     ['line 4: sides of a hold cannot alternate; write "both" or "each"']),
    (HEAD + 'kind = "steps"\ndirections = ["left", "right"]\nsides = "each"\n',
     ["line 5: Kick is counted in steps, which have directions and no sides; leave sides out"]),
    (HEAD + 'kind = "steps"\n',
     ['line 1: directions is missing; write for example directions = ["right", "left"]']),
    (HEAD + 'directions = ["left", "right"]\n',
     ['line 3: directions are for kind = "steps" only; leave them out']),
    (HEAD + 'kind = "steps"\ndirections = ["left", "up"]\n',
     ['line 4: directions are "left", "up"; write two of "left", "right", "forward", "back"']),
    (HEAD + 'kind = "steps"\ndirections = ["left", "left"]\n',
     ['line 4: directions are "left", "left"; write two of "left", "right", "forward", "back"']),
    (HEAD + 'also = "Donkey"\n',
     ['line 3: also is "Donkey"; write a list of texts, for example ["..."]']),
    (HEAD + 'muscles = ["glutes", 1]\n', ['line 3: muscles is 1; write a text in quotes: "..."']),
    (HEAD + 'setup = "' + "x" * 401 + '"\n',
     ["line 3: setup has 401 characters; at most 400 are allowed"]),
    (HEAD + 'tempo = { lift = 0, top = 0, lower = 0, pause = 0 }\n',
     ["line 3: a rep takes 0 s with this tempo; at least 0.5 s are needed"]),
    (HEAD + 'easier = ["clam", "brigde"]\n',
     ['line 3: easier names the unknown exercise "brigde"; did you mean "bridge"?']),
    (HEAD + '[say]\nRDL = 3\n"??" = "what"\nok = "okay"\n', [
        'line 4: RDL is 3; write a text in quotes: "..."',
        'line 5: "??" is not a word; write whole words as they are written, for example '
        'RDL = "R D L"',
    ]),
    (HEAD + 'say = "R D L"\n', ['line 3: say is "R D L"; write a table: [say]']),
    (HEAD + '[say]\nRDL = "' + "x" * 81 + '"\n',
     ["line 4: RDL has 81 characters; at most 80 are allowed"]),
    (HEAD + 'harder = ["mine"]\n', ["line 3: harder names the exercise itself"]),
    (HEAD + "[dose]\nsets = 0\nsteps = 4\nrest = 1000\nrets = 1\n", [
        "line 4: sets is 0; write a whole number from 1 to 20",
        'line 5: Kick is counted in reps; write reps = "10-12" or hold = "30s", not steps',
        "line 6: rest is 1000; write a duration from 0 to 600 s",
        'line 7: unknown key "rets"; did you mean "sets"?',
    ]),
    (HEAD + "dose = 3\n", ["line 3: dose is 3; write a table: [dose]"]),
    (HEAD + '[equipment]\nneed = ["band"]\n',
     ['line 4: unknown key "need"; did you mean "needed"?']),
    (HEAD + '[cues]\ntop = "Squeeze"\nbotom = ["Rest"]\n', [
        'line 4: top is "Squeeze"; write a list of texts',
        'line 5: unknown key "botom"; known are "last", "lower", "move", "setup", "start", '
        '"switch", "top"',
    ]),
    (HEAD + '[cues]\nstart = [\n "Go",\n { short = "Go" },\n { say = "Go", shrt = "Go" },\n]', [
        'line 6: say is missing; write for example say = "Ribs down"',
        'line 7: unknown key "shrt"; did you mean "short"?',
    ]),
    (HEAD + '[[faults]]\nsign = "Arching"\n[[faults]]\nmend = "Do not"\n', [
        'line 3: mend is missing; write for example mend = "Stop a little lower"',
        'line 5: sign is missing; write for example sign = "The low back arches"',
    ]),
    (HEAD + '[faults]\nsign = "Arching"\n',
     ["line 3: write [[faults]] with two brackets on each side"]),
    (HEAD + '[[sources]]\nauthor = "Somebody"\n',
     ['line 3: title is missing; write for example title = "Glutes and the back"']),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BAD, ids=[expected[0][:60] for _, expected in BAD])
def test_every_mistake_is_told(check_text: CheckText, text: str, expected: list[str]) -> None:
    assert check_text(text) == expected
