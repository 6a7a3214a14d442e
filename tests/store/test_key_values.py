"""The keys of a session in the settings file: written, read, and every mistake of a person."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glutetimer.core.keys.table import Action, assigned, with_key
from glutetimer.core.settings import Settings
from glutetimer.store.settings_file import SettingsFile
from glutetimer.store.settings_values import from_plain, to_plain
from tests.fakes import FakeClock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def file(path: Path, clock: FakeClock) -> SettingsFile:
    return SettingsFile(path, clock)


def test_keys_written_by_hand_are_read(path: Path, file: SettingsFile) -> None:
    path.write_text('[keys]\nset_done = ["page down", "Space"]\nmute = "m"\nrepeat = []\n')
    found, notices = file.load()
    assert not notices
    assert found.keys == {
        Action.SET_DONE: ("PgDown", "Space"),
        Action.MUTE: ("M",),
        Action.REPEAT: (),
    }
    assert "Space" not in assigned(found.keys)[Action.PAUSE]


def test_keys_are_kept_as_a_plain_table(path: Path, file: SettingsFile) -> None:
    file.save(Settings(keys={Action.SET_DONE: ("PgDown", "Media Next")}))
    text = path.read_text()
    assert "[keys]" in text
    assert '"PgDown"' in text
    assert file.load()[0].keys == {Action.SET_DONE: ("PgDown", "Media Next")}
    file.save(Settings())
    assert "keys" not in path.read_text()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            'set_done = ["PgDwn"]',
            '“keys.set_done” has "PgDwn", which is no key; did you mean “PgDown”?',
        ),
        ("set_done = [3]", "“keys.set_done” has 3, which is no key."),
        ("set_done = 3", "“keys.set_done” is 3, it must be a list of keys"),
        ('next = ["Esc"]', "“keys.next” has “Esc”, which always stops the session."),
        ('next = ["Ctrl+Q"]', "which quits the program."),
        ('next = ["Tab"]', "which goes from button to button."),
        ('next = ["5"]', "which answers the question about your pain."),
        (
            'mute = ["J"]\nnext = ["j"]',
            "“keys.next” has “J”, which “mute” (Sound off, or on again) has",
        ),
        ('set_dome = ["J"]', "“keys.set_dome” is not known; did you mean “set_done”?"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_cure(
    path: Path, file: SettingsFile, line: str, told: str
) -> None:
    path.write_text(f"\n[keys]\n{line}\n")
    found, notices = file.load()
    [notice] = notices
    assert told in notice.text
    assert f"Correct line {2 + len(line.splitlines())} of" in notice.cure
    wrong = {Action.SET_DONE, Action.NEXT} & set(found.keys)
    assert not wrong, "of mistakes alone nothing is made: the usual keys stay"


def test_a_table_that_is_none_is_told(path: Path, file: SettingsFile) -> None:
    path.write_text("keys = 4\n")
    found, [notice] = file.load()
    assert found.keys == {}
    assert "“keys” is 4, it must be a table." in notice.text


def test_an_action_of_a_newer_version_stays_in_the_file(path: Path, file: SettingsFile) -> None:
    path.write_text('[keys]\ndance = ["D"]\nmute = ["J"]\n')
    found, _ = file.load()
    file.save(found)
    assert "dance" in path.read_text()


changes = st.lists(
    st.tuples(
        st.sampled_from(list(Action)), st.sampled_from(["B", "Down", "Ctrl+K", "F9", "Space"])
    )
)


@given(changes)
def test_every_table_comes_back(made: list[tuple[Action, str]]) -> None:
    table = assigned({})
    for action, key in made:
        table = with_key(table, action, key)
    found, mistakes = from_plain(to_plain(Settings(keys=table), {}))
    assert not mistakes
    assert found.keys == table
