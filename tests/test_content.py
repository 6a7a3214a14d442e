"""The exercises and routines that come with the program say what the articles say.

The files are read with tomllib alone, so that these tests judge the content and not the loader.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
Table = dict[str, Any]

POSITIONS = {
    "glute-bridge": "supine",
    "hip-thrust-knees-in": "supine",
    "hip-thrust-knees-out": "supine",
    "hip-thrust-iso-hold": "supine",
    "single-leg-glute-bridge": "supine",
    "single-leg-bridge": "supine",
    "stability-ball-hip-thrust": "supine-on-ball",
    "squat": "standing",
    "band-squat": "standing",
    "single-leg-romanian-deadlift": "standing",
    "clam-shell": "side-lying",
    "side-lying-hip-abduction": "side-lying",
    "bird-dog": "all-fours",
    "fire-hydrant": "all-fours",
    "donkey-kick": "all-fours",
    "lateral-walk": "standing",
    "monster-walk": "standing",
    "front-step-with-band": "standing",
    "glute-squeeze": "standing-or-sitting",
    "curl-up": "supine",
    "side-plank-on-knees": "plank",
    "hip-hinge": "standing",
    "cat-camel": "all-fours",
    "knee-hug": "supine",
    "pelvic-tilt": "supine",
    "bird-dog-leg-only": "all-fours",
    "bodyweight-squat": "standing",
    "sit-to-stand": "sitting",
    "marching-bridge": "supine",
}
EXERCISES = sorted(POSITIONS)

ONE_SIDED = {
    "side-plank-on-knees",
    "knee-hug",
    "bird-dog-leg-only",
    "marching-bridge",
    "single-leg-glute-bridge",
    "single-leg-bridge",
    "single-leg-romanian-deadlift",
    "clam-shell",
    "side-lying-hip-abduction",
    "bird-dog",
    "fire-hydrant",
    "donkey-kick",
}
DIRECTIONS = {
    "lateral-walk": ["right", "left"],
    "monster-walk": ["forward", "back"],
    "front-step-with-band": ["forward", "back"],
}
HOLDS = {"hip-thrust-iso-hold", "glute-squeeze", "side-plank-on-knees"}
LOWER_FIRST = {
    "squat",
    "band-squat",
    "bodyweight-squat",
    "hip-hinge",
    "single-leg-romanian-deadlift",
}
NEEDED = {
    "sit-to-stand": ["chair"],
    "stability-ball-hip-thrust": ["stability ball"],
    "squat": ["dumbbells or bar"],
    "band-squat": ["loop band"],
    "lateral-walk": ["loop band"],
    "monster-walk": ["loop band"],
    "front-step-with-band": ["loop band"],
}

ONI, MCNAIR, UNDER_ACTIVE, ARLINGTON, WELL_GOOD = (
    "Sam High and Laurent Pang",
    "Gabrielle McNair",
    "Under-Active Glutes",
    "Josh Alvarado",
    "Natalie Sampson",
)
RECOMMENDED_BY = {
    "curl-up": ["Stuart McGill", "Boot Camp Fitness Guide"],
    "side-plank-on-knees": ["Stuart McGill", "Transform Chiropractic", "Harrison Clinic"],
    "hip-hinge": ["Bainbridge", "Paige Waehner", "Best Health"],
    "cat-camel": ["Stuart McGill", "Napanee"],
    "knee-hug": [
        "Guy's and St Thomas'",
        "Arthritis Research Campaign",
        "Cambridge University Hospitals",
    ],
    "pelvic-tilt": ["Cambridge University Hospitals", "NHS inform"],
    "bird-dog-leg-only": ["Canadian Chiropractic Guideline", "big four", "Stuart McGill"],
    "bodyweight-squat": ["Oregon State University", "Rebalance", "How Fit Today"],
    "sit-to-stand": ["STEADI", "NHS Tayside", "Peak Physio"],
    "marching-bridge": ["Complete Pilates", "Rexum"],
    "glute-bridge": [MCNAIR, ARLINGTON],
    "hip-thrust-knees-in": [ONI],
    "hip-thrust-knees-out": [ONI],
    "hip-thrust-iso-hold": [ONI],
    "single-leg-glute-bridge": [MCNAIR],
    "single-leg-bridge": [ARLINGTON],
    "stability-ball-hip-thrust": [MCNAIR],
    "squat": [MCNAIR],
    "band-squat": [WELL_GOOD],
    "single-leg-romanian-deadlift": [MCNAIR],
    "clam-shell": [MCNAIR, UNDER_ACTIVE, ARLINGTON],
    "side-lying-hip-abduction": [MCNAIR, ARLINGTON],
    "bird-dog": [MCNAIR],
    "fire-hydrant": [MCNAIR, ARLINGTON],
    "donkey-kick": [MCNAIR],
    "lateral-walk": [WELL_GOOD, UNDER_ACTIVE],
    "monster-walk": [ARLINGTON, UNDER_ACTIVE],
    "front-step-with-band": [WELL_GOOD],
    "glute-squeeze": [ARLINGTON],
}

# Routine: who wrote the article, whose the doses are, and each exercise with its dose.
ROUTINES: dict[str, tuple[str, str, list[tuple[str, Table]]]] = {
    "hip-thrust-variations": (
        ONI,
        "editorial",
        [
            ("hip-thrust-knees-in", {"sets": 3, "reps": "10-12"}),
            ("hip-thrust-knees-out", {"sets": 3, "reps": "10-12"}),
            ("hip-thrust-iso-hold", {"sets": 3, "hold": "20s"}),
        ],
    ),
    "ten-glute-exercises": (
        MCNAIR,
        "article",
        [
            ("glute-bridge", {"sets": 1, "reps": "10-12"}),
            ("squat", {"sets": 1, "reps": "10-12"}),
            ("single-leg-romanian-deadlift", {"sets": 1, "reps": "10-12", "sides": "each"}),
            ("stability-ball-hip-thrust", {"sets": 1, "reps": "12-15", "tempo": {"top": "3s"}}),
            ("single-leg-glute-bridge", {"sets": 1, "reps": "10-12", "sides": "each"}),
            ("clam-shell", {"sets": 1, "reps": "15-20", "sides": "each"}),
            (
                "side-lying-hip-abduction",
                {"sets": 1, "reps": "10-12", "sides": "each", "tempo": {"top": "3s"}},
            ),
            ("bird-dog", {"sets": 1, "reps": "open", "sides": "each", "tempo": {"top": "3s"}}),
            ("fire-hydrant", {"sets": 3, "reps": 10, "sides": "each"}),
            ("donkey-kick", {"sets": 1, "reps": 12, "sides": "each"}),
        ],
    ),
    "five-of-ten": (
        MCNAIR,
        "article",
        [
            ("glute-bridge", {"sets": 1, "reps": "10-12"}),
            ("single-leg-glute-bridge", {"sets": 1, "reps": "10-12", "sides": "each"}),
            (
                "side-lying-hip-abduction",
                {"sets": 1, "reps": "10-12", "sides": "each", "tempo": {"top": "3s"}},
            ),
            ("bird-dog", {"sets": 1, "reps": "open", "sides": "each", "tempo": {"top": "3s"}}),
            ("donkey-kick", {"sets": 1, "reps": 12, "sides": "each"}),
        ],
    ),
    "warm-up": (
        "glutetimer",
        "editorial",
        [("pelvic-tilt", {"sets": 1, "reps": 5}), ("cat-camel", {"sets": 1, "reps": 5})],
    ),
    "wind-down": (
        "glutetimer",
        "editorial",
        [("knee-hug", {"sets": 1, "reps": 1, "sides": "each"})],
    ),
    "under-active-glutes": (
        UNDER_ACTIVE,
        "editorial",
        [
            ("lateral-walk", {"sets": 3, "steps": 5}),
            ("monster-walk", {"sets": 3, "steps": 5}),
            ("clam-shell", {"sets": 1, "reps": "15-20", "sides": "each"}),
        ],
    ),
    "daily-glute-strength": (
        ARLINGTON,
        "article",
        [
            ("clam-shell", {"sets": 3, "reps": "10-12", "sides": "each"}),
            ("side-lying-hip-abduction", {"sets": 3, "reps": "10-12", "sides": "each"}),
            ("glute-bridge", {"sets": 3, "reps": "10-12"}),
            ("single-leg-bridge", {"sets": 3, "reps": "10-12", "sides": "each"}),
            ("monster-walk", {"sets": 3, "steps": 10}),
            ("fire-hydrant", {"sets": 3, "reps": "10-12", "sides": "each"}),
        ],
    ),
    "band-activation": (
        WELL_GOOD,
        "article",
        [
            ("band-squat", {"sets": 3, "reps": 10}),
            ("lateral-walk", {"sets": 3, "steps": 5}),
            ("front-step-with-band", {"sets": 3, "steps": 5}),
        ],
    ),
    "first-session": (
        MCNAIR,
        "editorial",
        [
            ("glute-bridge", {"sets": 2, "reps": 8}),
            ("clam-shell", {"sets": 1, "reps": 10, "sides": "each"}),
            ("bird-dog", {"sets": 1, "reps": 6, "sides": "each"}),
            ("hip-thrust-iso-hold", {"sets": 2, "hold": "15s"}),
        ],
    ),
    "desk-squeeze": (ARLINGTON, "editorial", [("glute-squeeze", {"sets": 6, "hold": "5s"})]),
}

# What the articles and our safety text ask of a routine, as words of its file.
ROUTINE_FACTS = {
    "hip-thrust-variations": [
        "steady the hip", "power", "low back often makes up", "videos do not replace",
        "other exercises first", "physician or physiotherapist", "control all of them",
        "article gives no doses",
    ],
    "ten-glute-exercises": [
        "a few times a week", "start off easy", "do not overdo", "long sitting", "spine unstable",
        "hips and pelvis", "form comes before weight", "3-5 s", "few seconds' hold",
        "as many as you like", "pause at the top", "ankle weights", "kettlebell",
        "band above the knees", "physician or physiotherapist",
    ],
    "under-active-glutes": [
        "clearance", "physician or physiotherapist", "hip flexors", "sitting for long",
        "hip extension", "external rotation", "abduct", "pelvis", "trunk upright", "running",
        "groin", "hamstrings", "gives no doses",
    ],
    "daily-glute-strength": [
        "each day if possible", "to fatigue", "good form", 'reps = "open"', "through the day",
        "while walking, standing at your desk or cooking", "mind and muscle", "mastered",
        "mini loop band", "stress off the spine", "low impact", "subtleties",
        "through the motions", "working leg starts behind", "hand on hip",
    ],
    "band-activation": [
        "walk, run or hike", "criss-cross", "hamstrings", "any pain is a signal",
        "gluteus medius", "pelvis from dropping", "five to the right, five to the left",
        "five forward, five back", "tension", "never collapse", "shins",
    ],
    "first-session": [
        "eight minutes", "no equipment", "do not overdo", "physician or physiotherapist",
        "severe or new", "numbness", "weakness", "fever", "bladder", "reason to stop",
    ],
    "desk-squeeze": ["one minute", "standing or sitting", "through the day", "mind to muscle"],
}  # fmt: skip

SHORT = ("desk-squeeze", "warm-up", "wind-down")
"""Too short for a paragraph on safety: a sentence has it."""

BRIDGES = [
    "glute-bridge", "hip-thrust-knees-in", "hip-thrust-knees-out", "hip-thrust-iso-hold",
    "single-leg-glute-bridge", "single-leg-bridge", "stability-ball-hip-thrust", "marching-bridge",
]  # fmt: skip
BRIDGE_CUES = [
    "ribs down", "brace", "hips", "squeeze", "heel", "chin tucked", "shoulder blades", "low back",
    "slow and controlled", "front of the thigh",
]  # fmt: skip

EXERCISE_FACTS = {
    "curl-up": [
        "one knee bent", "hands lie under", "low back does not move", "ten seconds",
        "4 to 6", "an inch", "do not flatten",
    ],
    "side-plank-on-knees": [
        "elbow", "under the shoulder", "knees bent", "ten seconds", "10 to 30 seconds",
        "one line", "space between ear and shoulder", "low back neutral",
    ],
    "hip-hinge": [
        "knees soft", "hips go straight back", "long back", "broomstick", "45 degrees",
        "8 to 16", "hamstrings", "takes stress off the low back",
    ],
    "cat-camel": [
        "not a stretch", "five or six", "three to four seconds",
        "hands under the shoulders", "knees under the hips", "never forced",
        "within the range",
    ],
    "knee-hug": [
        "one knee up towards you", "count of 5", "one knee at a time",
        "back of the thigh", "gently", "other foot stays on the mat",
    ],
    "pelvic-tilt": [
        "flatten the back", "tailbone upwards", "hold for 2 seconds",
        "start with 5 repetitions", "knees bent", "hip bones", "breathe out",
    ],
    "bird-dog-leg-only": [
        "both hands stay down", "slides back", "no higher than the hip", "hold 3 seconds",
        "2500 n", "neutral", "do not sway",
    ],
    "bodyweight-squat": [
        "as deep as is comfortable", "second toes", "weight on the heels",
        "no deeper than 90 degrees", "breathe out", "10 to 15", "chair",
    ],
    "sit-to-stand": [
        "near the front", "a little behind the knees", "nose over your toes",
        "arms crossed", "cannot slide", "up to 10 times", "17 inches", "slowly",
        "hands on the seat",
    ],
    "marching-bridge": [
        "straight line", "hip is at 90 degrees", "must not sag",
        "to the ceiling, not to the chest", "breathe out", "stepping stone", "hips level",
    ],
    "glute-bridge": [
        "back leaves the ground completely", "stay there, relaxed", "glutes touch the ground",
        "10 to 12", "slow down", "burn", "hip-width", "feet flat", "dumbbell", "kettlebell",
        "loop band", "low back stable", "master it before the single-leg", "drive through",
    ],
    "hip-thrust-knees-in": [
        "knees together", "groin", "many avoid", "all ranges", "pain and injury", "inner thigh",
        "ceiling", "abs",
    ],
    "hip-thrust-knees-out": [
        "abductors", "shortened", "outer hip", "more complete", "burn", "all ranges",
    ],
    "hip-thrust-iso-hold": [
        "end of the range", "focus", "endurance", "strength", "sink", "stop squeezing",
    ],
    "single-leg-glute-bridge": [
        "straight up", "knee, hips and shoulders", "straight line", "squeeze at the top", "core on",
        "10 to 12", "resistance band", "kettlebell", "dumbbell", "lower slowly", "hip-width",
    ],
    "single-leg-bridge": [
        "leg straight", "not point it upward", "not strengthened directly", "in line", "mastered",
        "to fatigue", "3 sets of 10 to 12", "good form",
    ],
    "stability-ball-hip-thrust": [
        "walk your feet out", "back rests on it", "hips a little low", "few seconds", "12 to 15",
        "smooth", "meaningful", "through the motions", "dumbbell", "kettlebell", "resistance band",
        "thighs",
    ],
    "squat": [
        "hip-width", "one dumbbell resting on each shoulder", "heels down", "core tight",
        "shoulders back", "chest up", "parallel", "never at the cost of form", "spine neutral",
        "not past the toe tips", "in line with your toes", "one focal point", "straight ahead",
        "press into", "rounding can make back pain worse", "10 to 12", "bar", "not down",
    ],
    "band-squat": [
        "both shins", "wider than your hips", "tension", "collapse", "weight in the heels",
        "drive through the heels", "squeeze at the top", "gluteus medius", "10 reps, three times",
    ],
    "single-leg-romanian-deadlift": [
        "slight bend in the knees", "hinge at the hips", "back straight", "the other leg go back",
        "balance", "the spine does not", "dumbbell", "kettlebell", "10 to 12", "comfortable",
        "form complete first", "hip-width",
    ],
    "clam-shell": [
        "stacked", "45 degrees", "feet together", "hips still", "pause", "iliac crest",
        "belly button in", "head rests on the bottom arm", "steadies", "as high as",
        "gluteus medius", "gluteus maximus", "band just above the knees", "15 to 20",
        "3 sets of 10 to 12", "mini loop band", "planted and touching", "pelvis",
    ],
    "side-lying-hip-abduction": [
        "top leg straight", "slightly behind", "3 to 5 seconds", "head resting on the bottom hand",
        "top hand", "ankle weights", "gluteus medius", "abductors", "working leg begins behind",
        "10 to 12", "mini loop band", "leg raise",
    ],
    "bird-dog": [
        "hips square", "back straight", "opposite leg", "one line from hand to foot", "sag",
        "lower the leg", "core on", "as many reps a side as you like", "few seconds", "abdominals",
        "back muscles", "stability and flexibility", "knees hip-width", "hands planted firmly",
    ],
    "fire-hydrant": [
        "all fours", "tabletop", "hands firmly under the shoulders", "knees under the hips",
        "90 degrees", "45 degrees", "core on", "spine in line", "belly button",
        "band just above the knees", "3 sets of 10 on each side", "hip mobility",
        "external rotation",
    ],
    "donkey-kick": [
        "all fours", "hands firmly under the shoulders", "knees under the hips", "knee bent",
        "foot flexed", "in line with the body", "ceiling", "core and glutes", "12 times",
        "band just above the knees", "lower slowly",
    ],
    "lateral-walk": [
        "shins", "half squat", "lean", "feet parallel", "lead with the heel", "step smaller",
        "five steps right, five left", "three times", "hip-width", "through the heels",
        "a larger movement",
    ],
    "monster-walk": [
        "straight ahead", "upright", "tension on the band", "abductors", "gluteus medius",
        "mini loop", "3 sets of 10 to 12",
    ],
    "front-step-with-band": [
        "knees over the feet", "legs parallel", "big reach", "five steps forward and five back",
        "three sets", "shins", "hip-width",
    ],
    "glute-squeeze": [
        "through the day", "walking", "desk", "cooking", "mind to muscle", "through the motions",
    ],
}  # fmt: skip

SPOKEN = re.compile(r"[A-Za-z0-9 ,.'?-]+")
GO = re.compile(
    r"(?:^|, |and |now |then )"
    r"(?:lift|push|press|rise|reach|step|bend|sit|send|tighten|squeeze both|up)\b"
)
MOMENTS = {
    "setup": (1, 2),
    "move": (1, 1),
    "start": (3, 5),
    "top": (2, 3),
    "lower": (2, 2),
    "last": (2, 2),
}
LONGEST_TEXT = 400
LONGEST_NOTES = 2000


@cache
def text_of(folder: str, stem: str) -> str:
    """A file's text in lower case, each run of white space one space."""
    text = (ROOT / folder / f"{stem}.toml").read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", text).lower()


@cache
def exercise(stem: str) -> Table:
    """An exercise file as TOML has it."""
    return tomllib.loads((ROOT / f"assets/exercises/{stem}.toml").read_text(encoding="utf-8"))


@cache
def routine(stem: str) -> Table:
    """A routine file as TOML has it."""
    return tomllib.loads((ROOT / f"routines/{stem}.toml").read_text(encoding="utf-8"))


def forms(cue: str | Table) -> tuple[str, str]:
    """What a cue says in full and in short."""
    return (cue, cue) if isinstance(cue, str) else (cue["say"], cue["short"])


def strings(value: object) -> list[str]:
    """Every string within a TOML value."""
    match value:
        case str():
            return [value]
        case dict():
            return [text for inner in value.values() for text in strings(inner)]
        case list():
            return [text for inner in value for text in strings(inner)]
        case _:
            return []


def seconds(duration: str | float) -> float:
    """Seconds of a duration such as "1m30s", "0.5s" or 45."""
    if isinstance(duration, int | float):
        return float(duration)
    found = re.fullmatch(r"(?:(\d+)m)?(?:([\d.]+)s)?", duration)
    assert found is not None, duration
    return 60 * float(found[1] or 0) + float(found[2] or 0)


def easier_chain(stem: str) -> set[str]:
    """Every exercise reached by going on to easier ones."""
    reached: set[str] = set()
    waiting = [stem]
    while waiting:
        for easier in exercise(waiting.pop()).get("easier", []):
            if easier not in reached:
                reached.add(easier)
                waiting.append(easier)
    return reached


def minutes_by_hand(stem: str) -> float:
    """Minutes of a routine with fixed doses: 10 s to get ready, then every set, rest and change."""
    total_s = 10.0
    previous: Table | None = None
    for entry in routine(stem)["exercise"]:
        movement = exercise(entry["use"])
        if previous is not None:
            total_s += seconds(previous["rest_after"])
            if exercise(previous["use"])["position"] != movement["position"]:
                total_s += seconds(entry.get("change", 10))
        if "hold" in entry:
            effort_s = seconds(entry["hold"])
        else:
            tempo = movement["tempo"] | entry.get("tempo", {})
            effort_s = int(entry["reps"]) * sum(seconds(phase) for phase in tempo.values())
        if movement["sides"] == "each":
            effort_s = 2 * effort_s + seconds(entry.get("switch", movement.get("switch", 5)))
        rests = entry["sets"] - 1
        rest_s = rests * seconds(entry["rest"]) if rests else 0.0
        total_s += entry["sets"] * effort_s + rest_s
        previous = entry
    return total_s / 60


# The files


def test_exactly_these_exercises() -> None:
    found = sorted(path.stem for path in (ROOT / "assets/exercises").glob("*.toml"))
    assert found == EXERCISES
    assert len(found) == 29


def test_exactly_the_ten_routines() -> None:
    found = sorted(path.stem for path in (ROOT / "routines").glob("*.toml"))
    assert found == sorted(ROUTINES)
    assert len(found) == 10


@pytest.mark.parametrize("stem", EXERCISES)
def test_texts_of_an_exercise_keep_their_limit(stem: str) -> None:
    assert [text for text in strings(exercise(stem)) if len(text) > LONGEST_TEXT] == []


@pytest.mark.parametrize("stem", ROUTINES)
def test_texts_of_a_routine_keep_their_limit(stem: str) -> None:
    texts = dict(routine(stem))
    assert len(texts.pop("notes")) <= LONGEST_NOTES
    assert [text for text in strings(texts) if len(text) > LONGEST_TEXT] == []


# The exercises


@pytest.mark.parametrize("stem", EXERCISES)
def test_exercise_is_complete(stem: str) -> None:
    found = exercise(stem)
    assert found["format"] == 1
    assert found["position"] == POSITIONS[stem]
    assert found["also"]
    assert found["muscles"]
    assert found["setup"].endswith(".")
    assert found["equipment"]["needed"] == NEEDED.get(stem, [])
    assert "optional" in found["equipment"]
    assert found["dose"]["sets"] >= 1
    assert seconds(found["dose"]["rest"]) > 0
    assert 2 <= len(found["faults"]) <= 4
    assert all(fault["sign"] and fault["mend"] for fault in found["faults"])


@pytest.mark.parametrize("stem", EXERCISES)
def test_exercise_counts_what_it_should(stem: str) -> None:
    found = exercise(stem)
    kind = "steps" if stem in DIRECTIONS else "hold" if stem in HOLDS else "reps"
    sides = "each" if stem in ONE_SIDED else "both"
    assert found["kind"] == kind
    assert found.get("sides") == (None if kind == "steps" else sides)
    assert found.get("directions") == DIRECTIONS.get(stem)
    assert kind in found["dose"]
    assert found.get("first", "lift") == ("lower" if stem in LOWER_FIRST else "lift")
    if kind == "hold":
        assert "tempo" not in found
    else:
        assert found["tempo"].keys() == {"lift", "top", "lower", "pause"}


@pytest.mark.parametrize("stem", EXERCISES)
def test_exercise_names_who_recommends_it(stem: str) -> None:
    sources = exercise(stem)["sources"]
    expected = RECOMMENDED_BY[stem]
    assert len(sources) == len(expected)
    for source, who in zip(sources, expected, strict=True):
        assert who in f"{source['title']} {source['author']}"
        assert source["says"]


@pytest.mark.parametrize(
    ("stem", "fact"), [(stem, fact) for stem, facts in EXERCISE_FACTS.items() for fact in facts]
)
def test_exercise_keeps_a_fact(stem: str, fact: str) -> None:
    assert fact in text_of("assets/exercises", stem)


def test_every_exercise_has_facts() -> None:
    assert sorted(EXERCISE_FACTS) == EXERCISES


@pytest.mark.parametrize("stem", BRIDGES)
@pytest.mark.parametrize("fact", BRIDGE_CUES)
def test_bridge_keeps_what_all_bridges_share(stem: str, fact: str) -> None:
    assert fact in text_of("assets/exercises", stem)


@pytest.mark.parametrize(
    ("stem", "top"), [("side-lying-hip-abduction", 3), ("bird-dog", 3), ("clam-shell", 1),
                      ("stability-ball-hip-thrust", 3)]
)  # fmt: skip
def test_hold_at_the_top_by_default(stem: str, top: int) -> None:
    assert seconds(exercise(stem)["tempo"]["top"]) == top


# Alternatives

GENTLEST = "knee-hug"
"""What even the squeeze can be left for: nothing works in it."""


@pytest.mark.parametrize("stem", EXERCISES)
def test_alternatives_exist_and_agree(stem: str) -> None:
    found = exercise(stem)
    for easier in found.get("easier", []):
        assert stem in exercise(easier)["harder"]
    for harder in found.get("harder", []):
        assert stem in exercise(harder)["easier"]


@pytest.mark.parametrize("stem", sorted({*EXERCISES} - {"glute-squeeze", GENTLEST}))
def test_easier_alternatives_lead_to_the_squeeze(stem: str) -> None:
    chain = easier_chain(stem)
    assert "glute-squeeze" in chain
    assert stem not in chain


@pytest.mark.parametrize("stem", sorted({*EXERCISES} - {GENTLEST}))
def test_one_easier_alternative_needs_no_more_equipment(stem: str) -> None:
    at_hand = set(exercise(stem)["equipment"]["needed"])
    easier = exercise(stem)["easier"]
    assert any(set(exercise(other)["equipment"]["needed"]) <= at_hand for other in easier)


def test_bird_dog_does_not_lead_to_a_deadlift() -> None:
    assert "single-leg-romanian-deadlift" not in exercise("bird-dog").get("harder", [])


def test_easier_than_the_front_step_is_done_standing() -> None:
    easier = exercise("front-step-with-band")["easier"]
    assert {exercise(other)["position"] for other in easier} == {"standing"}


def test_bridge_comes_before_the_single_leg_bridges() -> None:
    assert "single-leg-bridge" in exercise("glute-bridge")["harder"]
    assert "single-leg-glute-bridge" in exercise("glute-bridge")["harder"]


# Cues


@pytest.mark.parametrize("stem", EXERCISES)
def test_every_moment_has_its_cues(stem: str) -> None:
    cues = exercise(stem)["cues"]
    expected = dict(MOMENTS)
    if stem in ONE_SIDED or stem in DIRECTIONS:
        expected["switch"] = (1, 2)
    if stem in DIRECTIONS:  # a step has no top: what stood there was never heard
        del expected["top"]
        expected["lower"] = (2, 5)
    assert cues.keys() == expected.keys()
    for moment, (fewest, most) in expected.items():
        said = [forms(cue)[0] for cue in cues[moment]]
        assert fewest <= len(said) <= most, moment
        assert len(set(said)) == len(said), moment


@pytest.mark.parametrize("stem", EXERCISES)
def test_cues_can_be_spoken(stem: str) -> None:
    for cue in (cue for cues in exercise(stem)["cues"].values() for cue in cues):
        full, short = forms(cue)
        assert SPOKEN.fullmatch(full), full
        assert SPOKEN.fullmatch(short), short
        # A sentence that a beginner understands, and that a phase of two seconds has room for.
        assert len(short.split()) <= 5, short
        assert len(short) <= 26, short
        assert len(full.split()) <= 16, full
        assert len(short) <= len(full)


OUTSIDE = re.compile(
    r"\b(mat|floor|ground|walls?|ceiling|band|ball|table|chair|glass|ahead|point|belt)\b"
)


def test_a_third_of_the_form_cues_aims_at_something_outside_of_the_body() -> None:
    """What the movement does to the room is learned better than how a muscle feels (Wulf 2013)."""
    said = [
        forms(cue)[0].lower()
        for path in sorted((ROOT / "assets/exercises").glob("*.toml"))
        for moment in ("start", "top", "lower", "last")
        for cue in exercise(path.stem)["cues"].get(moment, [])
    ]
    assert sum(OUTSIDE.search(cue) is not None for cue in said) >= len(said) / 3


@pytest.mark.parametrize("stem", EXERCISES)
def test_start_cues_give_no_go(stem: str) -> None:
    """They are heard in the rest too, before the countdown."""
    cues = exercise(stem)["cues"]
    for cue in (*cues["start"], *cues["move"]):
        full, short = forms(cue)
        assert GO.search(full.lower()) is None, full
        assert GO.search(short.lower()) is None, short


@pytest.mark.parametrize("stem", ["clam-shell", "side-lying-hip-abduction"])
def test_side_lying_says_which_leg_is_on_top(stem: str) -> None:
    found = exercise(stem)
    assert "working leg on top" in found["setup"]
    assert "left leg on top" in found["setup"]
    assert "working leg on top" in forms(found["cues"]["setup"][0])[0]
    assert all("other leg" in forms(cue)[0] for cue in found["cues"]["switch"])
    assert all(" top" in forms(cue)[0] for cue in found["cues"]["switch"])


@pytest.mark.parametrize("moment", ["setup", "start", "switch"])
def test_bird_dog_says_which_leg_and_arm(moment: str) -> None:
    said = " ".join(forms(cue)[0] for cue in exercise("bird-dog")["cues"][moment])
    assert "leg" in said
    assert "opposite arm" in said


# The routines


@pytest.mark.parametrize("stem", ROUTINES)
def test_routine_has_the_doses_of_its_article(stem: str) -> None:
    _, _, expected = ROUTINES[stem]
    entries = routine(stem)["exercise"]
    assert [entry["use"] for entry in entries] == [use for use, _ in expected]
    for entry, (use, dose) in zip(entries, expected, strict=True):
        for key, value in dose.items():
            assert entry.get(key) == value, f"{use}: {key}"
        assert len({"reps", "hold", "steps"} & entry.keys()) == 1, use


@pytest.mark.parametrize("stem", ROUTINES)
def test_routine_says_whose_its_doses_are(stem: str) -> None:
    who, dose_source, _ = ROUTINES[stem]
    found = routine(stem)
    assert found["format"] == 1
    assert who in found["source"]
    assert found["dose_source"] == dose_source
    assert all("dose_source" not in entry for entry in found["exercise"])
    assert found["title"]
    assert found["level"]
    assert found["frequency"]
    assert found["language"] == "en"


@pytest.mark.parametrize(
    ("stem", "fact"), [(stem, fact) for stem, facts in ROUTINE_FACTS.items() for fact in facts]
)
def test_routine_keeps_a_fact(stem: str, fact: str) -> None:
    assert fact in text_of("routines", stem)


@pytest.mark.parametrize("stem", ROUTINES)
def test_routine_has_a_purpose_of_five_words(stem: str) -> None:
    assert 1 < len(routine(stem)["purpose"].split()) <= 5
    assert len(routine(stem)["level"].split()) <= 3


REMARK = re.compile(r"see the notes|the article|this article|not named|iliac|'s article|is ours")


@pytest.mark.parametrize("stem", ROUTINES)
def test_what_is_read_with_an_exercise_has_no_remark_of_editors(stem: str) -> None:
    found = routine(stem)
    read = [found["purpose"], found["level"], found["frequency"]]
    read += [entry.get("note", "") for entry in found["exercise"]]
    assert [text for text in read if REMARK.search(text.lower())] == []


@pytest.mark.parametrize("stem", EXERCISES)
def test_how_to_do_an_exercise_has_no_remark_of_editors(stem: str) -> None:
    read = strings({key: value for key, value in exercise(stem).items() if key != "sources"})
    assert [text for text in read if REMARK.search(text.lower())] == []


@pytest.mark.parametrize("stem", [stem for stem in ROUTINES if stem not in SHORT])
def test_routine_tells_when_to_stop(stem: str) -> None:
    assert "sharp or growing back pain is a reason to stop" in text_of("routines", stem)


@pytest.mark.parametrize("stem", ROUTINES)
def test_routine_names_pain_down_the_leg(stem: str) -> None:
    assert re.search(r"stop[^.]*pain that goes down the leg", routine(stem)["notes"].lower())


@pytest.mark.parametrize("stem", ROUTINES)
def test_rests_are_given_wherever_there_is_one(stem: str) -> None:
    entries = routine(stem)["exercise"]
    assert [e["use"] for e in entries if e["sets"] > 1 and "rest" not in e] == []
    assert [e["use"] for e in entries[:-1] if "rest_after" not in e] == []


@pytest.mark.parametrize("stem", ROUTINES)
def test_position_change_stands_where_the_position_changes(stem: str) -> None:
    entries = routine(stem)["exercise"]
    positions = [exercise(entry["use"])["position"] for entry in entries]
    for number, entry in enumerate(entries):
        changes = number > 0 and positions[number] != positions[number - 1]
        assert ("change" in entry) == changes, entry["use"]


@pytest.mark.parametrize("stem", ROUTINES)
def test_own_cues_of_a_routine_are_short(stem: str) -> None:
    for entry in routine(stem)["exercise"]:
        for cue in entry.get("cues", []):
            assert SPOKEN.fullmatch(cue), cue
            assert len(cue.split()) <= 4, cue


@pytest.mark.parametrize(
    "stem", [stem for stem in ROUTINES if stem not in (*SHORT, "first-session")]
)
def test_a_routine_has_sentences_for_long_rests(stem: str) -> None:
    told = routine(stem)["asides"]
    assert len(told) == len(set(told)) >= 3
    assert [text for text in told if len(text.split()) > 14 or not text.endswith(".")] == []


def test_the_warm_up_takes_60_to_90_s_and_the_wind_down_30() -> None:
    assert 60 <= minutes_by_hand("warm-up") * 60 <= 90
    assert 20 <= minutes_by_hand("wind-down") * 60 <= 35


def test_first_session_takes_about_eight_minutes_and_nothing_else() -> None:
    assert 7.5 <= minutes_by_hand("first-session") <= 8.5
    used = [exercise(entry["use"]) for entry in routine("first-session")["exercise"]]
    assert [movement["equipment"]["needed"] for movement in used] == [[]] * 4


def test_desk_squeeze_takes_about_a_minute() -> None:
    assert 50 <= minutes_by_hand("desk-squeeze") * 60 <= 80
