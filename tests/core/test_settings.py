"""Doses for every routine, and those for one."""

from glutetimer.core.settings import ExerciseSettings, Settings, dose_key, routine_of


def test_a_dose_for_one_routine_is_closer_than_that_for_all() -> None:
    key = dose_key("mine", "squat")
    settings = Settings(
        exercises={
            key: ExerciseSettings(reps=9),
            "squat": ExerciseSettings(reps=12, rest_s=20.0),
            "clam-shell": ExerciseSettings(sets=2),
        }
    )

    mine = settings.in_routine("mine")

    assert mine.for_exercise("squat") == ExerciseSettings(reps=9, rest_s=20.0)
    assert mine.for_exercise("clam-shell") == ExerciseSettings(sets=2)
    assert mine.in_routine("mine") == mine
    assert settings.in_routine("another") is settings
    assert settings.for_exercise("squat").reps == 12


def test_a_key_tells_its_routine() -> None:
    assert routine_of(dose_key("mine", "squat")) == ("mine", "squat")
    assert routine_of("squat") == ("", "squat")
