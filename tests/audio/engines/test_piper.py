"""Voices of Piper from the person's folder: what is offered, and why they do not speak."""

import json
import os
from pathlib import Path

import pytest

from glutetimer.audio.cast import Cast
from glutetimer.audio.diagnosed_voices import diagnosed_voices
from glutetimer.audio.engines import piper
from glutetimer.audio.engines.offer import Offer
from glutetimer.audio.engines.protocol import BROKEN_VOICE, Manner
from glutetimer.audio.speech import VoiceLimits
from glutetimer.audio.voice_child import VoiceChild


def put(folder: Path, stem: str, code: str = "de_DE", described: object = None) -> Path:
    folder.mkdir(exist_ok=True)
    model = folder / f"{stem}.onnx"
    model.write_bytes(b"not really a model")
    usual = {"language": {"code": code}, "phoneme_id_map": {}}
    (folder / f"{stem}.onnx.json").write_text(json.dumps(usual if described is None else described))
    return model


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piper, "installed_version", lambda *names: "1.8.0")


@pytest.mark.usefixtures("installed")
def test_a_model_with_its_description_is_a_voice(tmp_path: Path) -> None:
    put(tmp_path, "de_DE-thorsten-medium")
    put(tmp_path, "en_GB-alba-medium", "en_GB")
    (tmp_path / "README").write_text("")
    info = piper.offer(tmp_path).info
    assert info is not None
    assert [(voice.id, voice.name, voice.language) for voice in info.voices] == [
        ("piper/de_DE-thorsten-medium", "Thorsten (medium)", "de-de"),
        ("piper/en_GB-alba-medium", "Alba (medium)", "en-gb"),
    ]


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("described", [[], {}, {"language": "de"}, "text", 7])
def test_what_is_no_voice_costs_no_other(tmp_path: Path, described: object) -> None:
    put(tmp_path, "a", described=described)
    (tmp_path / "b.onnx").write_bytes(b"")  # without a description
    (tmp_path / "c.onnx").mkdir()
    (tmp_path / "d.onnx.json").write_text("{")
    put(tmp_path, "good")
    info = piper.offer(tmp_path).info
    assert info is not None
    assert [voice.name for voice in info.voices] == ["good"]


@pytest.mark.usefixtures("installed")
def test_what_is_no_voice_is_named_with_what_to_do(tmp_path: Path) -> None:
    put(tmp_path, "a", described={})
    (tmp_path / "b.onnx").write_bytes(b"")
    told = "a.onnx.json does not describe a voice; b.onnx lacks its b.onnx.json"

    assert piper.offer(tmp_path) == Offer(None, told)
    (finding,) = (
        one
        for one in diagnosed_voices("", "en", tmp_path, None, 10.0)
        if one.name == "Piper voices"
    )
    assert finding.text == told
    assert ".onnx.json" in finding.cure


@pytest.mark.usefixtures("installed")
def test_clips_of_a_file_are_not_those_of_another_of_its_name(tmp_path: Path) -> None:
    model = put(tmp_path, "good")
    before = piper.offer(tmp_path).info
    os.utime(model, (1, 1))
    after = piper.offer(tmp_path).info
    assert before is not None
    assert after is not None
    assert before.key != after.key


@pytest.mark.parametrize("folder", ["missing", "file"])
def test_no_folder_is_no_offer_and_no_complaint(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("")
    assert piper.offer(tmp_path / folder) == Offer(None, "")


@pytest.mark.usefixtures("installed")
def test_a_voice_of_the_folder_speaks_its_language_before_the_machine(tmp_path: Path) -> None:
    put(tmp_path, "de_DE-thorsten-medium")
    cast = Cast(tmp_path, None, VoiceLimits())
    german = next(cast.roles("", "de", must_fit=False))
    chosen = next(cast.roles("piper/de_DE-thorsten-medium", "en", must_fit=False))
    english = next(cast.roles("piper/de_DE-thorsten-medium", "en", must_fit=True))
    assert german.voice.id == chosen.voice.id == "piper/de_DE-thorsten-medium"
    assert english.voice.id == "natural/heart"
    assert not cast.is_running  # who speaks is known before anybody is started


def test_without_the_package_doctor_and_settings_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piper, "installed_version", lambda *names: "")
    put(tmp_path, "good")
    (why,) = Cast(tmp_path, None, VoiceLimits()).silent
    assert "piper-tts" in why
    assert str(tmp_path) in why
    found = {one.name: one for one in diagnosed_voices("", "en", tmp_path, None, 60.0)}
    assert "piper-tts" in found["Piper voices"].text
    assert "pip install piper-tts" in found["Piper voices"].cure
    assert found["Natural voice"].is_ok
    assert "natural/heart" in found["Voice"].text


def test_without_the_package_it_is_said_also_where_something_else_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(piper, "installed_version", lambda *names: "")
    put(tmp_path, "good")
    put(tmp_path, "odd", described={})
    told = [
        one.text
        for one in diagnosed_voices("", "en", tmp_path, None, 60.0)
        if one.name == "Piper voices"
    ]
    assert len(told) == 2
    assert "odd.onnx.json" in told[0]
    assert "piper-tts" in told[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
@pytest.mark.usefixtures("installed")
def test_pipes_and_devices_in_the_folder_hold_nobody_up(tmp_path: Path) -> None:
    put(tmp_path, "a").with_name("a.onnx.json").unlink()
    os.mkfifo(tmp_path / "a.onnx.json")
    put(tmp_path, "b").unlink()
    (tmp_path / "b.onnx").symlink_to("/dev/zero")
    put(tmp_path, "good")
    info = piper.offer(tmp_path).info
    assert info is not None
    assert [voice.name for voice in info.voices] == ["good"]
    assert piper.passed_over(tmp_path) == (
        "a.onnx and its description are not ordinary files",
        "b.onnx and its description are not ordinary files",
    )


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("wanted", ["", "piper/broken"])
def test_a_broken_voice_costs_no_other_of_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    """Half a download has a description, and is known only when it is to speak."""
    put(tmp_path, "broken")
    put(tmp_path, "good")
    cast = Cast(tmp_path, None, VoiceLimits())

    class Process:
        def ask(self, **command: object) -> dict[str, object]:
            return {"error": BROKEN_VOICE, "detail": "broken.onnx cannot be loaded"}

        def end(self) -> None:
            pass

    monkeypatch.setattr(VoiceChild, "_running", lambda child: Process())
    roles = cast.roles(wanted, "de", must_fit=False)
    first = next(roles)
    assert first.voice.name == "broken"
    manner = Manner(first.voice.id, 165, 50)
    assert first.child.render("Eins", manner, tmp_path / "clip.wav") is None
    assert next(roles).voice.name == "good"
    assert next(cast.roles("", "de", must_fit=False)).voice.name == "good"
    assert [voice.name for voice in cast.voices if voice.language == "de-de"] == ["good"]
    assert "Piper voices: broken.onnx cannot be loaded" in cast.silent
