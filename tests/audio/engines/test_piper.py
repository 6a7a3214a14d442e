"""Voices of Piper from the person's folder: what is offered, and why they do not speak."""

import json
import os
from pathlib import Path

import pytest

from glutetimer.audio.cast import Cast
from glutetimer.audio.diagnosed_voices import diagnosed_voices
from glutetimer.audio.engines import piper
from glutetimer.audio.engines.offer import Offer
from glutetimer.audio.speech import VoiceLimits


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
    assert [(voice.id, voice.language) for voice in info.voices] == [
        ("piper/de_DE-thorsten-medium", "de-de"),
        ("piper/en_GB-alba-medium", "en-gb"),
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
