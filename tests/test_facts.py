"""What the articles say of the exercises is heard in the routines: the table of facts.

`python -m tests.test_facts` writes tests/data/facts_heard.txt anew: fact, file, and where it is
heard.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from glutetimer.core.cues.placing import cue_sheet, estimated_length_s
from glutetimer.core.cues.sheet import CueStyle, SheetCue
from glutetimer.core.history.special_routines import is_extra
from glutetimer.core.plan.plan import plan
from glutetimer.core.settings import Settings
from glutetimer.core.words.clock_text import clock_text
from tests.built_in import library, routines
from tests.golden_cues import clip_lengths_s

DATA = Path(__file__).parent / "data"
HEARD = DATA / "facts_heard.txt"
SESSIONS = range(12)
"""Each session of a routine begins its cues elsewhere; after so many all have had their turn."""

Facts = dict[str, dict[str, dict[str, str]]]
FACTS: Facts = tomllib.loads((DATA / "facts.toml").read_text("utf-8"))
LENGTHS_S = clip_lengths_s()


def length_s(text: str) -> float:
    return LENGTHS_S.get(text) or estimated_length_s(text)


@cache
def _heard(exercise_id: str) -> tuple[tuple[str, str], ...]:
    """What is heard in an exercise, in lower case, and where; the first session first."""
    return tuple(
        (cue.text.casefold(), f"{routine.id}, session {times + 1}, {clock_text(cue.session_s)}")
        for times in SESSIONS
        for routine in routines()
        if exercise_id in {entry.exercise.id for entry in routine.entries}
        for cue in _cues(routine.id, times).get(exercise_id, ())
    )


@cache
def _cues(routine_id: str, times_done: int) -> dict[str, list[SheetCue]]:
    """The words of a session by the exercise that they belong to."""
    timeline = plan(library().routine(routine_id))
    style = CueStyle.of(Settings(), times_done)
    found: dict[str, list[SheetCue]] = {}
    for cue in cue_sheet(timeline, style, length_s).cues:
        if not cue.is_tone:
            exercise = timeline.entries[timeline.steps[cue.step].entry].exercise
            found.setdefault(exercise.id, []).append(cue)
    return found


def heard_at(exercise_id: str, words: str) -> str:
    """The first place where one of the words ("a|b") is heard; "" for nowhere."""
    wanted = words.casefold().split("|")
    places = (at for text, at in _heard(exercise_id) if any(one in text for one in wanted))
    return next(places, "")


def table() -> Iterator[str]:
    """A line for each fact: what, in which file, and where it is heard, or why it is no cue."""
    for exercise_id, facts in FACTS.items():
        for fact, mark in facts.items():
            at = f"no cue: {mark['why']}" if "why" in mark else heard_at(exercise_id, mark["words"])
            yield f"{exercise_id}.toml | {fact} | {at}"


@pytest.mark.parametrize(
    ("exercise_id", "fact"), [(name, fact) for name, facts in FACTS.items() for fact in facts]
)
def test_a_fact_is_heard(exercise_id: str, fact: str) -> None:
    mark = FACTS[exercise_id][fact]
    assert mark.keys() in ({"words"}, {"why"})
    assert "why" in mark or heard_at(exercise_id, mark["words"])


def test_the_table_says_where_each_fact_is_heard() -> None:
    """After a wanted change: `python -m tests.test_facts`, and read the difference."""
    assert HEARD.read_text("utf-8").splitlines() == list(table())


def test_every_exercise_of_an_article_has_its_facts() -> None:
    trained = [routine for routine in routines() if not is_extra(routine.id)]
    used = {entry.exercise.id for routine in trained for entry in routine.entries}
    assert used <= FACTS.keys()


if __name__ == "__main__":
    HEARD.write_text("\n".join(table()) + "\n", "utf-8")
