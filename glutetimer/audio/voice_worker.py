"""The child process that speaks into files: commands as JSON lines in, answers out.

    {"do": "render", "text", "voice", "rate", "pitch", "path"} -> {"ok": true}

It is one engine: "natural", "piper" with the folder of its voices, or the machine's; a file holds
a levelled clip then, 16-bit mono samples at RATE_HZ. The first line out is {"engine", "version",
"voices", "default", "has_pitch"}, with a voice as [id, name, language]; anything that fails is
{"error": code, "detail": text}. It ends when its input ends, so it never outlives the program.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any, TextIO

from glutetimer.audio.engines.protocol import Engine, EngineError, Manner
from glutetimer.audio.engines.sound import as_clip

NATURAL, PIPER, BUNDLED = "natural", "piper", "--bundled"
"""The first arguments: an engine, or to pass over a system engine that does not work."""


def main(arguments: list[str]) -> int:
    """Serve until the input ends; 1 if there is no engine."""
    answers = _own_output()
    try:
        engine = _engine(arguments)
    except EngineError as error:
        _send(answers, {"error": error.code, "detail": error.detail})
        return 1
    _send(
        answers,
        {
            "engine": engine.name,
            "version": engine.version,
            "voices": engine.voices,
            "default": engine.default_voice,
            "has_pitch": engine.has_pitch,
        },
    )
    for line in sys.stdin:
        _send(answers, _answer(engine, json.loads(line)))
    answers.flush()
    # Past the engine's own clean-up at exit, which can hang or abort.
    os._exit(0)


def _engine(arguments: list[str]) -> Engine:
    """The engine that is asked for; only its own libraries are imported. Raises EngineError."""
    match arguments:
        case [name] if name == NATURAL:
            from glutetimer.audio.engines.natural import NaturalEngine

            return NaturalEngine()
        case [name, folder] if name == PIPER:
            from glutetimer.audio.engines.piper import PiperEngine

            return PiperEngine(Path(folder))
        case _:
            from glutetimer.audio.engines.machine import MachineEngine

            return MachineEngine(is_bundled=BUNDLED in arguments)


def _answer(engine: Engine, command: dict[str, Any]) -> dict[str, Any]:
    from glutetimer.audio.levelling import level_file  # late: the window imports this module, too

    try:
        if command["do"] != "render":
            raise EngineError("unknown-command", str(command["do"]))
        if not any(c.isalnum() for c in command["text"]):
            raise EngineError("nothing-to-say")
        path = Path(command["path"])
        manner = Manner(command["voice"], int(command["rate"]), int(command["pitch"]))
        engine.render(command["text"], manner, path)
        as_clip(path)
        level_file(path)
        return {"ok": True}
    except EngineError as error:
        return {"error": error.code, "detail": error.detail}
    except Exception as error:  # an engine may raise anything; the parent decides
        return {"error": "failed", "detail": f"{type(error).__name__}: {error}"}


def _own_output() -> TextIO:
    """Keep the real output for the protocol: pyttsx3 prints on descriptor 1."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _send(answers: TextIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
