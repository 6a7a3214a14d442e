"""Settings: every field once, with its unit, default, limits and label."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from datetime import datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from glutetimer.core.keys.table import KeyTable
from glutetimer.core.side import Side
from glutetimer.core.theme import Theme


class Verbosity(StrEnum):
    """How much is said: from full coaching to nothing at all."""

    COACH = "coach"
    BRIEF = "brief"
    COUNTS = "counts"
    TONES = "tones"
    SILENT = "silent"


class RepCount(StrEnum):
    """When a rep is counted."""

    START = "start"  # as the rep begins
    TOP = "top"  # as its top is reached


class LoweringSign(StrEnum):
    """What tells in every rep that the hold at the top is over and the lowering begins."""

    TONE = "tone"
    WORD = "word"
    NOTHING = "nothing"


class HoldCount(StrEnum):
    """Which seconds of a hold are counted aloud; the last three always are."""

    LAST_THREE = "last-three"
    TENS = "tens"
    EVERY = "every"


class MusicWay(StrEnum):
    """What becomes of the music of other programs."""

    LEAVE = "leave"
    LOWER = "lower"  # while the coach speaks
    PAUSE = "pause"  # during a session


class LeadIn(StrEnum):
    """Whether sleeping loudspeakers are kept awake by a noise that is hardly to be heard."""

    AUTO = "auto"  # where the loudspeaker is wireless, or may be
    ON = "on"
    OFF = "off"


class FirstWait(StrEnum):
    """What the very first "get ready" of a session waits for before it counts."""

    WORDS = "words"  # the first words have been said
    KEY = "key"  # a key, or a click
    NONE = "none"


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"


class Section(StrEnum):
    """The page of the settings dialog on which a field stands, or who else has it."""

    TIMING = "timing"
    VOICE = "voice"
    SCREEN = "screen"
    PROGRESS = "progress"
    REMINDERS = "reminders"
    SAFETY = "safety"
    PLAN = "plan"
    ROUTINES = "routines"


@dataclass(frozen=True, slots=True)
class Spec:
    """What a field allows: limits are inclusive; `empty` labels the value None.

    `unit` is "s", "min", "ms", "%", "words/min", "sessions" or "", never part of the stored value.
    """

    label: str
    section: Section
    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    empty: str = ""
    hint: str = ""


def _setting(default: Any, *spec: Any, **words: Any) -> Any:
    return field(default=default, metadata={"spec": Spec(*spec, **words)})


_AS_ROUTINE = "as in the routine"
_NO_OWN = "no own value"
_TIMING, _VOICE = Section.TIMING, Section.VOICE
# The lowest, the highest, a step
_PHASE_S, _HOLD_S = (0, 30, 0.5), (1, 600, 5)
_REST_S, _CHANGE_S = (0, 600, 5), (0, 120, 1)


def _seconds(
    label: str, limits_s: tuple[float, ...], hint: str = "", empty: str = _AS_ROUTINE
) -> Any:
    return _setting(None, label, _TIMING, "s", *limits_s, empty=empty, hint=hint)


@dataclass(frozen=True, slots=True)
class ExerciseSettings:
    """The person's own dose of one exercise; None leaves a value as it is elsewhere.

    `instead` is the id of an easier or harder alternative that is done in its place, with the
    alternative's own settings; then the doses here rest.
    """

    sets: int | None = _setting(None, "Sets", _TIMING, "", 1, 20, 1, empty=_NO_OWN)
    reps: int | None = _setting(None, "Reps or steps", _TIMING, "", 1, 100, 1, empty=_NO_OWN)
    hold_s: float | None = _seconds("Hold", _HOLD_S, empty=_NO_OWN)
    lift_s: float | None = _seconds("Lift", _PHASE_S, empty=_NO_OWN)
    top_s: float | None = _seconds("Top hold", _PHASE_S, empty=_NO_OWN)
    lower_s: float | None = _seconds("Lower", _PHASE_S, empty=_NO_OWN)
    pause_s: float | None = _seconds("Pause", _PHASE_S, empty=_NO_OWN)
    rest_s: float | None = _seconds("Rest between sets", _REST_S, empty=_NO_OWN)
    instead: str | None = _setting(None, "Do instead", _TIMING, empty="this exercise itself")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person can set. Timings that are None are left as the routine has them.

    `exercises` maps exercise ids to the person's own dose, wherever the exercise occurs; a
    `dose_key` to one that counts in a single routine. `keys` has the actions of a session whose
    keys are not the usual ones (see `core.keys.table.assigned`).
    """

    # Timings of every exercise
    lift_s: float | None = _seconds("Lift", _PHASE_S, "Seconds of the effort phase of every rep")
    top_s: float | None = _seconds("Top hold", _PHASE_S, "Seconds held at the top of every rep")
    lower_s: float | None = _seconds("Lower", _PHASE_S, "Seconds of the way back")
    pause_s: float | None = _seconds("Pause", _PHASE_S, "Seconds between two reps")
    hold_s: float | None = _seconds("Iso hold", _HOLD_S, "Length of every iso hold")
    rest_s: float | None = _seconds("Rest between sets", _REST_S)
    rest_after_s: float | None = _seconds("Rest between exercises", _REST_S)
    get_ready_s: float = _setting(
        15.0, "Get ready", _TIMING, "s", 3, 120, 1, hint="Before the first exercise"
    )
    first_wait: FirstWait = _setting(
        FirstWait.WORDS, "Get ready counts", _TIMING, hint="The very first one, before a session"
    )
    switch_s: float | None = _seconds("Switch sides", _CHANGE_S, "Usually 5 s")
    change_s: float | None = _seconds("Change position", _CHANGE_S, "Usually 10 s")
    start_side: Side | None = _setting(
        None, "First side", _TIMING, empty=_AS_ROUTINE, hint="Which side begins"
    )

    # Voice
    voice: str = _setting(
        "",
        "Voice",
        _VOICE,
        empty="The best for the language",
        hint="A natural one where there is one",
    )
    voice_rate: int = _setting(165, "Rate", _VOICE, "words/min", 80, 300, 5, hint="Words a minute")
    voice_pitch: int = _setting(50, "Pitch", _VOICE, "%", 0, 100, 5, hint="50 % is the voice's own")
    voice_volume: int = _setting(90, "Voice volume", _VOICE, "%", 0, 100, 5)
    tone_volume: int = _setting(90, "Tone volume", _VOICE, "%", 0, 100, 5)
    voice_on: bool = _setting(True, "Speak the cues", _VOICE)
    verbosity: Verbosity = _setting(
        Verbosity.COACH, "How much is said", _VOICE, hint="From coaching to silence"
    )
    rep_count: RepCount = _setting(RepCount.START, "Reps are counted", _VOICE)
    lowering_sign: LoweringSign = _setting(LoweringSign.TONE, "Each lowering begins with", _VOICE)
    hold_count: HoldCount = _setting(
        HoldCount.LAST_THREE, "Seconds of a hold", _VOICE, hint="Counted aloud"
    )
    say_less: bool = _setting(
        True, "Say less in time", _VOICE, hint="From a routine's third session on"
    )
    output_device: str = _setting(
        "", "Loudspeaker", _VOICE, empty="As the system", hint="Where the sound comes out"
    )
    lead_in: LeadIn = _setting(
        LeadIn.AUTO, "Keep the loudspeaker awake", _VOICE, hint="So that no first word is lost"
    )
    sound_delay_ms: int = _setting(
        0, "Sound delay", _VOICE, "ms", 0, 500, 10, hint="The screen waits for wireless sound"
    )
    other_music: MusicWay = _setting(
        MusicWay.LEAVE, "Other music", _VOICE, hint="Of other programs; on Linux only"
    )
    tell_why: bool = _setting(
        False, "Tell why in long rests", _VOICE, hint="A sentence of the article, at most two"
    )

    # Screen
    theme: Theme = _setting(Theme.SYSTEM, "Theme", Section.SCREEN)
    text_size: int = _setting(
        100, "Text size", Section.SCREEN, "%", 80, 200, 10, hint="Ctrl and + or - change it, too"
    )
    digit_size: int = _setting(
        100, "Digit size", Section.SCREEN, "%", 50, 150, 10, hint="Of the big digits"
    )
    reduced_motion: bool = _setting(
        False, "Reduced motion", Section.SCREEN, hint="Also if the system asks for it"
    )
    tell_reader: bool = _setting(
        False, "Tell the screen reader all", Section.SCREEN, hint="Also what the voice says"
    )
    tap_anywhere: bool = _setting(
        False, "Tap anywhere", Section.SCREEN, hint="In a session: pauses, or ends an open set"
    )

    # Progress
    weekly_goal: int = _setting(
        3, "Weekly goal", Section.PROGRESS, "sessions", 1, 14, 1, hint="Sessions a week"
    )
    warm_up: bool = _setting(
        False, "Warm up first", Section.PROGRESS, hint="A minute and a half; Stop leaves it out"
    )
    wind_down: bool = _setting(
        False, "Offer to wind down", Section.PROGRESS, hint="Half a minute, after a session"
    )
    ask_pain_before: bool = _setting(
        True, "Ask for pain before", Section.PROGRESS, hint="While you get ready; one key answers"
    )
    ask_morning: bool = _setting(
        False, "Ask the next morning", Section.PROGRESS, hint="How your back is, at the next start"
    )

    # Reminders; the times are those of the clock where the person is
    remind: bool = _setting(False, "Remind me of a session", Section.REMINDERS)
    remind_days: tuple[Weekday, ...] = _setting(
        (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY), "Session days", Section.REMINDERS
    )
    remind_at: time = _setting(time(18, 0), "At", Section.REMINDERS)
    squeezes: bool = _setting(
        False, "Remind me to squeeze", Section.REMINDERS, hint="One minute, sitting or standing"
    )
    squeeze_every_min: int = _setting(60, "Every", Section.REMINDERS, "min", 15, 240, 15)
    squeeze_from: time = _setting(time(9, 0), "From", Section.REMINDERS)
    squeeze_until: time = _setting(time(17, 0), "Until", Section.REMINDERS)
    squeeze_days: tuple[Weekday, ...] = _setting(
        tuple(Weekday)[:5], "Squeeze days", Section.REMINDERS
    )
    remind_closed: bool = _setting(
        False,
        "Also while glutetimer is closed",
        Section.REMINDERS,
        hint="By a timer of your system, after you have logged in",
    )

    # Safety
    safety_read: bool = _setting(False, "Safety text read", Section.SAFETY)

    # The plan that is followed, by its id, since when (aware), and from the first day of which week
    followed_plan: str = _setting("", "Followed plan", Section.PLAN, empty="none")
    plan_begun_at: datetime | None = _setting(None, "Plan begun", Section.PLAN, empty="never")
    plan_week: int = _setting(1, "Plan's week", Section.PLAN, "", 1, 104, 1)

    # The routines that stand first on their page, by id
    favourites: tuple[str, ...] = _setting((), "Favourites", Section.ROUTINES, empty="none")

    exercises: Mapping[str, ExerciseSettings] = field(default_factory=lambda: MappingProxyType({}))
    keys: KeyTable = field(default_factory=lambda: MappingProxyType({}))

    @property
    def says_words(self) -> bool:
        """Whether words are wanted, rather than tones or nothing."""
        return self.voice_on and self.verbosity not in (Verbosity.TONES, Verbosity.SILENT)

    def timings(self) -> str:
        """All that changes how long a session takes, as one text."""
        named = specs(Settings).items()
        own = [getattr(self, name) for name, (_, spec) in named if spec.section is Section.TIMING]
        return repr((own, sorted(self.exercises.items())))

    def for_exercise(self, exercise_id: str) -> ExerciseSettings:
        """The person's own dose of an exercise; all None if there is none."""
        return self.exercises.get(exercise_id, _NOTHING)

    def in_routine(self, routine_id: str) -> "Settings":
        """The same settings, with the doses for one routine in place of those for every routine.

        A field that the closer dose leaves open is as in every routine.
        """
        prefix = dose_key(routine_id, "")
        closer = {
            key.removeprefix(prefix): dose
            for key, dose in self.exercises.items()
            if key.startswith(prefix)
        }
        if not closer:
            return self
        doses = {name: _over(dose, self.for_exercise(name)) for name, dose in closer.items()}
        return replace(self, exercises=MappingProxyType({**self.exercises, **doses}))


_NOTHING = ExerciseSettings()


def dose_key(routine_id: str, exercise_id: str) -> str:
    """Under which a dose of an exercise in one routine stands in `Settings.exercises`."""
    return f"{routine_id}/{exercise_id}"


def routine_of(key: str) -> tuple[str, str]:
    """The routine ("" for every one) and the exercise that a key of `exercises` is for."""
    routine_id, _, exercise_id = key.rpartition("/")
    return routine_id, exercise_id


def _over(closer: ExerciseSettings, wider: ExerciseSettings) -> ExerciseSettings:
    given = {f.name: getattr(closer, f.name) for f in fields(closer)}
    return replace(wider, **{name: value for name, value in given.items() if value is not None})


def fields_of(section: Section) -> tuple[str, ...]:
    """The names of the fields of a section, in their order."""
    return tuple(name for name, (_, spec) in specs(Settings).items() if spec.section is section)


def values_of(settings: Settings, section: Section) -> tuple[object, ...]:
    """What is set in a section, in the order of its fields."""
    return tuple(getattr(settings, name) for name in fields_of(section))


def specs(kind: type[Settings] | type[ExerciseSettings]) -> dict[str, tuple[Field[Any], Spec]]:
    """Every settable field of a settings class by name, in their order."""
    return {f.name: (f, f.metadata["spec"]) for f in fields(kind) if "spec" in f.metadata}
