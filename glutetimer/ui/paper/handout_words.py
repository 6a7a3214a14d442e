"""What stands on a handout."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glutetimer.core.counts import count_text, one_line, sentence
from glutetimer.core.exercise import Cue, CueMoment, Exercise
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.routine import Prescription
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.core.words.coaching import start_cues
from glutetimer.core.words.dose import dose_text, load_text, origin_text, tempo_text
from glutetimer.ui.words import dose_words, equipment_text

MOST_CUES = 3
SAFETY = (
    "This sheet is no medical advice. Feeling the working muscle is expected; stop at sharp back "
    "pain or pain that grows. See a physician or physiotherapist if pain is severe or new, or "
    "comes with numbness, weakness, fever, or loss of bladder control."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One exercise: `heading` stands above it where a circuit begins."""

    exercise: Exercise
    number: int
    heading: str
    name: str
    dose: str
    tempo: str
    extra: str
    cues: tuple[str, ...]
    captions: tuple[str, str]
    has_own_dose: bool = False


def code_words(entries: Iterable[Entry]) -> Iterator[str]:
    """What stands beside the code that holds the routine."""
    yield "Scan the code with a phone and send its text to the computer that has glutetimer."
    yield "Copy the text there, and choose File > Import pasted text."
    if any(entry.has_own_dose for entry in entries):
        yield "What is marked as your own here is not in the code: it has the doses of the routine."


def entries_of(timeline: Timeline) -> tuple[Entry, ...]:
    """The exercises with the doses of this timeline."""
    made: list[Entry] = []
    circuit = ""
    for number, entry in enumerate(timeline.entries, 1):
        heading = ""
        if entry.circuit != circuit:
            circuit = entry.circuit
            if circuit:
                rounds = count_text(timeline.routine.circuit(circuit).rounds, "round")
                heading = f"Circuit {circuit}: {rounds} of the exercises below"
        made.append(_entry(entry, number, heading))
    return tuple(made)


def facts_of(timeline: Timeline) -> str:
    """Length, equipment, level and frequency on one line."""
    routine = timeline.routine
    facts = (
        minutes_text(timeline.total_s),
        equipment_text(routine.equipment),
        one_line(routine.level),
        one_line(routine.frequency),
    )
    return "  ·  ".join(filter(None, facts))


def _entry(entry: Prescription, number: int, heading: str) -> Entry:
    exercise = entry.exercise
    load = one_line(load_text(entry))
    extra = [f"Load: {load}"] if load else []
    extra += [f"You need: {', '.join(exercise.needed)}"] if exercise.needed else []
    extra += [one_line(entry.note)] if entry.note else []
    extra += filter(None, [origin_text(entry)])
    motion = exercise.motion
    captions = ("Position" if exercise.position is not None else "", "")
    if motion is not None:
        top = "Bottom" if motion.is_downward else "Step" if motion.travels else "Top"
        captions = ("Start", top)
    return Entry(
        exercise,
        number,
        heading,
        one_line(exercise.name),
        sentence(dose_words(dose_text(entry))),
        sentence(tempo_text(entry)),
        "  ·  ".join(extra),
        _cues(entry),
        captions,
        has_own_dose=bool(origin_text(entry)),
    )


def _cues(entry: Prescription) -> tuple[str, ...]:
    exercise = entry.exercise
    found: list[Cue] = [
        *exercise.cues_at(CueMoment.SETUP)[:1],
        *start_cues(entry)[:2],
        *exercise.cues_at(CueMoment.TOP)[:1],
    ]
    return tuple(dict.fromkeys(cue.say for cue in found))[:MOST_CUES]
