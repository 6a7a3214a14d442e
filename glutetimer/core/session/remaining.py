"""What is left of a session and how much of it is over, for the window and the terminal."""

from math import ceil

from glutetimer.core.plan.timeline import Timeline
from glutetimer.core.session.session import Place
from glutetimer.core.words.clock_text import clock_text


def remaining_s(timeline: Timeline, place: Place) -> float:
    """Seconds to the end, with the rest that was added to this step.

    An open-ended step takes as long as a typical person takes, then nothing is left of it.
    """
    step_s = timeline.typical_s(timeline.steps[place.step]) + place.added_s
    left_s = timeline.total_s - timeline.starts_s[place.step] + place.added_s
    return left_s - min(place.elapsed_s, step_s)


def remaining_text(timeline: Timeline, place: Place) -> str:
    """The time to the end: "7:39 left", with steps that wait for the person "about 7:39 left"."""
    about = "about " if place.step <= timeline.last_open else ""
    # A hair less than a whole second left still shows the lower number: sums of floats.
    return f"{about}{clock_text(ceil(remaining_s(timeline, place) - 0.001))} left"


def share_done(timeline: Timeline, place: Place) -> float:
    """How much of the session is over, 0 to 1; it never goes back while time passes."""
    into_s = min(place.elapsed_s, timeline.typical_s(timeline.steps[place.step]))
    return min(1.0, (timeline.starts_s[place.step] + into_s) / timeline.total_s)
