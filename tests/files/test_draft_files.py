"""Routine files as drafts and back: what is not changed stays, character by character."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from glutetimer import resources
from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.exercise import (
    Cue,
    CueMoment,
    Exercise,
    Hold,
    OpenHold,
    OpenReps,
    Position,
    Reps,
    Sides,
    Tempo,
    Work,
)
from glutetimer.core.routine import Circuit
from glutetimer.files.draft_reader import read_draft
from glutetimer.files.draft_rewriter import rewritten
from glutetimer.files.draft_text import draft_text
from glutetimer.files.library import Library
from glutetimer.toml_text.document import Document, parse_bytes, parse_document
from tests.files.conftest import write_exercises
from tests.files.mutations import spoilt

ROUTINES = sorted(resources.routines_dir().glob("*.toml"))
Change = Callable[[RoutineDraft], RoutineDraft]

BY_HAND = """\
# My evenings, after the talk with Ms Roth
format = 1
title = "Evening"   # as on her sheet
level = "easy"

# Begin slowly.
[[exercise]]
use = "Bridge"  # the one on the floor
reps = [ 8,6, 4 ]
start = "right"

[exercise.say]
RDL = "R D L"

# ---- second half ----

# Only the left one hurts.
[[exercise]]
name = "Side plank"
hold = '20s'        # was 30
rest = "0:30"
sides = "left"
circuit = "A"
# until it is easy

[circuits.A]
rounds = 2   # later 3

[[exercise]]
use = "clam"
# The end.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library with the five exercises, and one that others can move like."""
    home = tmp_path_factory.mktemp("library")
    write_exercises(home / "exercises")
    text = (resources.assets_dir() / "exercises" / "squat.toml").read_text(encoding="utf-8")
    alone = [line for line in text.split("\n") if not line.startswith(("easier", "harder"))]
    (home / "exercises" / "squat.toml").write_text("\n".join(alone), encoding="utf-8")
    (home / "routines").mkdir()
    return Library(home / "exercises", home / "routines", home / "data", home / "cache.json")


@pytest.fixture(scope="module")
def exercises(library: Library) -> Mapping[str, Exercise]:
    return library.exercises()


def read(text: str, exercises: Mapping[str, Exercise]) -> RoutineDraft:
    document = parse_document(text.removeprefix("\ufeff"))
    assert isinstance(document, Document), document
    return read_draft(document, exercises)


def changed(draft: RoutineDraft, number: int, **changes: Any) -> RoutineDraft:
    entries = list(draft.entries)
    entries[number] = replace(entries[number], **changes)
    return replace(draft, entries=tuple(entries))


def moved(draft: RoutineDraft, *order: int) -> RoutineDraft:
    return replace(draft, entries=tuple(draft.entries[number] for number in order))


def test_the_draft_has_what_the_file_gives(exercises: Mapping[str, Exercise]) -> None:
    draft = read(BY_HAND, exercises)
    assert draft == RoutineDraft(
        title="Evening",
        entries=(
            EntryDraft("Bridge", "bridge", amounts=(Reps(8, 8), Reps(6, 6), Reps(4, 4))),
            EntryDraft(
                "Side plank",
                amounts=(Hold(20.0),),
                rests_s=(30.0,),
                sides=Sides.LEFT,
                circuit="A",
            ),
            EntryDraft("Clam", "clam"),
        ),
        circuits=(Circuit("A", 2, 60.0),),
    )


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_the_routines_that_come_along_change_no_byte(path: Path) -> None:
    library = Library(
        resources.assets_dir() / "exercises", resources.routines_dir(), Path("/none"), Path("/none")
    )
    exercises, text = library.exercises(), path.read_bytes().decode()
    draft = read(text, exercises)
    assert rewritten(text, draft, exercises) == text
    routine = library.routine(str(path))
    assert [entry.name for entry in draft.entries] == [e.exercise.name for e in routine.entries]
    # Changed and changed back is as it was.
    other = changed(replace(draft, title="Other"), 0, sets=7)
    there = rewritten(text, other, exercises)
    assert read(there, exercises) == other
    back = rewritten(there, draft, exercises)
    assert back == text


CHANGES: dict[str, tuple[Change, Callable[[str], str]]] = {
    "nothing": (lambda draft: draft, lambda text: text),
    "title": (
        lambda draft: replace(draft, title="Morning"),
        lambda text: text.replace('"Evening"', '"Morning"'),
    ),
    "a value": (
        lambda draft: changed(draft, 1, rests_s=(45.0,)),
        lambda text: text.replace('"0:30"', '"45s"'),
    ),
    "values for each set": (
        lambda draft: changed(draft, 1, amounts=(Hold(20.0), Hold(15.0))),
        lambda text: text.replace("'20s' ", '["20s", "15s"] '),
    ),
    "a value that is as usual again": (
        lambda draft: changed(draft, 1, rests_s=()),
        lambda text: text.replace('rest = "0:30"\n', ""),
    ),
    "another kind of dose, and a position": (
        lambda draft: changed(draft, 1, amounts=(Reps(8, 8),), position=Position.PLANK, sets=2),
        lambda text: text.replace("hold = '20s'        # was 30\n", "").replace(
            'sides = "left"', 'position = "plank"\nsets = 2\nreps = 8\nsides = "left"'
        ),
    ),
    "a key that has comments below it": (
        lambda draft: changed(draft, 1, loads=("4 kg",)),
        lambda text: text.replace('circuit = "A"\n', 'load = "4 kg"\ncircuit = "A"\n'),
    ),
    "cues of a moment, and a figure": (
        lambda draft: changed(
            draft, 1, moves_like="squat", moments=((CueMoment.LAST, (Cue("Nearly."),)),)
        ),
        lambda text: text.replace("hold = '20s'", "moves_like = \"squat\"\nhold = '20s'").replace(
            "# until it is easy\n",
            '# until it is easy\n\n[exercise.cues]\nlast = ["Nearly."]\n',
        ),
    ),
    "how a word is said": (
        lambda draft: changed(draft, 1, say=(("plank", "plunk"),)),
        lambda text: text.replace(
            "# until it is easy\n", '# until it is easy\n\n[exercise.say]\nplank = "plunk"\n'
        ),
    ),
    "a circuit": (
        lambda draft: replace(draft, circuits=(Circuit("A", 3, 60.0),)),
        lambda text: text.replace("rounds = 2 ", "rounds = 3 "),
    ),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", CHANGES)
def test_only_what_changed_is_changed(
    exercises: Mapping[str, Exercise], name: str, newline: str
) -> None:
    change, expected = CHANGES[name]
    draft = change(read(BY_HAND, exercises))
    text = "\ufeff" + BY_HAND.replace("\n", newline)
    made = rewritten(text, draft, exercises)
    assert made == "\ufeff" + expected(BY_HAND).replace("\n", newline)
    assert read(made, exercises) == draft


def test_an_exercise_takes_its_comments_along(exercises: Mapping[str, Exercise]) -> None:
    draft = moved(read(BY_HAND, exercises), 1, 0, 2)
    made = rewritten(BY_HAND, draft, exercises)
    assert read(made, exercises) == draft
    assert sorted(filter(None, made.split("\n"))) == sorted(filter(None, BY_HAND.split("\n")))
    assert '# Only the left one hurts.\n[[exercise]]\nname = "Side plank"' in made
    assert '# Begin slowly.\n[[exercise]]\nuse = "Bridge"' in made
    assert made.index("Side plank") < made.index("Bridge")
    assert rewritten(made, moved(draft, 1, 0, 2), exercises).count("#") == BY_HAND.count("#")


def test_what_stands_alone_stays_when_its_neighbour_goes(
    exercises: Mapping[str, Exercise],
) -> None:
    draft = replace(moved(read(BY_HAND, exercises), 0, 2), circuits=())
    made = rewritten(BY_HAND, draft, exercises)
    assert read(made, exercises) == draft
    assert "# ---- second half ----" in made
    assert "Side plank" not in made
    assert "Only the left one hurts" not in made
    assert "circuits" not in made


def test_a_new_exercise_and_its_circuit_stand_apart(exercises: Mapping[str, Exercise]) -> None:
    draft = read(BY_HAND, exercises)
    plank = EntryDraft("Plank", amounts=(Work(30.0),), position=Position.PLANK, circuit="B")
    entries = (draft.entries[0], plank, *draft.entries[1:])
    draft = replace(draft, entries=entries, circuits=(*draft.circuits, Circuit("B", 2, 30.0)))
    made = rewritten(BY_HAND, draft, exercises)
    assert read(made, exercises) == draft
    assert '\n\n[[exercise]]\nname = "Plank"\nposition = "plank"\nwork = "30s"\n' in made
    assert made.endswith('\n\n[circuits.B]\nrounds = 2\nrest = "30s"\n')
    assert made.count("#") == BY_HAND.count("#")


@pytest.mark.parametrize(
    "text",
    [
        'title = "T"\nlevel = "low"\nexercise = [{ use = "bridge", start = "right" }, '
        '{ use = "clam" }]\n',
        'title = "T"\nlevel = "low"\n[[exercise]]\nuse = "bridge"\nstart = "right"\ncircuit = "A"\n'
        '[[exercise]]\nuse = "clam"\n[circuits]\nA = { rounds = 2 }\n',
        'title = "T"\nlevel = "low"\ncircuits.A.rounds = 2\n[[exercise]]\nuse = "bridge"\n'
        'start = "right"\ncircuit = "A"\n[[exercise]]\nuse = "clam"\n',
    ],
    ids=["inline", "one table", "dotted"],
)
def test_tables_that_are_written_otherwise_keep_their_values(
    exercises: Mapping[str, Exercise], text: str
) -> None:
    draft = changed(read(text, exercises), 0, sets=3, circuit="B")
    draft = replace(draft, circuits=(Circuit("B", 2, 30.0),))
    made = rewritten(text, draft, exercises)
    assert read(made, exercises) == draft
    assert 'level = "low"' in made
    assert 'start = "right"' in made


# Generated routines

WORDS = (
    "Bein",
    "leg",
    "L\u00e4ngs",
    "\u0645\u0634\u064a",
    "30%",
    "it's",
    '"so"',
    "a\\b",
    "[x]",
    "#1",
    "= 2",
    "-",
    "0",
)
TEMPOS = [Tempo(*phases) for phases in ((1.0, 0.0, 2.5, 0.5), (0.5, 1.25, 0.5, 0.0))]


class Maker:
    """Makes valid drafts by chance, the same ones each time."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def words(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 4)))

    def maybe(self, make: Callable[[], Any], otherwise: Any) -> Any:
        return make() if self.chance.random() < 0.4 else otherwise

    def seconds(self) -> float:
        return self.chance.choice([1.0, 2.5, 45.0, 60.0, 599.999])

    def each(self, make: Callable[[], Any], sets: int) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.chance.choice([1, sets])))

    def amounts(self, sets: int) -> tuple[Any, ...]:
        chance = self.chance
        makers: list[Callable[[], Any]] = [
            lambda: chance.choice([OpenReps(), Reps(low := chance.randint(1, 99), low)]),
            lambda: Reps(low := chance.randint(1, 9), low + chance.randint(0, 9)),
            lambda: chance.choice([OpenHold(), Hold(self.seconds())]),
            lambda: Hold(self.seconds(), 1200.0),
            lambda: Work(self.seconds()),
        ]
        return self.each(chance.choice(makers), sets)

    def entry(self) -> EntryDraft:
        sets = self.chance.randint(1, 4)
        if self.chance.random() < 0.25:
            return EntryDraft("Bridge", "bridge", sets=sets, note=self.maybe(self.words, ""))
        rests_s = self.maybe(lambda: self.each(self.seconds, sets), ())
        return EntryDraft(
            name=self.words(),
            position=self.maybe(lambda: self.chance.choice(list(Position)), None),
            sets=sets,
            amounts=self.amounts(sets),
            tempos=self.maybe(lambda: self.each(lambda: self.chance.choice(TEMPOS), sets), ()),
            rests_s=rests_s,
            most_rest_s=self.maybe(lambda: 600.0, 0.0) if len(rests_s) == 1 else 0.0,
            loads=self.maybe(lambda: self.each(self.words, sets), ()),
            sides=self.maybe(lambda: self.chance.choice([Sides.EACH, Sides.LEFT]), None),
            rest_after_s=self.maybe(self.seconds, None),
            change_s=self.maybe(self.seconds, None),
            note=self.maybe(self.words, ""),
            moves_like=self.maybe(lambda: "squat", ""),
            say=self.maybe(lambda: ((self.chance.choice(WORDS[:4]), self.words()),), ()),
            **self.cues(),
        )

    def cues(self) -> dict[str, Any]:
        """In the one or the other form."""
        if self.chance.random() < 0.7:
            return {"cues": self.maybe(lambda: (self.words(), self.words()), ())}
        moments = sorted(self.chance.sample(list(CueMoment)[:-1], 2), key=list(CueMoment).index)
        return {"moments": tuple((one, (Cue(self.words(), self.words()),)) for one in moments)}

    def draft(self) -> RoutineDraft:
        entries = [self.entry() for _ in range(self.chance.randint(1, 5))]
        circuits: tuple[Circuit, ...] = ()
        if self.chance.random() < 0.4:
            circuits = (Circuit(self.chance.choice(["A", "\u00dc 1"]), 1, self.seconds()),)
            entries[0] = replace(entries[0], circuit=circuits[0].letter)
        notes = self.maybe(lambda: f"{self.words()}\n\n{self.words()}", "")
        source = self.maybe(self.words, "")
        return RoutineDraft(self.words(), tuple(entries), circuits, source, notes)

    def commented(self, text: str) -> str:
        lines = []
        for line in text.split("\n"):
            if self.chance.random() < 0.3:
                lines += self.chance.choice([["# why"], ["", "# what", ""], ["# so", ""]])
            lines.append(line)
        return "\n".join(lines)


@pytest.mark.parametrize(
    ("seed", "count"),
    [(1, 200), *(pytest.param(seed, 450, marks=pytest.mark.slow) for seed in range(2, 6))],
)
def test_what_is_written_is_valid_and_read_back(library: Library, seed: int, count: int) -> None:
    exercises, maker = library.exercises(), Maker(seed)
    for _ in range(count):
        draft = maker.draft()
        text = draft_text(draft)
        library.routine_of(text, "mine")
        assert read(text, exercises) == draft
        assert rewritten(text, draft, exercises) == text


def test_any_draft_can_become_any_other(library: Library) -> None:
    exercises, maker = library.exercises(), Maker(9)
    for _ in range(60):
        first, second = maker.draft(), maker.draft()
        text = maker.commented(draft_text(replace(first, notes="")))
        mixed = [*second.entries, *maker.chance.sample(first.entries, len(first.entries))]
        entries = (replace(entry, circuit="") for entry in mixed)
        draft = replace(second, entries=tuple(entries), circuits=())
        made = rewritten(text, draft, exercises)
        assert read(made, exercises) == draft
        assert rewritten(made, draft, exercises) == made
        library.routine_of(made, "mine")


def test_no_spoilt_file_is_too_much_for_it(library: Library) -> None:
    """Files with mistakes are never opened, but what is kept of a draft may be spoilt."""
    exercises, chance = library.exercises(), Random(3)
    for _ in range(300):
        content = spoilt(BY_HAND.encode(), chance)
        document = parse_bytes(content)
        if isinstance(document, Document):
            draft = replace(read_draft(document, exercises), title="Other")
            assert "Other" in rewritten(document.text, draft, exercises)


def test_nobody_is_said_to_have_chosen_the_dose() -> None:
    assert "dose_source" not in draft_text(RoutineDraft("Mine", (EntryDraft("Plank"),)))


SAID = """\
title = "T"

[[exercise]]
name = "Clock"
moves_like = "Squat" # nearly
sets = 2

[exercise.cues] # as Ms Roth says them
setup = ["Feet apart."]
start = [{ say = "Slowly down.", short = "Slow" }]
top = ["Stay."]

[exercise.say]
RDL = "R D L"
"""


def test_cues_by_hand_keep_their_forms(exercises: Mapping[str, Exercise]) -> None:
    draft = read(SAID, exercises)
    [entry] = draft.entries
    assert entry.moves_like == "squat"
    assert dict(entry.moments)[CueMoment.START] == (Cue("Slowly down.", "Slow"),)
    assert rewritten(SAID, draft, exercises) == SAID
    other = changed(draft, 0, sets=3, position=Position.STANDING, note="slow")
    made = rewritten(SAID, other, exercises)
    assert read(made, exercises) == other
    for line in SAID.replace("sets = 2", "sets = 3").splitlines():
        assert line in made.splitlines()
    fewer = changed(draft, 0, moments=(), cues=("Slowly down.",))
    made = rewritten(SAID, fewer, exercises)
    assert read(made, exercises) == fewer
    assert 'moves_like = "Squat" # nearly\n' in made
