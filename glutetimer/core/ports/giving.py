"""What a routine is given away as."""

from typing import NamedTuple


class GivenRoutine(NamedTuple):
    """A routine to give away: it opens where nothing else of the giver's is.

    `text` is its file; `short_text` gives the same without comments. `carried` are the names of
    the giver's own exercises that are in both. No settings are: the doses are those of the file.
    """

    text: str
    short_text: str
    carried: tuple[str, ...] = ()
