"""The natural voice: in its package, without the network, one voice alone."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from glutetimer.audio.clips import read_clip
from glutetimer.audio.engines import natural
from glutetimer.audio.engines.offer import EngineInfo, installed_version
from glutetimer.audio.probe import probed_engine
from glutetimer.audio.voice_process import VoiceProcess, worker_command
from glutetimer.audio.voice_worker import NATURAL
from tests.audio.test_voice import Studio

pytest.importorskip("hibari", reason="there are systems without it")


def test_one_voice_is_offered_and_nothing_is_loaded_for_that() -> None:
    program = (
        "import sys; from glutetimer.audio.engines import natural; print(natural.offer());"
        "print([m for m in ('hibari', 'onnxruntime', 'numpy') if m in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    told, loaded = answer.stdout.decode().splitlines()
    assert "natural/heart" in told
    assert loaded == "[]"
    info = natural.offer().info
    assert info is not None
    assert info.key == f"hibari {installed_version('hibari-tts', 'hibari')}"


def test_the_child_is_the_engine_that_was_offered() -> None:
    found = probed_engine((*worker_command(), NATURAL), 60.0)
    assert isinstance(found, EngineInfo)
    assert found.key == getattr(natural.offer().info, "key", "")
    assert [voice.id for voice in found.voices] == [natural.HEART.id]


def test_the_same_text_is_the_same_clip_and_slower_is_longer(tmp_path: Path) -> None:
    process = VoiceProcess((*worker_command(), NATURAL), 60.0, 60.0)

    def said(rate: int, name: str) -> bytes:
        path = tmp_path / name
        more = {"voice": natural.HEART.id, "rate": rate, "pitch": 50, "path": str(path)}
        assert process.ask(do="render", text="Lower slowly", **more) == {"ok": True}
        return read_clip(path).tobytes()

    assert said(165, "a") == said(165, "b")
    assert len(said(120, "c")) > 1.2 * len(said(165, "a"))
    other = {"text": "One", "rate": 165, "pitch": 50, "path": str(tmp_path / "d")}
    assert process.ask(do="render", voice="natural/emma", **other)["error"] == "unknown-voice"
    too_long = {**other, "text": "word " * 400, "voice": natural.HEART.id}
    assert process.ask(do="render", **too_long)["error"] == "too-long"
    process.end()


def test_it_speaks_where_no_voice_is_chosen(tmp_path: Path) -> None:
    studio = Studio(tmp_path / "clips")
    assert 0.1 < studio.length_s("One") < 0.8
    assert studio.service.voice == natural.HEART
    studio.service.close()


def test_its_process_cannot_reach_the_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        program = f"""
import json, socket
from glutetimer.audio.engines.protocol import stay_offline
stay_offline()
told = []
for reach in (
    lambda: socket.create_connection(("127.0.0.1", {server.getsockname()[1]}), 1.0),
    lambda: socket.getaddrinfo("localhost", 80),
):
    try:
        reach()
    except PermissionError:
        told.append("refused")
print(json.dumps(told))
"""
        answer = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert json.loads(answer.stdout) == ["refused", "refused"]


def test_its_library_keeps_no_number_of_the_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    assert isinstance(probed_engine((*worker_command(), NATURAL), 60.0), EngineInfo)
    assert list(tmp_path.iterdir()) == []


def test_without_its_package_the_machine_speaks_and_nobody_complains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(natural, "installed_version", lambda *names: "")
    studio = Studio(tmp_path / "clips")
    assert studio.length_s("One") > 0
    assert studio.service.voice is not None
    assert not studio.service.voice.is_natural
    assert studio.notices.take() == ()
    assert studio.service.silent == ("Natural voice: it is not installed",)
    studio.service.close()


def test_one_that_cannot_be_loaded_leaves_the_first_text_to_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "onnxruntime.py"
    broken.write_text("raise ImportError('DLL load failed')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    studio = Studio(tmp_path / "clips")
    assert studio.length_s("One") > 0
    assert studio.service.voice is not None
    assert not studio.service.voice.is_natural
    assert studio.notices.take() == ()
    (why,) = studio.service.silent
    assert "DLL load failed" in why
    assert all(not voice.is_natural for voice in studio.service.voices())
    studio.service.close()
