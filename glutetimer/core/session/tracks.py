"""A session as the desktop's media keys and players see it: sets are its tracks."""

from dataclasses import replace

from glutetimer.core.counts import one_line, sentence
from glutetimer.core.plan.timeline import SetSpan, Timeline
from glutetimer.core.ports.remote import RemoteStatus, RemoteWish, Track
from glutetimer.core.session.session import Session, forward_of, toggle_of
from glutetimer.core.session.states import Command, Place, State
from glutetimer.core.words.coaching import set_name
from glutetimer.core.words.dose import dose_text


def remote_status(timeline: Timeline, place: Place, picture: str = "") -> RemoteStatus:
    """What is shown of a session at a place; `picture` is the path of the exercise's."""
    span = timeline.set_of(place.step)
    track = _track(timeline, span, picture)
    if track.length_s is not None:
        track = replace(track, length_s=track.length_s + place.added_s)
    into_s = timeline.starts_s[place.step] - timeline.starts_s[span.lead_in] + place.elapsed_s
    return RemoteStatus(track, into_s, place.state is State.RUNNING)


def wished_command(wish: RemoteWish, session: Session) -> Command | None:
    """The command that a wish means where the session stands; None if there is nothing to do.

    One button has to be enough on the mat: next ends a set as done, and a wait.
    """
    match wish:
        case RemoteWish.PLAY:
            is_ready = session.can(Command.START)
            command = Command.START if is_ready else Command.RESUME
        case RemoteWish.PAUSE:
            command = Command.PAUSE
        case RemoteWish.PLAY_PAUSE:
            command = toggle_of(session)
        case RemoteWish.NEXT:
            command = forward_of(session)
        case RemoteWish.BACK:
            command = Command.PREVIOUS
    return command if session.can(command) else None


def _track(timeline: Timeline, span: SetSpan, picture: str) -> Track:
    entry = timeline.entry_of(span)
    steps = timeline.steps[span.lead_in : span.end]
    is_open = any(step.duration_s is None for step in steps)
    length_s = timeline.starts_s[span.end] - timeline.starts_s[span.lead_in]
    return Track(
        number=span.index + 1,
        title=one_line(set_name(timeline, span)),
        detail=sentence(dose_text(entry)),
        routine=one_line(timeline.routine.title),
        length_s=None if is_open else length_s,
        picture=picture,
    )
