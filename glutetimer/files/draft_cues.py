"""The cues of a draft by moment: a list while all are told during the effort, else a table."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from glutetimer.core.draft import EntryDraft
from glutetimer.core.exercise import Cue, CueMoment

_Moments = Mapping[CueMoment, tuple[Cue, ...]]


def cues_at(entry: EntryDraft, moment: CueMoment) -> tuple[Cue, ...]:
    """The cues that an entry has for a moment."""
    if not entry.moments and moment is CueMoment.START:
        return tuple(map(Cue, entry.cues))
    return dict(entry.moments).get(moment, ())


def with_cues(entry: EntryDraft, moment: CueMoment, texts: Iterable[str]) -> EntryDraft:
    """An entry with other cues for a moment; those that stay keep their short forms."""
    known = {cue.say: cue for cue in cues_at(entry, moment)}
    cues = tuple(known.get(text, Cue(text)) for text in texts)
    moments = dict(entry.moments) or {CueMoment.START: cues_at(entry, CueMoment.START)}
    return with_moments(entry, moments | {moment: cues})


def with_moments(entry: EntryDraft, moments: _Moments) -> EntryDraft:
    """An entry with these cues and no others, in the form in which they are written."""
    given = tuple((one, cues) for one in CueMoment if (cues := moments.get(one, ())))
    during = moments.get(CueMoment.START, ())
    if {moment for moment, _ in given} <= {CueMoment.START} and not any(
        one.short for one in during
    ):
        return replace(entry, cues=tuple(cue.say for cue in during), moments=())
    return replace(entry, cues=(), moments=given)
