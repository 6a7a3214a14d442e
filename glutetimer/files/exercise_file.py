"""Exercise files: from the values of a document to an Exercise."""

from functools import partial

from glutetimer.core.exercise import (
    Amount,
    Cue,
    CueMoment,
    Dose,
    Exercise,
    Fault,
    FirstPhase,
    Hold,
    Kind,
    Limb,
    Position,
    Reps,
    Side,
    Sides,
    Source,
    Steps,
    Tempo,
)
from glutetimer.files.dose_reader import MAX_SETS, MAX_WAIT_S, read_amount, read_tempo
from glutetimer.files.motion_reader import read_motion
from glutetimer.files.moves_like import KEY as MOVES_LIKE
from glutetimer.files.moves_like import Borrowing, ReadExercise, read_moves_like
from glutetimer.files.reader import MAX_ITEMS, TableReader, shown_key
from glutetimer.files.toml_folder import folded, id_of
from glutetimer.toml_text.document import Document
from glutetimer.toml_text.problem import ProblemLog, shown, suggestion

FORMAT = 1

_Equipment = tuple[tuple[str, ...], tuple[str, ...], str]

MAX_SAID = 80
"""Characters of a word that is said in another way, of what is said, and of a few words."""

_TELLING_KEYS = {"name", "position", "kind", "muscles", "setup", "cues", "faults", "dose"}

# Ours, for a person's own exercise whose file gives no dose.
USUAL_SETS = 2
USUAL_REST_S = 45.0
USUAL_AMOUNTS: dict[Kind, Amount] = {
    Kind.REPS: Reps(10, 10),
    Kind.HOLD: Hold(20.0),
    Kind.STEPS: Steps(5),
}


def is_exercise(document: Document) -> bool:
    """Whether a document is meant as an exercise file rather than as a routine file."""
    keys = document.values.keys()
    # A slip of a name ("title" for "name") must not turn one into the other.
    return "exercise" not in keys and len(keys & _TELLING_KEYS) > ("title" in keys)


def read_exercise(
    document: Document, exercise_id: str, known_ids: tuple[str, ...], *, is_tried: bool = True
) -> ReadExercise:
    """Build the exercise of a file; `known_ids` are those that it may name as alternatives.

    One that moves like another has no figure yet (see `moves_like.with_figure`).
    Without `is_tried` nobody looks whether a body can do its movement, which takes longest.
    """
    log = ProblemLog(document.problems)
    table = TableReader(document.values, (), document, log)
    exercise, borrowing = exercise_of(table, exercise_id, known_ids, is_tried=is_tried)
    problems = log.sorted()
    return ReadExercise(None if problems else exercise, problems, borrowing)


def exercise_of(
    table: TableReader, exercise_id: str, known_ids: tuple[str, ...], *, is_tried: bool = True
) -> tuple[Exercise, Borrowing | None]:
    """The exercise of a table that has all of an exercise file, and what it borrows."""
    exercise = _exercise(table, exercise_id, known_ids, is_tried)
    other_id = read_moves_like(table)
    table.refuse_unknown_keys()
    if not other_id:
        return exercise, None
    first = table.choice("first", FirstPhase)
    line = table.line_of(MOVES_LIKE)
    return exercise, Borrowing(other_id, line, table.has("position"), first)


def read_format(table: TableReader) -> None:
    """Refuse files of a later format than this program knows."""
    if table.has("format"):
        number = table.value("format")
        if number != FORMAT or isinstance(number, bool):
            table.wrong("format", f"format = {FORMAT}, the one that this version knows")


def read_choice_sides(table: TableReader, is_steps: bool, name: str) -> Sides | None:
    """The sides of a table, None where not given; steps have directions instead."""
    if is_steps:
        if table.has("sides"):
            table.problem(
                f"{name} is counted in steps, which have directions and no sides; leave sides out",
                "sides",
            )
        return None
    return table.choice("sides", Sides)


def _exercise(
    table: TableReader, exercise_id: str, known_ids: tuple[str, ...], is_tried: bool
) -> Exercise:
    read_format(table)
    table.require("name", '"Glute bridge"')
    name = table.text("name", exercise_id)
    if not table.has(MOVES_LIKE):
        table.require("position", '"supine"')
    position = table.choice("position", Position) or Position.SUPINE
    kind = table.choice("kind", Kind) or Kind.REPS
    sides = read_choice_sides(table, kind is Kind.STEPS, name) or Sides.BOTH
    if sides in (Sides.LEFT, Sides.RIGHT):
        table.wrong("sides", '"both", "each" or "alternating"; only a routine chooses one side')
    if kind is Kind.HOLD and sides is Sides.ALTERNATING:
        table.problem('sides of a hold cannot alternate; write "both" or "each"', "sides")
    nothing: _Equipment = (), (), ""
    needed, optional, worn = table.read_table("equipment", _equipment, nothing)
    usual_dose = Dose(USUAL_SETS, USUAL_AMOUNTS[kind], USUAL_REST_S)
    first = table.choice("first", FirstPhase) or FirstPhase.LIFT
    return Exercise(
        id=exercise_id,
        name=name,
        position=position,
        kind=kind,
        setup=table.text("setup"),
        dose=table.read_table("dose", partial(_dose, kind, name), usual_dose),
        sides=sides,
        directions=_directions(table, kind),
        limb=table.choice("limb", Limb),
        works=_works(table, "works"),
        works_short=_works(table, "works_short"),
        first=first,
        also=table.texts("also"),
        muscles=table.texts("muscles"),
        needed=needed,
        optional=optional,
        worn=worn,
        tempo=read_tempo(table, Tempo()),
        switch_s=table.duration_s("switch", 0, MAX_WAIT_S),
        easier=_alternatives(table, "easier", exercise_id, known_ids),
        harder=_alternatives(table, "harder", exercise_id, known_ids),
        cues=read_cues(table),
        faults=table.read_tables("faults", _fault),
        sources=table.read_tables("sources", _source),
        motion=read_motion(table, kind is Kind.REPS and first is FirstPhase.LOWER, is_tried),
        say=read_say(table),
    )


def _directions(table: TableReader, kind: Kind) -> tuple[Side, ...]:
    words = table.texts("directions")
    if kind is not Kind.STEPS:
        if table.has("directions"):
            table.problem('directions are for kind = "steps" only; leave them out', "directions")
        return ()
    if not table.require("directions", '["right", "left"]'):
        return ()
    known = tuple(str(side) for side in Side)
    if len(words) != 2 or len(set(words)) != 2 or not set(words) <= set(known):
        allowed = ", ".join(f'"{word}"' for word in known)
        found = ", ".join(shown(word) for word in words[:3])
        table.problem(f"directions are {found or 'none'}; write two of {allowed}", "directions")
        return ()
    return tuple(Side(word) for word in words)


def _dose(kind: Kind, name: str, table: TableReader) -> Dose:
    sets = table.whole("sets", 1, MAX_SETS)
    amount = read_amount(table, kind, name)
    rest_s = table.duration_s("rest", 0, MAX_WAIT_S)
    return Dose(
        USUAL_SETS if sets is None else sets,
        amount or USUAL_AMOUNTS[kind],
        USUAL_REST_S if rest_s is None else rest_s,
    )


def _equipment(table: TableReader) -> _Equipment:
    return table.texts("needed"), table.texts("optional"), table.text("worn", limit=MAX_SAID)


def _works(table: TableReader, key: str) -> str:
    words = table.text(key, limit=MAX_SAID)
    if words and "{side}" not in words:
        table.wrong(key, 'what a side does, for example "{side} foot pushes, {other} leg up"')
    return words


def _alternatives(
    table: TableReader, key: str, exercise_id: str, known_ids: tuple[str, ...]
) -> tuple[str, ...]:
    named = table.texts(key)
    for number, other in enumerate(named):
        if id_of(other) == exercise_id:
            table.problem(f"{key} names the exercise itself", key, number)
        elif id_of(other) not in known_ids:
            hint = suggestion(folded(other), known_ids)
            table.problem(f"{key} names the unknown exercise {shown(other)}; {hint}", key, number)
    return tuple(map(id_of, named))


def read_cues(table: TableReader) -> tuple[tuple[CueMoment, tuple[Cue, ...]], ...]:
    """Read the table of cues, by moment."""
    return table.read_table("cues", _cues, ())


def _cues(table: TableReader) -> tuple[tuple[CueMoment, tuple[Cue, ...]], ...]:
    found = ((moment, tuple(map(_cue, table.texts_or_tables(moment)))) for moment in CueMoment)
    return tuple((moment, cues) for moment, cues in found if cues)


def _cue(item: str | TableReader) -> Cue:
    if isinstance(item, str):
        return Cue(item)
    item.require("say", '"Ribs down"')
    cue = Cue(item.text("say"), item.text("short"))
    item.refuse_unknown_keys()
    return cue


def _fault(table: TableReader) -> Fault:
    table.require("sign", '"The low back arches"')
    table.require("mend", '"Stop a little lower"')
    return Fault(table.text("sign"), table.text("mend"))


def read_say(table: TableReader) -> tuple[tuple[str, str], ...]:
    """Read how words are said; (written, spoken)."""
    say = table.table("say")
    if say is None:
        return ()
    if len(say.keys()) > MAX_ITEMS:
        table.problem(f"say has {len(say.keys())} words; at most {MAX_ITEMS} are allowed", "say")
    found = []
    for written in say.keys()[:MAX_ITEMS]:
        spoken = say.text(written, limit=MAX_SAID)
        if len(written) > MAX_SAID or not all(map(_is_word, written.split(" "))):
            example = 'whole words as they are written, for example RDL = "R D L"'
            say.problem(f"{shown_key(written)} is not a word; write {example}", written)
        elif spoken:
            found.append((written, spoken))
    return tuple(found)


def _is_word(text: str) -> bool:
    return text.replace("-", "").replace("'", "").isalnum()


def _source(table: TableReader) -> Source:
    table.require("title", '"Glutes and the back"')
    return Source(table.text("title"), table.text("author"), table.text("says"))
