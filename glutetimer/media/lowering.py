"""Lowers what others play and puts it back, but for what a person has changed meanwhile."""

from dataclasses import asdict, dataclass

from glutetimer.kept_file import KeptFile
from glutetimer.media.sources import Levels, SoundSource, SoundSources

NEAR = 0.02
"""Programs round their volumes; a level so near to one that we set is ours."""

MOST = 50
"""Programs that were closed while they were lowered and may come back so."""


@dataclass(frozen=True, slots=True)
class Lowered:
    """What was lowered: its key and family, and its levels before and since."""

    key: str
    family: str
    before: tuple[float, ...]
    now: tuple[float, ...]


class Lowering:
    """Lowers and restores; what is lowered stands in a file, from before until after."""

    def __init__(self, file: KeptFile, sources: SoundSources) -> None:
        self._file = file
        self._sources = sources
        self._lowered = _read(file)

    def lower(self) -> None:
        """Lower all that plays and is not lowered yet."""
        pids: set[int] = set()  # of players that obey: their streams are lowered with them
        for source in self._sources.playing():
            levels = source.levels()
            if source.key in self._lowered:
                pids.add(source.pid)
                continue
            is_done = source.is_stream and source.pid != 0 and source.pid in pids
            if is_done or not levels or max(levels) <= 0.0:
                continue
            now = tuple(level * source.share for level in levels)
            self._lowered[source.key] = Lowered(source.key, source.family, tuple(levels), now)
            self._keep()
            source.set_levels(now)
            if _is_near(source.levels(), now):
                pids.add(source.pid)
            elif _is_near(source.levels(), levels):  # it does not let us
                del self._lowered[source.key]
                self._keep()

    def restore(self) -> None:
        """Put back what is there and as low as we made it.

        A program that is not there now may come back as low as it was left: it is kept for then.
        """
        if not self._lowered:
            return
        for source in self._sources.all():
            lowered = self._lowered.get(source.key) or self._of_family(source)
            if lowered is None:
                continue
            if _is_near(source.levels(), lowered.now):
                source.set_levels(lowered.before)
            del self._lowered[lowered.key]
        self._keep()

    def _of_family(self, source: SoundSource) -> Lowered | None:
        """What was lowered of a program that has begun anew since."""
        for lowered in self._lowered.values():
            if lowered.family == source.family and _is_near(source.levels(), lowered.now):
                return lowered
        return None

    def _keep(self) -> None:
        for key in list(self._lowered)[:-MOST]:
            del self._lowered[key]
        if self._lowered:
            self._file.store([asdict(one) for one in self._lowered.values()])
        else:
            self._file.remove()


def _is_near(levels: Levels | None, others: Levels) -> bool:
    if levels is None or len(levels) != len(others):
        return False
    return all(abs(one - other) <= NEAR for one, other in zip(levels, others, strict=True))


def _read(file: KeptFile) -> dict[str, Lowered]:
    found = file.load()
    read = [_lowered(one) for one in found] if isinstance(found, list) else []
    return {one.key: one for one in read if one is not None}


def _lowered(plain: object) -> Lowered | None:
    match plain:
        case {"key": str(key), "family": str(family), "before": list(before), "now": list(now)}:
            if all(isinstance(one, int | float) and 0.0 <= one <= 4.0 for one in (*before, *now)):
                return Lowered(key, family, tuple(before), tuple(now))
        case _:
            pass
    return None
