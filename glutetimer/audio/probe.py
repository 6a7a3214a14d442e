"""Asks a child only what engine it is, and ends it again."""

from collections.abc import Sequence

from glutetimer.audio.engines.offer import EngineInfo
from glutetimer.audio.voice_process import VoiceProcess, WorkerFailed
from glutetimer.audio.voice_worker import BUNDLED

HUNG = "it does not answer"


def probed_engine(command: Sequence[str], timeout_s: float) -> EngineInfo | str:
    """The engine that a command starts, or why there is none. Takes `timeout_s` at most."""
    try:
        process = VoiceProcess(command, timeout_s, timeout_s)
    except WorkerFailed as failure:
        return HUNG if failure.is_hung else "it ends at once"
    except OSError as error:
        return str(error)
    process.end()
    if "error" in process.hello:
        return str(process.hello.get("detail") or process.hello["error"])
    return EngineInfo.of(process.hello)


def probed_machine(command: Sequence[str], timeout_s: float) -> EngineInfo | str:
    """The machine's engine: a system engine may be broken, ours not. Twice `timeout_s` at most."""
    found = probed_engine(command, timeout_s)
    if isinstance(found, EngineInfo):
        return found
    return probed_engine((*command, BUNDLED), timeout_s)
