"""Ten pauses within a minute of real time: what they add or take away.

python -m tests.bench.pause_drift [SECONDS]
"""

import random
import sys
import time
from collections.abc import Sequence

from glutetimer.clock import SystemClock
from glutetimer.core.exercise import Reps
from glutetimer.core.plan.plan import plan
from glutetimer.core.session.session import Session
from glutetimer.core.session.states import Command
from tests.core.builders import entry, routine

PAUSES = 10
TICK_S = 0.1


def main(words: Sequence[str]) -> None:
    """Print where the session stands against the time that it was let run."""
    whole_s = float(words[0]) if words else 60.0
    chance = random.Random(1)
    clock = SystemClock()
    session = Session(plan(routine(entry(Reps(60, 60)))))
    run_s = 0.0
    begun_s = since_s = clock.now_s()
    session.do(Command.START, since_s)
    for number in range(PAUSES):
        _tick_until(clock, session, begun_s + whole_s * (number + chance.random() / 2) / PAUSES)
        now_s = clock.now_s()
        session.do(Command.PAUSE, now_s)
        run_s += now_s - since_s
        _tick_until(
            clock, session, begun_s + whole_s * (number + 0.55 + chance.random() / 4) / PAUSES
        )
        since_s = clock.now_s()
        session.do(Command.RESUME, since_s)
    _tick_until(clock, session, begun_s + whole_s)
    now_s = clock.now_s()
    session.advance(now_s)
    run_s += now_s - since_s
    place = session.place
    stands_s = session.timeline.starts_s[place.step] + place.elapsed_s
    print(f"{PAUSES} pauses in {whole_s:g} s: it ran {run_s:.6f} s and stands at {stands_s:.6f} s")
    print(f"  off by {(stands_s - run_s) * 1000:+.6f} ms; counted {session.active_s:.6f} s")


def _tick_until(clock: SystemClock, session: Session, until_s: float) -> None:
    while clock.now_s() < until_s:
        time.sleep(max(0.0, min(TICK_S, until_s - clock.now_s())))
        session.advance(clock.now_s())


if __name__ == "__main__":
    main(sys.argv[1:])
