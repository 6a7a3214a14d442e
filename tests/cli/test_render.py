"""A session as a sound file, from the command line."""

import json
import signal
from pathlib import Path

import pytest

from glutetimer import app
from glutetimer.audio.clip_collector import collect
from glutetimer.audio.clips import RATE_HZ, frames, scaled, silence
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.render import STILL_S, Renderer
from glutetimer.audio.speech import speeches
from glutetimer.audio.tones import tone
from glutetimer.core.cues.sheet import TONE_LENGTHS_S, CueKind
from glutetimer.core.ports.rendering import (
    RenderedFile,
    RenderOrder,
    SessionRenderer,
)
from glutetimer.core.session.preparing import DONE_WORDS
from glutetimer.core.settings import Settings
from glutetimer.core.watch import Watch
from glutetimer.folders import Folders
from tests.audio.sound_files import read_wav
from tests.cli.conftest import Run

OPEN = """\
format = 1
title = "Open"
[[exercise]]
use = "glute-bridge"
sets = 2
reps = "open"
"""
SETTINGS = Settings()


@pytest.mark.parametrize(
    ("settings", "words"), [("", ()), ("voice_on = false\n", ("--verbosity", "counts"))]
)
def test_the_file_is_what_cues_say_sample_by_sample(
    run: Run, own_home: Path, tmp_path: Path, settings: str, words: tuple[str, ...]
) -> None:
    own_home.mkdir()
    (own_home / "settings.toml").write_text(settings)
    path = tmp_path / "desk.wav"
    answer = run("render", "desk-squeeze", "-o", str(path), *words)
    assert (answer.status, answer.err) == (0, "")
    sheet = json.loads(run("cues", "desk-squeeze", "--json", *words).out)["cues"]
    plan = json.loads(run("plan", "desk-squeeze", "--json").out)

    spoken = (*{cue["text"]: None for cue in sheet}, DONE_WORDS)
    folder = own_home / "cache" / "clips"
    said = speeches(spoken, SETTINGS, "en")
    clips = collect(said, folder, NoticeBox(), lambda share: None)
    volume = SETTINGS.voice_volume
    expected = silence(frames(plan["total_s"] + STILL_S))
    expected += scaled(clips[DONE_WORDS], volume) + silence(frames(STILL_S))
    for cue in sheet:
        samples = scaled(clips[cue["text"]], volume)
        if round(cue["duration_s"], 6) == TONE_LENGTHS_S.get(cue["kind"]):
            beep = tone(CueKind(cue["kind"]))
            assert beep is not None
            samples = scaled(beep, SETTINGS.tone_volume)
        assert len(samples) == round(cue["duration_s"] * RATE_HZ)
        first = round(cue["at_s"] * RATE_HZ)
        expected[first : first + len(samples)] = samples
    assert read_wav(path) == expected


def test_it_says_what_was_made(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "walk.ogg"
    answer = run("render", "desk-squeeze", "-o", str(path), "--verbosity", "tones")

    assert (answer.status, answer.err) == (0, "")
    [line] = answer.out.splitlines()
    assert line.startswith(f"{path}: ")
    assert "chapters, " in line
    assert line.endswith(" MB")


def test_open_ended_sets_are_told(run: Run, tmp_path: Path) -> None:
    routine = tmp_path / "open.toml"
    routine.write_text(OPEN)
    path = tmp_path / "open.wav"
    answer = run("render", str(routine), "-o", str(path), "--verbosity", "tones")

    assert "2 sets have no fixed end" in answer.out
    assert "2 chapters" in answer.out


def test_without_a_voice_it_beeps_and_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mute(places: Folders) -> SessionRenderer:
        return Renderer(places.clips, worker_command=("/nowhere/at/all",))

    monkeypatch.setattr(app, "make_renderer", mute)
    answer = run("render", "desk-squeeze", "-o", str(tmp_path / "desk.wav"))

    assert answer.status == 0
    assert "No speech engine could be started" in answer.err
    assert "the file has tones only" in answer.err
    assert any(read_wav(tmp_path / "desk.wav")[: 2 * RATE_HZ])


def test_an_old_file_is_replaced_by_force_only(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "desk.wav"
    path.write_bytes(b"old")
    words = ("render", "desk-squeeze", "-o", str(path), "--verbosity", "tones")

    answer = run(*words)
    assert answer.status == 1
    assert "--force" in answer.err
    assert path.read_bytes() == b"old"
    assert run(*words, "--force").status == 0
    assert len(read_wav(path)) > RATE_HZ


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("desk-squeeze",), 2, "-o/--output"),
        (("desk-squeeze", "-o", "desk.aac"), 1, ".mp3, .ogg, .flac or .wav"),
        (("desk-squeeze", "-o", "nowhere/desk.mp3"), 1, "There is no such folder"),
        (("desk-squeeze", "-o", "desk.wav", "--verbosity", "silent"), 2, "invalid choice"),
        (("no-such-routine", "-o", "desk.wav"), 1, "no-such-routine"),
    ],
)
def test_mistakes_are_named(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = run("render", *words)

    assert answer.status == status
    assert said in answer.err
    assert list(tmp_path.iterdir()) == []


def test_silence_in_the_settings_is_no_file(run: Run, own_home: Path, tmp_path: Path) -> None:
    own_home.mkdir()
    (own_home / "settings.toml").write_text('verbosity = "silent"\n')
    answer = run("render", "desk-squeeze", "-o", str(tmp_path / "desk.wav"))

    assert answer.status == 1
    assert "--verbosity" in answer.err


def test_words_that_are_asked_for_are_spoken_though_the_voice_is_off(
    run: Run, own_home: Path, tmp_path: Path
) -> None:
    own_home.mkdir()
    (own_home / "settings.toml").write_text("voice_on = false\n")
    sizes: list[int] = []
    for verbosity in ((), ("--verbosity", "coach")):
        path = tmp_path / f"desk{len(sizes)}.wav"
        assert run("render", "desk-squeeze", "-o", str(path), *verbosity).status == 0
        sizes.append(sum(map(bool, read_wav(path))))
    assert sizes[1] > 2 * sizes[0]


class Interrupted:
    """A renderer during which somebody presses Ctrl+C."""

    def __init__(self, inner: SessionRenderer, from_share: float) -> None:
        self._inner = inner
        self._from_share = from_share

    def render(self, order: RenderOrder, watch: Watch) -> RenderedFile:
        asked: list[float] = []

        def pressing(share: float) -> None:
            asked.append(share)
            if sum(one >= self._from_share for one in asked) == 3:
                signal.raise_signal(signal.SIGINT)
            watch(share)

        return self._inner.render(order, pressing)


@pytest.mark.parametrize("from_share", [0.0, 0.5], ids=["voice", "file"])
def test_ctrl_c_leaves_nothing_half_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_share: float
) -> None:
    make = app.make_renderer
    monkeypatch.setattr(app, "make_renderer", lambda places: Interrupted(make(places), from_share))
    answer = run("render", "desk-squeeze", "-o", str(tmp_path / "desk.mp3"))

    assert answer.status == 130
    assert answer.err == "Stopped; no file was made.\n"
    assert list(tmp_path.iterdir()) == []
