"""The parent's end of the child process: one question at a time, never longer than a time-out."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread
from typing import Any

from glutetimer.child import VOICE, child_command, child_environment

WorkerAnswer = Mapping[str, Any]


class WorkerFailed(Exception):
    """The child died (`is_hung` False) or did not answer in time; it is gone now."""

    def __init__(self, is_hung: bool) -> None:
        super().__init__("hung" if is_hung else "died")
        self.is_hung = is_hung


def worker_command() -> Sequence[str]:
    """How the child is started."""
    return child_command(VOICE)


class VoiceProcess:
    """A running child; `hello` is its first line. Raises OSError, WorkerFailed when starting.

    Every method blocks up to the time-outs: for a thread of its own.
    """

    def __init__(self, command: Sequence[str], timeout_s: float, start_timeout_s: float) -> None:
        self._timeout_s = timeout_s
        self._lines: Queue[str | None] = Queue()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # engines chatter; what matters comes as an answer
            text=True,
            encoding="utf-8",
            env=child_environment(),
            # Ctrl+C in the terminal is for the program, which ends its child itself.
            **_own_group(),
        )
        Thread(target=self._read, name="voice answers", daemon=True).start()
        self.hello = self._answer(start_timeout_s)

    def ask(self, **command: object) -> WorkerAnswer:
        """Send a command and wait for its answer. Raises WorkerFailed."""
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(json.dumps(command) + "\n")
                self._process.stdin.flush()
        except (OSError, ValueError):
            self.end()
            raise WorkerFailed(is_hung=False) from None
        return self._answer(self._timeout_s)

    def end(self) -> None:
        """Kill the child; it has nothing to lose."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError, ValueError):
                    pipe.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1.0)

    def _answer(self, timeout_s: float) -> WorkerAnswer:
        try:
            line = self._lines.get(timeout=timeout_s)
        except Empty:
            self.end()
            raise WorkerFailed(is_hung=True) from None
        try:
            answer = json.loads(line or "")
        except json.JSONDecodeError:
            answer = None
        if not isinstance(answer, dict):
            self.end()
            raise WorkerFailed(is_hung=False)
        return answer

    def _read(self) -> None:
        try:
            with suppress(OSError, ValueError):
                for line in self._process.stdout or ():
                    self._lines.put(line)
        finally:
            self._lines.put(None)  # however it ended: nobody waits in vain


def _own_group() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}
