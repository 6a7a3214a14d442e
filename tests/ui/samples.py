"""Exercises, routines and sessions to fill a window with."""

from datetime import datetime, timedelta

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
    OpenReps,
    Position,
    Reps,
    Side,
    Sides,
    Source,
    Steps,
    Tempo,
)
from glutetimer.core.history.records import (
    Achieved,
    Outcome,
    Pain,
    SessionEnd,
    SessionReview,
    SessionStart,
    SessionSummary,
    SetRecord,
    SetResult,
)
from glutetimer.core.ports.library import RoutineListing
from glutetimer.core.routine import Circuit, DoseSource, Prescription, Routine

BRIDGE = Exercise(
    id="glute-bridge",
    name="Glute bridge",
    position=Position.SUPINE,
    kind=Kind.REPS,
    setup="Lie on your back, knees bent, feet flat on the mat and hip-width apart. Arms rest "
    "beside you, shoulder blades are heavy and relaxed, chin is slightly tucked.",
    dose=Dose(2, Reps(10, 12), 45.0),
    muscles=("gluteus maximus", "hamstrings", "abdominals"),
    easier=("glute-squeeze",),
    cues=((CueMoment.START, (Cue("Ribs down, squeeze your glutes.", "Ribs down"),)),),
    faults=(
        Fault("The low back arches at the top", "bring the ribs down and stop a little lower."),
        Fault("The front of the thigh takes over", "slow down, push through the heels."),
    ),
    sources=(
        Source(
            "10 Fail-Proof Glute Exercises for Lower Back Pain",
            "Gabrielle McNair",
            "10 to 12 times, slow and controlled, the glutes touch the ground between reps.",
        ),
    ),
)

CLAM = Exercise(
    id="clam-shell",
    name="Clam shell",
    position=Position.SIDE_LYING,
    kind=Kind.REPS,
    setup="Lie on your side, hips and legs stacked, knees bent about 45 degrees, feet together.",
    dose=Dose(1, Reps(15, 20), 30.0),
    sides=Sides.EACH,
    optional=("loop band",),
    tempo=Tempo(1.5, 1.0, 2.0, 0.5),
)

BIRD_DOG = Exercise(
    id="bird-dog",
    name="Bird dog",
    position=Position.ALL_FOURS,
    kind=Kind.REPS,
    setup="On all fours, hands below the shoulders, knees below the hips, back straight.",
    dose=Dose(1, Reps(6, 6), 30.0),
    sides=Sides.EACH,
    tempo=Tempo(2.0, 3.0, 2.0, 0.5),
)

ISO_HOLD = Exercise(
    id="hip-thrust-iso-hold",
    name="Hip thrust iso hold",
    position=Position.SUPINE,
    kind=Kind.HOLD,
    setup="On your back, knees bent, feet flat; push the hips up to the end of the range.",
    dose=Dose(2, Hold(15.0), 30.0),
)

WALK = Exercise(
    id="lateral-walk",
    name="Lateral walk",
    position=Position.STANDING,
    kind=Kind.STEPS,
    setup="Band above the ankles, half squat, feet parallel, trunk upright.",
    dose=Dose(3, Steps(5), 30.0),
    directions=(Side.RIGHT, Side.LEFT),
    needed=("loop band",),
)

SQUAT = Exercise(
    id="squat",
    name="Squat",
    position=Position.STANDING,
    kind=Kind.REPS,
    setup="Feet hip-width, heels down, dumbbells on the shoulders, chest up.",
    dose=Dose(2, Reps(10, 12), 60.0),
    first=FirstPhase.LOWER,
    needed=("dumbbells",),
)

EXERCISES = (BRIDGE, CLAM, BIRD_DOG, ISO_HOLD, WALK, SQUAT)


def dose(
    exercise: Exercise,
    sets: int = 2,
    amount: Amount | None = None,
    note: str = "",
    load: str = "",
    circuit: str = "",
) -> Prescription:
    """An exercise as an editorial dose."""
    return Prescription(
        exercise=exercise,
        sets=sets,
        amount=amount or exercise.dose.amount,
        tempo=exercise.tempo,
        sides=exercise.sides,
        rest_s=exercise.dose.rest_s,
        note=note,
        load=load,
        circuit=circuit,
        dose_source=DoseSource.EDITORIAL,
    )


FIRST_SESSION = Routine(
    id="first-session",
    title="First session",
    entries=(
        dose(BRIDGE, 2, Reps(8, 8), "Lift only as high as the low back stays quiet."),
        dose(CLAM, 1, Reps(10, 10), "Small and clean is better than wide."),
        dose(BIRD_DOG, 1, None, "If your back sags, lower the leg, or move only the leg."),
        dose(ISO_HOLD, 2, None, "End the hold early if the squeeze fades."),
    ),
    source="glutetimer, from the articles by Gabrielle McNair and Dr Josh Alvarado",
    level="first day",
    frequency="every other day in the first week or two",
    notes="About eight minutes, no equipment: a mat or carpet is enough.\n\nStart easy.",
)

ROUTINES = (
    FIRST_SESSION,
    Routine(
        id="under-active-glutes",
        title="Under-active glutes",
        entries=(dose(WALK, 3), dose(CLAM, 1)),
        source="Under-Active Glutes & Lower Back Pain, author not named in the article",
        level="beginner",
    ),
    Routine(
        id="ten-glute-exercises",
        title="Ten glute exercises",
        entries=tuple(
            dose(exercise, 1, load="2 × 6 kg" if exercise is SQUAT else "")
            for exercise in EXERCISES
        ),
        source="10 Fail-Proof Glute Exercises for Lower Back Pain, Gabrielle McNair",
    ),
    Routine(
        id="circuit",
        title="Evening circuit",
        entries=(
            dose(BRIDGE, 1, OpenReps(), circuit="A"),
            dose(CLAM, 1, circuit="A"),
            dose(ISO_HOLD, 1),
        ),
        circuits=(Circuit("A", 3, 60.0),),
        source="Own routine",
    ),
)

BROKEN = RoutineListing(
    id="my-evening",
    title="my-evening.toml",
    source="",
    path="/data/glutetimer/routines/my-evening.toml",
    total_s=None,
    equipment=(),
    is_own=True,
    problems=(
        'line 4: unknown key "sorce"; did you mean "source"?',
        "line 9: reps is 400; allowed are 1 to 100",
        'line 12: tempo "2-0-x-1" is not four numbers such as "2-0-2-1"',
    ),
)

STRANGE = Routine(
    id="strange",
    title="<b>Rückenschonende Gesäßmuskulatur-Kräftigungsübungsfolge</b> für fortgeschrittene "
    "Wiedereinsteigerinnen nach längerer Trainingspause",
    entries=tuple(dose(EXERCISES[n % len(EXERCISES)], 1) for n in range(40)),
    source="<i>Donaudampfschifffahrtsgesellschaft</i> " * 4,
    notes="<script>alert(1)</script> " * 20,
)

RTL = Routine(
    id="rtl",
    title="תרגילי ישבן לכאבי גב תחתון",
    entries=(dose(BRIDGE), dose(CLAM)),
    source="מקור לא ידוע",
)


def session(
    number: int,
    started_at: datetime,
    routine: Routine = FIRST_SESSION,
    end: SessionEnd | None = SessionEnd.FINISHED,
    review: SessionReview | None = None,
) -> SessionSummary:
    """A session of about nine minutes."""
    start = SessionStart(routine.id, routine.title, started_at, 540.0, 8)
    ended_at = None if end is None else started_at + timedelta(seconds=560)
    sets_done = 8 if end is SessionEnd.FINISHED else 4
    return SessionSummary(
        number, start, end, ended_at, 545.0, sets_done, review or SessionReview(2, 5, "")
    )


def records(started_at: datetime, count: int = 8) -> list[SetRecord]:
    """The sets of a session: most of them done, one skipped, one hurt."""
    made = []
    for index in range(count):
        exercise = EXERCISES[index // 2 % len(EXERCISES)]
        side = (Side.LEFT, Side.RIGHT)[index % 2] if exercise.sides is Sides.EACH else None
        planned = Achieved(None, 15.0) if exercise.kind is Kind.HOLD else Achieved(10, 55.0)
        outcome, done, pain = Outcome.DONE, planned, None
        if index == 2:
            outcome, done = Outcome.SKIPPED, Achieved(4, 20.0)
        if index == 5:
            outcome, done, pain = Outcome.HURT, Achieved(6, 31.0), Pain("low back, left", 4)
        result = SetResult(
            index=index,
            entry=index // 2,
            exercise_id=exercise.id,
            exercise_name=exercise.name,
            round=1,
            set=1 if side else index % 2 + 1,
            side=side,
            attempt=1,
            planned=planned,
            done=done,
            outcome=outcome,
        )
        made.append(SetRecord(result, started_at + timedelta(seconds=60 * (index + 1)), pain))
    return made
