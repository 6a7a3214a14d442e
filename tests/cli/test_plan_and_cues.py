"""The timeline and the cue sheet in print."""

import json
from argparse import Namespace
from pathlib import Path

import pytest

from glutetimer.cli import cues as cues_command
from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd, SessionStart
from glutetimer.core.routine import Routine
from glutetimer.core.settings import Settings, Verbosity
from glutetimer.store.history import History
from tests.cli.conftest import Run
from tests.cli.test_history import BEGUN, ENDED, a_set
from tests.fakes import FakeClock

STEP_KEYS = {"at_s", "duration_s", "kind", "entry", "exercise", "round", "set", "rep", "side"}
CUE_KEYS = {"at_s", "duration_s", "kind", "text", "priority", "step"}


def test_a_plan_as_json(run: Run) -> None:
    answer = run("plan", "first-session", "--json")
    plan = json.loads(answer.out)

    assert set(plan) == {"routine", "dose", "total_s", "steps"}
    assert plan["routine"] == "first-session"
    assert all(set(step) == STEP_KEYS for step in plan["steps"])
    assert sum(step["duration_s"] for step in plan["steps"]) == plan["total_s"]
    first, second = plan["steps"][:2]
    assert first["kind"] == "get_ready"
    assert (first["rep"], first["side"], first["round"]) == (None, None, None)
    assert second["at_s"] == first["duration_s"]
    assert [step["entry"] for step in plan["steps"]] == sorted(s["entry"] for s in plan["steps"])
    assert (second["entry"], second["exercise"]) == (0, "glute-bridge")
    assert (second["exercise"], second["set"], second["rep"]) == ("glute-bridge", 1, 1)
    assert {step["side"] for step in plan["steps"]} == {None, "left", "right"}


def test_open_ended_steps_have_no_duration_and_rounds_only_circuits(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'format = 1\ntitle = "Mine"\n'
        '[[exercise]]\nuse = "glute-bridge"\nsets = 1\nreps = "open"\n'
        'tempo = { lift = "1s", top = "1s", lower = "1s", pause = "1s" }\nrest_after = "20s"\n'
        '[[exercise]]\nuse = "squat"\nsets = 1\nreps = 2\ncircuit = "A"\n'
        '[[exercise]]\nuse = "clam-shell"\nsets = 1\nreps = 2\ncircuit = "A"\n'
        '[circuits.A]\nrounds = 2\nrest = "30s"\n'
    )

    steps = json.loads(run("plan", str(path), "--json").out)["steps"]

    assert [step["kind"] for step in steps[:3]] == ["get_ready", "open_reps", "rest"]
    assert steps[1]["duration_s"] is None
    assert steps[2]["at_s"] == steps[1]["at_s"] + 12 * 4
    assert steps[1]["round"] is None
    assert {step["round"] for step in steps[2:]} == {1, 2}


def test_a_plan_as_a_table(run: Run) -> None:
    lines = run("plan", "desk-squeeze").out.splitlines()

    assert lines[0].startswith("Desk squeeze: ")
    assert lines[2].split()[:3] == ["at", "for", "phase"]
    assert "GET READY" in lines[3]
    assert all(line.isascii() for line in lines)


def test_a_plan_of_today_says_what_changes(run: Run) -> None:
    lines = run("plan", "first-session", "--minutes", "5").out.splitlines()

    assert lines[:3] == [
        "First session: 5 min, 6 sets",
        "Today 5 min instead of 8 min.",
        "Glute bridge: 2 x 8 -> 1 x 6 reps (below the routine's 2 x 8 reps)",
    ]
    assert lines[8].split()[:3] == ["at", "for", "phase"]
    assert not run("plan", "first-session", "--dose", "normal").out.splitlines()[1]


@pytest.mark.parametrize("words", [("--dose", "gentle"), ("--minutes", "6")])
def test_every_command_takes_the_dose_of_today(run: Run, words: tuple[str, ...]) -> None:
    plan = json.loads(run("plan", "first-session", "--json", *words).out)
    usual = json.loads(run("plan", "first-session", "--json").out)
    tones = ("--verbosity", "tones", "--json")
    cues = json.loads(run("cues", "first-session", *tones, *words).out)["cues"]

    assert (plan["dose"], usual["dose"]) == (
        words[1] + " min" * (words[0] == "--minutes"),
        "normal",
    )
    assert plan["total_s"] <= 360 < usual["total_s"]
    assert cues[-1]["at_s"] <= plan["total_s"]


def test_a_setting_that_cannot_be_followed_is_said(run: Run, own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "settings.toml").write_text('[exercises.glute-bridge]\ninstead = "gone"\n')
    answer = run("plan", "first-session")

    assert answer.status == 0
    assert "“gone”" in answer.err
    assert "Glute bridge" in answer.out
    (own_home / "settings.toml").write_text(
        '[exercises.glute-bridge]\ninstead = "single-leg-bridge"\n'
    )
    answer = run("plan", "first-session")
    assert answer.err == ""
    assert "Single-leg bridge" in answer.out
    assert "Glute bridge" not in answer.out


def test_a_cue_sheet_as_json(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues_command, "clip_lengths_s", no_clips)
    answer = run("cues", "first-session", "--json")
    sheet = json.loads(answer.out)

    assert set(sheet) == {"routine", "cues"}
    assert sheet["routine"] == "first-session"
    assert sheet["cues"]
    assert all(set(cue) == CUE_KEYS for cue in sheet["cues"])
    times = [cue["at_s"] for cue in sheet["cues"]]
    assert times == sorted(times)
    assert {"count", "countdown", "begin"} <= {cue["kind"] for cue in sheet["cues"]}
    assert "all lengths are estimated" in answer.err


def test_an_open_ended_step_is_printed_as_long_as_it_typically_takes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cues_command, "clip_lengths_s", no_clips)
    path = tmp_path / "mine.toml"
    path.write_text(
        'format = 1\ntitle = "Mine"\n'
        '[[exercise]]\nuse = "glute-bridge"\nsets = 2\nreps = "open"\nrest = "20s"\n'
    )

    steps = json.loads(run("plan", str(path), "--json").out)["steps"]
    cues = json.loads(run("cues", str(path), "--json").out)["cues"]

    times = [cue["at_s"] for cue in cues]
    assert times == sorted(times)
    ends = [step["at_s"] for step in steps[1:]]
    within = [cue for cue in cues if cue["step"] < len(ends)]
    assert all(cue["at_s"] + cue["duration_s"] <= ends[cue["step"]] + 1e-3 for cue in within)
    assert sum(cue["kind"] == "count" for cue in within) >= 10


def test_it_is_said_how_many_lengths_are_exact(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def all_but_one(
        data_dir: str | None, routine: Routine, texts: list[str], *_: object
    ) -> dict[str, float]:
        return dict.fromkeys(texts[1:], 0.5)

    monkeypatch.setattr(cues_command, "clip_lengths_s", all_but_one)

    assert "Lengths of 1 of " in run("cues", "first-session").err


def test_clips_are_made_even_if_the_voice_is_off_in_the_settings(
    run: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Settings] = []

    def remember(
        data_dir: str | None, routine: Routine, texts: list[str], settings: Settings, wait_s: float
    ) -> None:
        asked.append(settings)
        raise Trouble("Enough")

    own_home.mkdir()
    (own_home / "settings.toml").write_text("voice_on = false\n")
    monkeypatch.setattr(cues_command, "clip_lengths_s", remember)
    run("cues", "desk-squeeze", "--verbosity", "brief")

    assert [(wish.voice_on, wish.verbosity) for wish in asked] == [(True, Verbosity.BRIEF)]


def test_tones_need_no_clips(run: Run) -> None:
    answer = run("cues", "desk-squeeze", "--verbosity", "tones")

    assert answer.status == 0
    assert answer.err == ""
    assert "[tone]" in answer.out


def test_silence_is_an_empty_sheet(run: Run) -> None:
    assert run("cues", "desk-squeeze", "--verbosity", "silent").out == "Nothing is said.\n"


@pytest.mark.parametrize(
    ("word", "settings", "expected"),
    [
        (None, Settings(), Verbosity.COACH),
        ("brief", Settings(), Verbosity.BRIEF),
        (None, Settings(voice_on=False), Verbosity.TONES),
        (None, Settings(voice_on=False, verbosity=Verbosity.SILENT), Verbosity.SILENT),
    ],
)
def test_the_verbosity_is_that_of_the_word_or_the_settings(
    word: str | None, settings: Settings, expected: Verbosity
) -> None:
    given = Namespace(verbosity=word, session=1)
    assert cues_command.chosen_style(given, settings, "any").verbosity is expected


def test_the_cues_follow_how_often_the_history_has_the_routine(
    run: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cues_command, "clip_lengths_s", no_clips)

    def cues(*more: str) -> str:
        return run("cues", "first-session", *more).out

    first = cues()
    assert not (own_home / "history.db").exists()
    assert first == cues("--session", "1")
    history = History(own_home / "history.db", FakeClock())
    for _ in range(2):
        number = history.begin(SessionStart("first-session", "First", BEGUN, 600.0, 3))
        history.add_set(number, a_set())
        history.finish(number, SessionEnd.FINISHED, ENDED, 590.0)
    history.close()
    assert cues() == cues("--session", "3") != first
    assert cues("--session", "1") == first


def test_sessions_are_counted_from_1(run: Run) -> None:
    answer = run("cues", "first-session", "--session", "0")
    assert answer.status == 2
    assert "sessions are counted from 1" in answer.err


def no_clips(*_: object) -> dict[str, float]:
    return {}
