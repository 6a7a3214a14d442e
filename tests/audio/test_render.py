"""A session in a file: every cue whole, at its sample, and nothing else."""

import sys
from array import array
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from glutetimer.audio.clip_collector import collect
from glutetimer.audio.clips import RATE_HZ, Samples, frames, scaled, seconds, silence
from glutetimer.audio.notices import NoticeBox
from glutetimer.audio.render import STILL_S, Renderer, frame_of, heard_cues
from glutetimer.audio.speech import VoiceLimits, speeches
from glutetimer.audio.tones import tone
from glutetimer.core.cues.placing import cue_sheet, estimated_length_s, texts
from glutetimer.core.cues.sheet import CueKind, CueSheet, CueStyle
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Hold, OpenHold, OpenReps, Reps, Sides
from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.ports.rendering import RenderedFile, RenderOrder, SessionRenderer
from glutetimer.core.routine import Routine
from glutetimer.core.session.preparing import DONE_WORDS
from glutetimer.core.settings import Settings, Verbosity
from tests.audio import sound_meter
from tests.audio.sound_files import read_wav
from tests.core.builders import entry, exercise, plan, routine, routines

SETTINGS = Settings(voice_volume=80, tone_volume=50)
SHORT = routine(
    entry(Reps(3, 3), sides=Sides.EACH),
    entry(Hold(25.0), what=exercise("Plank")),
    entry(OpenReps()),
)


@pytest.fixture(scope="module")
def clip_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clips that are made once for all tests."""
    return tmp_path_factory.mktemp("clips")


def go_on(share: float) -> None:
    pass


class _Stopped(Exception):
    pass


def order(path: Path, some: Routine = SHORT, verbosity: Verbosity = Verbosity.COACH) -> RenderOrder:
    return RenderOrder(plan(some), CueStyle(verbosity), SETTINGS, str(path))


def rendered(renderer: SessionRenderer, wanted: RenderOrder) -> RenderedFile:
    return renderer.render(wanted, go_on)


def clips_of(folder: Path, wanted: RenderOrder) -> Mapping[str, Samples]:
    spoken = (*texts(wanted.timeline, wanted.style), DONE_WORDS)
    clips = collect(speeches(spoken, SETTINGS, "en"), folder, NoticeBox(), go_on)
    assert set(clips) == set(spoken)
    return clips


def toned(kind: CueKind) -> Samples:
    samples = tone(kind)
    assert samples is not None
    return samples


def as_on_the_sheet(
    timeline: Timeline, sheet: CueSheet, clips: Mapping[str, Samples], last_words: Samples
) -> Samples:
    """The file as it has to be, put together by hand."""
    end = frames(timeline.total_s) + frames(STILL_S)
    expected = silence(end) + last_words + silence(frames(STILL_S))
    for cue in sheet.cues:
        if cue.offset_s + cue.duration_s > timeline.typical_s(timeline.steps[cue.step]):
            continue
        first = round(round(cue.session_s, 6) * RATE_HZ)
        samples = scaled(toned(cue.kind), 50) if cue.is_tone else scaled(clips[cue.text], 80)
        assert len(samples) == round(cue.duration_s * RATE_HZ)
        expected[first : first + len(samples)] = samples
    return expected


@pytest.mark.parametrize("verbosity", [Verbosity.COACH, Verbosity.COUNTS])
def test_every_sample_is_that_of_the_sheet(
    tmp_path: Path, clip_dir: Path, verbosity: Verbosity
) -> None:
    wanted = order(tmp_path / "session.wav", verbosity=verbosity)
    done = rendered(Renderer(clip_dir), wanted)

    clips = clips_of(clip_dir, wanted)
    lengths_s = {text: seconds(samples) for text, samples in clips.items()}
    sheet = cue_sheet(wanted.timeline, wanted.style, lengths_s.get)
    last_words = scaled(clips[DONE_WORDS], 80)
    expected = as_on_the_sheet(wanted.timeline, sheet, clips, last_words)
    assert read_wav(tmp_path / "session.wav") == expected
    assert (done.lacking, done.notices) == (0, ())
    assert done.texts == len(clips)
    assert done.duration_s == len(expected) / RATE_HZ


def test_all_cues_of_a_file_are_equally_loud(tmp_path: Path, clip_dir: Path) -> None:
    """Measured in the file, with another meter, at the volumes that a person begins with."""
    levels: dict[str, float] = {}
    for verbosity in (Verbosity.COACH, Verbosity.TONES):
        path = tmp_path / f"{verbosity.value}.wav"
        wanted = replace(order(path, verbosity=verbosity), settings=Settings())
        rendered(Renderer(clip_dir), wanted)
        heard = read_wav(path)
        lengths_s = {text: seconds(clip) for text, clip in clips_of(clip_dir, order(path)).items()}
        sheet = cue_sheet(wanted.timeline, wanted.style, lengths_s.get)
        for cue in heard_cues(wanted.timeline, sheet):
            name = cue.kind.value if cue.is_tone else cue.text
            if name not in levels:
                sound = heard[frame_of(cue) : frame_of(cue) + frames(cue.duration_s)]
                levels[name] = sound_meter.lufs(sound)
                assert sound_meter.true_peak_dbtp(sound) < -1.0, name
    assert len(levels) > 25
    assert {"begin", "count"} < set(levels)
    assert max(levels.values()) - min(levels.values()) < 1.0, levels


def test_tones_need_no_voice(tmp_path: Path) -> None:
    wanted = order(tmp_path / "session.wav", verbosity=Verbosity.TONES)
    no_voice = Renderer(tmp_path / "clips", worker_command=("/nowhere/at/all",))
    done = rendered(no_voice, wanted)

    sheet = cue_sheet(wanted.timeline, wanted.style, lambda text: None)
    last_words = scaled(toned(CueKind.NEXT), 50)
    expected = as_on_the_sheet(wanted.timeline, sheet, {}, last_words)
    assert read_wav(tmp_path / "session.wav") == expected
    assert (done.texts, done.notices) == (0, ())


def test_without_a_voice_there_are_tones_and_a_notice(tmp_path: Path) -> None:
    wanted = order(tmp_path / "session.wav")
    done = rendered(Renderer(tmp_path / "clips", worker_command=("/nowhere/at/all",)), wanted)

    assert done.lacking == done.texts > 10
    assert "No speech engine" in done.notices[0].text
    samples = read_wav(tmp_path / "session.wav")
    assert max(samples[: 2 * RATE_HZ]) == max(scaled(toned(CueKind.READY), 50))


def test_a_voice_that_hangs_is_not_waited_for_without_end(tmp_path: Path) -> None:
    program = tmp_path / "hang.py"
    program.write_text("import time\ntime.sleep(60)\n")
    renderer = Renderer(
        tmp_path / "clips",
        worker_command=(sys.executable, str(program)),
        voice_limits=VoiceLimits(start_s=30.0, clip_s=0.2),
    )
    done = rendered(renderer, order(tmp_path / "session.wav"))

    assert done.lacking == done.texts
    assert "too long" in done.notices[0].text


def test_open_ended_steps_take_their_typical_time(tmp_path: Path, clip_dir: Path) -> None:
    some = routine(entry(OpenReps()), entry(OpenHold(), what=exercise("Plank")))
    wanted = order(tmp_path / "session.wav", some, Verbosity.TONES)
    done = rendered(Renderer(clip_dir), wanted)

    assert done.open_steps == 2
    words_s = seconds(toned(CueKind.NEXT))
    assert done.duration_s == pytest.approx(
        wanted.timeline.total_s + 2 * STILL_S + words_s, abs=1e-4
    )


@given(routines())
def test_no_two_cues_sound_at_once(some: Routine) -> None:
    timeline = plan(some)
    heard = list(heard_cues(timeline, cue_sheet(timeline, CueStyle(), estimated_length_s)))
    end = 0
    for cue in heard:
        assert frame_of(cue) >= end
        assert cue.session_s + cue.duration_s <= timeline.starts_s[cue.step + 1] + 1e-6
        end = frame_of(cue) + frames(cue.duration_s)


def test_silence_is_not_made_into_a_file(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="Nothing would be heard"):
        Renderer(tmp_path).render(
            order(tmp_path / "session.wav", verbosity=Verbosity.SILENT), go_on
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("from_share", [0.0, 0.5], ids=["voice", "file"])
@pytest.mark.parametrize("ending", ["wav", "flac", "ogg", "mp3"])
def test_what_is_stopped_leaves_nothing(
    tmp_path: Path, clip_dir: Path, from_share: float, ending: str
) -> None:
    path = tmp_path / f"session.{ending}"
    path.write_bytes(b"old")
    asked: list[float] = []

    def watch(share: float) -> None:
        asked.append(share)
        if sum(one >= from_share for one in asked) == 3:
            raise _Stopped

    wanted = replace(order(path), may_replace=True)
    with pytest.raises(_Stopped):
        Renderer(clip_dir).render(wanted, watch)
    assert from_share <= asked[-1] < from_share + 0.5
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"old"


def test_progress_goes_from_none_to_all(tmp_path: Path, clip_dir: Path) -> None:
    shares: list[float] = []
    Renderer(clip_dir).render(order(tmp_path / "session.wav"), shares.append)
    assert shares[0] == 0.0
    assert 0.5 in shares  # the file begins
    assert 0.9 < shares[-1] < 1.0
    assert shares == sorted(shares)


def test_the_voice_is_that_of_the_settings(tmp_path: Path, clip_dir: Path) -> None:
    wanted = order(tmp_path / "a.wav", routine(entry(Reps(2, 2))))
    rendered(Renderer(clip_dir), wanted)
    fast = replace(wanted, settings=replace(SETTINGS, voice_rate=300), path=str(tmp_path / "b.wav"))
    rendered(Renderer(clip_dir), fast)
    loud = [sum(1 for s in read_wav(tmp_path / name) if s) for name in ("a.wav", "b.wav")]
    assert loud[1] < 0.9 * loud[0]


def test_a_volume_of_nothing_is_silence(tmp_path: Path, clip_dir: Path) -> None:
    wanted = order(tmp_path / "a.wav")
    mute = replace(wanted, settings=Settings(voice_volume=0, tone_volume=0))
    rendered(Renderer(clip_dir), mute)
    samples = read_wav(tmp_path / "a.wav")
    assert samples == array("h", bytes(2 * len(samples)))
