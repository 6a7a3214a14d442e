"""The settings file: any setting, any mistake of a person, any accident."""

import errno
import os
from collections.abc import Callable
from dataclasses import Field, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glutetimer.core.errors import Trouble
from glutetimer.core.ports.settings import SettingsStore
from glutetimer.core.settings import ExerciseSettings, Settings, Spec, specs
from glutetimer.core.theme import Theme
from glutetimer.store.settings_file import SettingsFile
from tests.fakes import FakeClock

FROM = datetime(1971, 1, 2, tzinfo=UTC)
KINDS = (Settings, ExerciseSettings)
EVERY = [
    pytest.param(kind, field, spec, id=f"{kind.__name__}.{name}")
    for kind in KINDS
    for name, (field, spec) in specs(kind).items()
]
Kind = type[Settings] | type[ExerciseSettings]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.toml"


@pytest.fixture
def file(path: Path, clock: FakeClock) -> SettingsFile:
    return SettingsFile(path, clock)


def types_of(field: Field[Any]) -> tuple[type, ...]:
    if get_origin(field.type) is tuple:
        return (tuple,)
    kinds: tuple[type, ...] = get_args(field.type) or (field.type,)
    return kinds


def allowed(field: Field[Any], spec: Spec) -> st.SearchStrategy[Any]:
    """Return every value that a field allows."""
    values: list[st.SearchStrategy[Any]] = []
    for kind in types_of(field):
        if kind is float:
            values.append(st.floats(spec.low, spec.high))
        elif kind is int:
            values.append(st.integers(int(spec.low), int(spec.high)))
        elif kind is tuple and issubclass(member := get_args(field.type)[0], StrEnum):
            some = st.sets(st.sampled_from(list(member)))
            values.append(some.map(lambda chosen: tuple(m for m in member if m in chosen)))
        elif kind is time:
            values.append(st.integers(0, 24 * 60 - 1).map(lambda m: time(m // 60, m % 60)))
        elif kind is tuple:
            values.append(st.lists(st.text(), max_size=3, unique=True).map(tuple))
        elif kind is datetime:
            values.append(st.integers(0, 10**11).map(lambda s: FROM + timedelta(seconds=s)))
        elif issubclass(kind, StrEnum):
            values.append(st.sampled_from(list(kind)))
        else:
            values.append(st.from_type(kind))
    return st.one_of(values)


def built(kind: Kind, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{n: allowed(*pair) for n, pair in specs(kind).items()}, **more)


doses = st.dictionaries(st.text(), built(ExerciseSettings), max_size=3)
every_settings = built(Settings, exercises=doses.map(MappingProxyType))


def placed(kind: Kind, line: str) -> str:
    return line if kind is Settings else f"[exercises.squat]\n{line}"


def value_of(found: Settings, kind: Kind, name: str) -> object:
    return getattr(found if kind is Settings else found.for_exercise("squat"), name)


def test_it_is_what_the_core_asks_for(file: SettingsFile) -> None:
    store: SettingsStore = file
    assert store.load() == (Settings(), ())


# Every setting, whichever there will be


@pytest.mark.parametrize(("kind", "field", "spec"), EVERY)
def test_the_default_is_allowed_and_none_only_as_default(
    kind: Kind, field: Field[Any], spec: Spec
) -> None:
    # The file has no word for None: a key that is missing means the default.
    assert (type(None) in types_of(field)) == (field.default is None)
    assert (field.default in (None, "", ())) == bool(spec.empty)
    if set(types_of(field)) & {int, float}:
        assert spec.low < spec.high
        default: Any = field.default
        assert default is None or spec.low <= default <= spec.high
    assert type(field.default) in types_of(field)
    assert spec.label


@pytest.mark.parametrize(("kind", "field", "spec"), EVERY)
def test_a_wrong_value_is_named_and_only_that_is_lost(
    file: SettingsFile, path: Path, kind: Kind, field: Field[Any], spec: Spec
) -> None:
    path.parent.mkdir()
    bad = ["{ a = 1 }", "[1]", "2020-01-01", '"nonsense"', "nan", "-inf"]
    if str in types_of(field):
        bad.remove('"nonsense"')
    if datetime in types_of(field):  # without its place, or at no time that every place knows
        bad += ["2026-03-20T18:00:00", "18:00:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]
    if set(types_of(field)) & {int, float}:
        bad += [str(spec.low - 1), str(spec.high + 1), "true", "1e300", "9" * 400]
    for text in bad:
        other = "voice_volume = 35\n" if field.name != "voice_volume" else ""
        path.write_text(f"{other}{placed(kind, f'{field.name} = {text}')}\n")
        found, notices = file.load()
        assert value_of(found, kind, field.name) == field.default
        assert len(notices) == 1, text
        for part in (field.name, spec.label):
            assert part in notices[0].text
        assert str(path) in notices[0].cure
        if spec.high:
            assert f"from {spec.low:g} to {spec.high:g}" in notices[0].text
        assert not other or found.voice_volume == 35


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(every_settings)
def test_all_settings_come_back_as_they_were(file: SettingsFile, wanted: Settings) -> None:
    file.save(wanted)
    found, notices = file.load()
    assert notices == ()
    for kind, one, other in (
        (Settings, found, wanted),
        *(
            (ExerciseSettings, found.for_exercise(name), wanted.for_exercise(name))
            for name in wanted.exercises
        ),
    ):
        for name, (field, _) in specs(kind).items():
            value = getattr(one, name)
            assert value == getattr(other, name)
            assert type(value) in types_of(field)


# What is written


def test_only_what_differs_is_written(file: SettingsFile, path: Path) -> None:
    dose = MappingProxyType({"squat": ExerciseSettings(sets=4), "bird-dog": ExerciseSettings()})
    file.save(Settings(theme=Theme.DARK, lift_s=2, exercises=dose))
    lines = [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    assert lines == ["lift_s = 2.0", 'theme = "dark"', "[exercises.squat]", "sets = 4"]
    file.save(Settings())
    assert all(line[:1] in {"", "#"} for line in path.read_text("utf-8").splitlines())


def test_what_a_newer_version_wrote_is_kept(file: SettingsFile, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(
        "digit_size = 120\nhologram = true\n"
        "[exercises.squat]\nsets = 2\nmood = 'good'\n[cloud]\na = 1\n"
    )
    found, notices = file.load()
    assert [notice.text.split("”")[0] for notice in notices] == [
        "The setting “hologram",
        "The setting “cloud",
        "The setting “exercises.squat.mood",
    ]
    assert all("It stays in the file" in notice.text for notice in notices)
    file.save(replace(found, digit_size=100, exercises=MappingProxyType({})))
    import tomllib

    assert tomllib.loads(path.read_text("utf-8")) == {
        "hologram": True,
        "cloud": {"a": 1},
        "exercises": {"squat": {"mood": "good"}},
    }


def test_saving_leaves_no_other_file_and_follows_a_link(
    path: Path, tmp_path: Path, clock: FakeClock
) -> None:
    path.parent.mkdir()
    real = tmp_path / "dotfiles.toml"
    real.write_text("")
    try:
        path.symlink_to(real)
    except OSError:
        pytest.skip("this system makes no links")
    SettingsFile(path, clock).save(Settings(voice_rate=200))
    assert path.is_symlink()
    assert "voice_rate = 200" in real.read_text()
    assert {file.name for file in path.parent.iterdir()} == {path.name, f".{path.name}.lock"}


def test_a_folder_that_cannot_be_written_is_trouble(path: Path, clock: FakeClock) -> None:
    path.parent.write_text("mine")
    with pytest.raises(Trouble, match="could not be saved") as caught:
        SettingsFile(path, clock).save(Settings())
    assert caught.value.where == str(path)
    assert path.parent.read_text() == "mine"


def test_half_a_character_is_trouble_and_the_old_file_stays(file: SettingsFile, path: Path) -> None:
    file.save(Settings(voice_rate=200))
    before = path.read_bytes()
    with pytest.raises(Trouble, match="half a character"):
        file.save(Settings(voice="\ud83d"))
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} == {path.name, f".{path.name}.lock"}


GIANT = "0x" + "f" * 5000
"""A number that Python reads but refuses to write out."""


@pytest.mark.parametrize("place", ["future = {}", "voice_rate = {}", "[cloud]\na = [[{}]]"])
def test_a_number_of_thousands_of_digits_harms_nothing(
    file: SettingsFile, path: Path, place: str
) -> None:
    path.parent.mkdir()
    path.write_text("voice_volume = 35\n" + place.format(GIANT))
    found, (notice,) = file.load()
    assert found == Settings(voice_volume=35)
    assert f"line 2 of {path}" in notice.cure
    assert len(notice.text) < 200
    file.save(replace(found, digit_size=120))
    assert file.load()[0] == Settings(voice_volume=35, digit_size=120)
    assert (GIANT in path.read_text()) == ("voice_rate" not in place)


def test_a_misspelt_key_is_named_with_its_line_and_the_nearest(
    file: SettingsFile, path: Path
) -> None:
    path.parent.mkdir()
    path.write_text("# mine\nvoice_rat = 200\n[exercises.squat]\n\nset = 3\n")
    found, (first, second) = file.load()
    assert found == Settings(exercises=MappingProxyType({"squat": ExerciseSettings()}))
    assert "“voice_rat” is not known; did you mean “voice_rate”?" in first.text
    assert first.cure == f"Correct line 2 of {path}."
    assert "“exercises.squat.set” is not known; did you mean “sets”?" in second.text
    assert second.cure == f"Correct line 5 of {path}."


def test_a_file_of_nothing_but_mistakes_is_told_of_quickly(file: SettingsFile, path: Path) -> None:
    path.parent.mkdir()
    path.write_text("".join(f"voice_rat{number} = 1\n" for number in range(12_000)))
    _, notices = file.load()
    assert len(notices) == 21
    assert notices[-1].text == f"There are 11,980 more mistakes in {path}."


def test_what_cannot_be_written_again_is_kept_aside(file: SettingsFile, path: Path) -> None:
    """Every table takes a line more as it is written, and the whole is too long to be read."""
    path.parent.mkdir()
    strange = "voice_rate = 200\n" + "[[a]]\n" * 40_000
    path.write_text(strange)
    settings = file.load()[0]
    file.save(replace(settings, digit_size=120))
    assert file.load() == (Settings(voice_rate=200, digit_size=120), ())
    (kept,) = path.parent.glob("settings.broken-*.toml")
    assert kept.read_text() == strange


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_its_place_is_not_waited_for(file: SettingsFile, path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    found, (notice,) = file.load()
    assert found == Settings()
    assert "cannot be read: it is not an ordinary file" in notice.text
    with pytest.raises(Trouble, match="ordinary file"):
        file.save(Settings(voice_rate=200))


# Broken files

BROKEN = {
    "not TOML": b"theme = dark",
    "not TOML at all": b"\x00\x01\x02",
    "not UTF-8": b'voice = "\xff\xfe"',
    "larger than": b"# more\n" * 200_000,
    "line 1: brackets or keys are nested": b"a = " + b"[" * 3000,
    "line 2: brackets or keys are nested": b"\n" + b"a." * 50_000 + b"a = 1",
    "line 3: a number has too many digits": b"\n\na = " + b"9" * 5000,
}


@pytest.mark.parametrize(("why", "data"), BROKEN.items())
@pytest.mark.parametrize("call", [lambda file: file.load(), lambda file: file.save(Settings())])
def test_a_broken_file_is_kept_under_another_name(
    file: SettingsFile, path: Path, why: str, data: bytes, call: Callable[[SettingsFile], object]
) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    result = call(file)
    kept = path.with_name("settings.broken-20260105T073000Z.toml")
    assert kept.read_bytes() == data
    if isinstance(result, tuple):
        found, (notice,) = result
        assert found == Settings()
        assert why.removesuffix(" at all") in notice.text
        assert str(kept) in notice.cure
    assert file.load() == (Settings(), ())


def test_a_folder_in_its_place_is_named_and_left_alone(file: SettingsFile, path: Path) -> None:
    path.mkdir(parents=True)
    found, (notice,) = file.load()
    assert found == Settings()
    assert "cannot be read" in notice.text
    with pytest.raises(Trouble):
        file.save(Settings())
    assert path.is_dir()


@pytest.mark.parametrize("text", ["exercises = 3", "exercises = { squat = 3 }"])
def test_what_must_be_a_table_is_named(file: SettingsFile, path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(f"voice_rate = 200\n{text}\n")
    found, (notice,) = file.load()
    assert found == Settings(voice_rate=200)
    assert "must be a table" in notice.text
    file.save(found)
    assert file.load() == (found, ())


def test_a_mark_that_an_editor_puts_first_does_no_harm(file: SettingsFile, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbfvoice_rate = 200\r\n")
    assert file.load() == (Settings(voice_rate=200), ())


# Two windows


def test_what_another_process_has_changed_stays(path: Path, clock: FakeClock) -> None:
    one, two = (SettingsFile(path, clock) for _ in range(2))
    (mine, _), (yours, _) = one.load(), two.load()
    mine = replace(mine, voice_rate=150)
    one.save(mine)
    yours = replace(yours, exercises={"squat": ExerciseSettings(reps=5)}, weekly_goal=4)
    two.save(yours)
    mine = replace(mine, exercises={"squat": ExerciseSettings(sets=2)})
    one.save(mine)
    expected = Settings(
        voice_rate=150, weekly_goal=4, exercises={"squat": ExerciseSettings(sets=2, reps=5)}
    )
    assert SettingsFile(path, clock).load() == (expected, ())
    two.save(replace(yours, exercises={}))  # takes its own back, no more
    settings, _ = SettingsFile(path, clock).load()
    assert settings.exercises == {"squat": ExerciseSettings(sets=2)}


def test_reading_once_more_does_not_make_the_others_changes_ours(
    path: Path, clock: FakeClock
) -> None:
    one, two = (SettingsFile(path, clock) for _ in range(2))
    (mine, _), (yours, _) = one.load(), two.load()
    two.save(replace(yours, weekly_goal=4))
    one.load()  # a dialog looks a value up
    one.save(replace(mine, voice_rate=150))
    settings, _ = two.load()
    assert (settings.weekly_goal, settings.voice_rate) == (4, 150)


def test_a_process_that_hangs_does_not_keep_settings_from_being_saved(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: object, place: int) -> None:
        raise BlockingIOError(errno.EAGAIN, "taken")

    monkeypatch.setattr("glutetimer.store.locking.lock", refuse)
    monkeypatch.setattr("glutetimer.store.settings_file._PATIENCE_S", 0.01)
    SettingsFile(path, clock).save(Settings(voice_rate=150))
    assert SettingsFile(path, clock).load()[0].voice_rate == 150
