"""Settings: every field once, with its unit, default, limits and label."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from glutetimer.core.side import Side


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


class HoldCount(StrEnum):
    """Which seconds of a hold are counted aloud; the last three always are."""

    LAST_THREE = "last-three"
    TENS = "tens"
    EVERY = "every"


class Theme(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Section(StrEnum):
    """The page of the settings dialog on which a field stands."""

    TIMING = "timing"
    VOICE = "voice"
    SCREEN = "screen"
    PROGRESS = "progress"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Spec:
    """What a field allows: limits are inclusive; `empty` labels the value None.

    `unit` is "s", "%", "words/min", "sessions" or "" and never part of the stored value.
    """

    label: str
    section: Section
    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    empty: str = ""
    hint: str = ""


def _setting(default: Any, spec: Spec) -> Any:
    return field(default=default, metadata={"spec": spec})


_AS_ROUTINE = "as in the routine"
_NO_OWN = "no own value"
_TIMING = Section.TIMING


def _phase(label: str, hint: str, empty: str = _AS_ROUTINE) -> Any:
    spec = Spec(label, _TIMING, "s", 0.0, 30.0, 0.5, empty, hint)
    return _setting(None, spec)


def _rest(label: str, hint: str, empty: str = _AS_ROUTINE) -> Any:
    return _setting(None, Spec(label, _TIMING, "s", 0.0, 600.0, 5.0, empty, hint))


@dataclass(frozen=True, slots=True)
class ExerciseSettings:
    """The person's own dose of one exercise; None leaves a value as it is elsewhere.

    `instead` is the id of an easier or harder alternative that is done in its place, with the
    alternative's own settings; then the doses here rest.
    """

    sets: int | None = _setting(None, Spec("Sets", _TIMING, "", 1, 20, 1, _NO_OWN))
    reps: int | None = _setting(None, Spec("Reps or steps", _TIMING, "", 1, 100, 1, _NO_OWN))
    hold_s: float | None = _setting(None, Spec("Hold", _TIMING, "s", 1, 600, 5, _NO_OWN))
    lift_s: float | None = _phase("Lift", "", _NO_OWN)
    top_s: float | None = _phase("Top hold", "", _NO_OWN)
    lower_s: float | None = _phase("Lower", "", _NO_OWN)
    pause_s: float | None = _phase("Pause", "", _NO_OWN)
    rest_s: float | None = _rest("Rest between sets", "", _NO_OWN)
    instead: str | None = _setting(None, Spec("Do instead", _TIMING, empty="this exercise itself"))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person can set. Timings that are None are left as the routine has them.

    `exercises` maps exercise ids to the person's own dose, wherever the exercise occurs; a
    `dose_key` to one that counts in a single routine.
    """

    # Timings of every exercise
    lift_s: float | None = _phase("Lift", "Seconds of the effort phase of every rep")
    top_s: float | None = _phase("Top hold", "Seconds held at the top of every rep")
    lower_s: float | None = _phase("Lower", "Seconds of the way back")
    pause_s: float | None = _phase("Pause", "Seconds between two reps")
    hold_s: float | None = _setting(
        None, Spec("Iso hold", _TIMING, "s", 1, 600, 5, _AS_ROUTINE, "Length of every iso hold")
    )
    rest_s: float | None = _rest("Rest between sets", "")
    rest_after_s: float | None = _rest("Rest between exercises", "")
    get_ready_s: float = _setting(
        15.0, Spec("Get ready", _TIMING, "s", 3, 120, 1, "", "Before the first exercise")
    )
    switch_s: float | None = _setting(
        None, Spec("Switch sides", _TIMING, "s", 0, 120, 1, _AS_ROUTINE, "Usually 5 s")
    )
    change_s: float | None = _setting(
        None, Spec("Change position", _TIMING, "s", 0, 120, 1, _AS_ROUTINE, "Usually 10 s")
    )
    start_side: Side | None = _setting(
        None, Spec("First side", _TIMING, empty=_AS_ROUTINE, hint="Which side begins")
    )

    # Voice
    voice_on: bool = _setting(True, Spec("Speak the cues", Section.VOICE))
    voice: str = _setting(
        "",
        Spec("Voice", Section.VOICE, empty="Fits the language", hint="Empty: fits the routine's"),
    )
    voice_rate: int = _setting(
        165, Spec("Rate", Section.VOICE, "words/min", 80, 300, 5, "", "Words a minute")
    )
    voice_pitch: int = _setting(
        50, Spec("Pitch", Section.VOICE, "%", 0, 100, 5, "", "50 % is the voice's own")
    )
    voice_volume: int = _setting(90, Spec("Voice volume", Section.VOICE, "%", 0, 100, 5))
    tone_volume: int = _setting(70, Spec("Tone volume", Section.VOICE, "%", 0, 100, 5))
    verbosity: Verbosity = _setting(
        Verbosity.COACH, Spec("How much is said", Section.VOICE, hint="From coaching to silence")
    )
    rep_count: RepCount = _setting(RepCount.START, Spec("Reps are counted", Section.VOICE))
    hold_count: HoldCount = _setting(
        HoldCount.LAST_THREE, Spec("Seconds of a hold", Section.VOICE, hint="Counted aloud")
    )

    output_device: str = _setting(
        "",
        Spec("Loudspeaker", Section.VOICE, empty="As the system", hint="Where the sound comes out"),
    )

    # Screen
    theme: Theme = _setting(Theme.SYSTEM, Spec("Theme", Section.SCREEN))
    digit_size: int = _setting(
        100, Spec("Digit size", Section.SCREEN, "%", 50, 150, 10, "", "Of the big digits")
    )
    reduced_motion: bool = _setting(
        False, Spec("Reduced motion", Section.SCREEN, hint="No sweeping ring, still pictures")
    )

    # Progress
    weekly_goal: int = _setting(
        3, Spec("Weekly goal", Section.PROGRESS, "sessions", 1, 14, 1, "", "Sessions a week")
    )
    ask_pain_before: bool = _setting(
        True,
        Spec("Ask for pain before", Section.PROGRESS, hint="While you get ready; one key answers"),
    )
    ask_morning: bool = _setting(
        False,
        Spec("Ask the next morning", Section.PROGRESS, hint="How your back is, at the next start"),
    )

    # Safety
    safety_read: bool = _setting(False, Spec("Safety text read", Section.SAFETY))

    exercises: Mapping[str, ExerciseSettings] = field(default_factory=lambda: MappingProxyType({}))

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


def specs(kind: type[Settings] | type[ExerciseSettings]) -> dict[str, tuple[Field[Any], Spec]]:
    """Every settable field of a settings class by name, in their order."""
    return {f.name: (f, f.metadata["spec"]) for f in fields(kind) if "spec" in f.metadata}
