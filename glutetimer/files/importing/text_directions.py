"""Lines of plain text that say something of several exercises: rounds, intervals, rests."""

import re

from glutetimer.core.draft import EntryDraft
from glutetimer.core.exercise import Work
from glutetimer.files.importing.text_dose import ends_of, seconds_of
from glutetimer.files.importing.text_patterns import pattern
from glutetimer.files.importing.text_session import TextSession
from glutetimer.files.importing.text_words import TextLine

_ROUNDS = pattern(
    r"\b(?:(@N) ?(?:rounds?|circuits?|laps)\b"
    r"|(?:repeat|do|complete)(?: (?:this|all|the circuit|it))?"
    r" ?(@N) ?(?:x|times)\b|^(@N) ?(?:x|times)(?: through)?:?$|\bx ?(@N)(?: rounds)?:?$|"
    r"(@N) times through\b|\b(@N) sets of:)"
)
_REPEAT = re.compile(r"(?:repeat|do|complete|perform)\b(?!.*\bround)(?!.*:$)", re.IGNORECASE)
_ROUND_WORDS = pattern(
    r"\b(?:circuit|superset|tri-?set|giant set|round|rounds|repeat|do|complete|perform|of|the|this"
    r"|all|for|time|with|through|following|times|rest|break|between|each|and|exercises|sets?|in)\b"
    r"|@T|[^\w]+|\b@N\b"
)
_SUPERSET = re.compile(r"(?:superset|tri-?set|giant set)s? ?\w?[ :]*", re.IGNORECASE)
_INTERVAL = (
    pattern(
        r"(@T) ?(?:on|work|of work)\b[ ,;/+|-]*(?:and |then )?(@T) ?(?:off|rest|break|of rest)\b"
    ),
    pattern(r"(?:work|on)[ :]+(@T)[ ,;/|-]*(?:rest|off)[ :]+(@T)"),
)
_BARE_INTERVAL = re.compile(
    r"(?:intervals?[ :]*)?(\d{1,3}) ?(?:s|sec)? ?[/:-] ?(\d{1,3}) ?(?:s|sec)? ?x ?(\d{1,3})"
    r"(?: rounds?)?",
    re.IGNORECASE,
)
_TABATA = re.compile(r"tabata(?: (?:intervals?|round|set|finisher|workout))?[: ]*", re.IGNORECASE)
_EMOM = pattern(r"(?:emom|every minute on the minute|e\d?mom)[ :,x-]*(?:for )?(@T|@N)?|(@T) emom")
_AMRAP = pattern(
    r"(?:(@T)[ -]amrap|amrap[ :,-]*(?:in |for )?(@T)|as many rounds as possible(?: in (@T))?)[ :]*"
)
_REST = pattern(
    r"(?:with )?(?:(?:rest|break|pause)s?(?: for| of|)?[ :]*(@T)|(@T) (?:of )?(?:rest|break|pause))"
    r"(?: ?(?:rest )?(?:between|after)? ?(?:all |each |the |every )?"
    r"(sets?|rounds?|exercises?|movements?|circuits?)?(?: and (?:sets|exercises))?)?\.?"
)
_TIME = pattern(r"@T")
_WITHIN = pattern(
    r"(?:(?:rest|break) )?(@T) ?(?:rest|break)? ?(?:between|after) (?:each |the |all )?"
    r"(?:exercise|movement)s?"
)
_RESTING = re.compile(r"rest|break|between", re.IGNORECASE)
_INTERVALS = re.compile(r"(?:tabata|hiit|intervals?|circuit|workout)\b", re.IGNORECASE)
_TABATA_TIMES = (20.0, 10.0, 8)


class Directions:
    """What a line says of several exercises; `heading` is what else it says."""

    def __init__(self, session: TextSession, line: TextLine) -> None:
        self.heading = ""
        self._session = session
        self._line = line

    def are_taken(self, *, is_named: bool) -> bool:
        """Take the line if it is of that kind; else nothing changes.

        With a name above the line, "repeat 10 times" tells the reps of that exercise.
        """
        if self._line.label or (is_named and _REPEAT.match(self._line.text)):
            return False
        text = self._line.text
        sentences = [part for part in re.split(r"(?<=[a-z])\. (?=[A-Z])", text) if part.strip()]
        if len(sentences) > 1 and _REST.fullmatch(sentences[0].strip(" .")):
            for part in sentences:
                self._is_one(part.strip(" ."))
            return True
        return self._is_one(text)

    def _is_one(self, text: str) -> bool:
        return (
            self._is_rest(text)
            or self._is_interval(text)
            or self._is_window(text)
            or self._is_rounds(text)
            or self._is_superset(text)
        )

    def _is_rest(self, text: str) -> bool:
        found = _REST.fullmatch(text)
        if found is None:
            return False
        time, between = found[1] or found[2], (found[3] or "").rstrip("s")
        least_s, most_s = seconds_of(time)
        session = self._session
        kind = {"set": "set", "exercise": "exercise", "movement": "exercise"}.get(between, "")
        if kind and (not session.entries or re.search(r"\ball\b", text)):
            session.usual_rests[kind] = (least_s, most_s)
        elif between == "set":
            session.rest_between_sets(least_s, most_s)
        elif between in ("exercise", "movement"):
            session.rest_between_exercises(least_s)
        elif between in ("round", "circuit") and session.rest_between_rounds(least_s):
            pass
        elif not session.rest(self._line.number, least_s):
            self._tell("a rest before the first exercise is left out")
        if most_s and between != "set":
            self._tell(f"of the rest “{time}” the shorter time is taken")
        return True

    def _is_interval(self, text: str) -> bool:
        if bare := _BARE_INTERVAL.fullmatch(text):
            self._intervals(float(bare[1]), float(bare[2]), int(bare[3]), "")
            return True
        for wanted in _INTERVAL:
            if found := wanted.search(text):
                rest = f"{text[: found.start()]} {text[found.end() :]}"
                often = _ROUNDS.search(rest.strip(" ,;:-()")) or re.search(r"x ?(\d{1,2})", rest)
                count = next((group for group in often.groups() if group), "") if often else ""
                named = re.sub(_ROUND_WORDS, " ", rest).strip(" x")
                named = re.sub(_INTERVALS, "", named).strip(" :")
                least = int(ends_of(count)[0]) if count else 0
                self._intervals(seconds_of(found[1])[0], seconds_of(found[2])[0], least, named)
                return True
        if _TABATA.fullmatch(text):
            work_s, rest_s, rounds = _TABATA_TIMES
            self._tell(f"Tabata is taken as {rounds} rounds of {work_s:g} s and {rest_s:g} s rest")
            self._intervals(work_s, rest_s, rounds, "")
            return True
        return False

    def _intervals(self, work_s: float, rest_s: float, rounds: int, name: str) -> None:
        """Times of what follows; with rounds and a name, or for want of names, one exercise."""
        session = self._session
        if session.timing is not None and len(session.entries) == session.block:
            session.timing = (work_s, rest_s)  # "Tabata", and its times below it
            return
        if name and rounds:
            session.add_timed_sets(EntryDraft(name, amounts=(Work(work_s),)), rounds, rest_s)
            return
        self.heading = name
        session.begin_timing(self._line.number, work_s, rest_s, rounds)

    def _is_window(self, text: str) -> bool:
        """EMOM and AMRAP, whose rounds come of a clock."""
        if found := _AMRAP.search(text):
            time = next((group for group in found.groups() if group), "some minutes")
            self._tell(
                f"as many rounds as fit in {time}: it is one round, done as often as you like"
            )
            self._session.end_block(is_heading=True)
            return True
        if found := _EMOM.search(text):
            time = found[1] or found[2] or ""
            rounds = int((seconds_of(time)[0] if not time.isdecimal() else int(time) * 60) // 60)
            if rounds > 1:
                self._session.rounds(self._line.number, rounds, 0, 20.0)
            self._tell("that a round begins with each minute is left out; 20 s are between rounds")
            return True
        return False

    def _is_rounds(self, text: str) -> bool:
        found = _ROUNDS.search(text.strip(" ."))
        if found is None:
            return False
        rest = text[: found.start()] + text[found.end() :]
        other = re.sub(_ROUND_WORDS, " ", rest).strip(" x.")
        is_end = text.rstrip().endswith(":") or bool(re.search(r"\brounds?\b", text))
        if other and (not is_end or re.search(r"\d", other) or len(other.split()) > 4):
            return False
        count = next(group for group in found.groups() if group)
        least, most = ends_of(count)
        within = _WITHIN.search(rest)
        between_s = seconds_of(within[1])[0] if within else None
        rest = rest[: within.start()] + rest[within.end() :] if within else rest
        time = _TIME.search(rest)
        rest_s = seconds_of(time[0])[0] if time and re.search(_RESTING, rest) else None
        if other:
            self._session.end_block(is_heading=True)
            self.heading = other
        self._session.rounds(self._line.number, max(1, int(least)), int(most), rest_s, between_s)
        return True

    def _is_superset(self, text: str) -> bool:
        if not _SUPERSET.fullmatch(text):
            return False
        self._session.end_block(is_heading=True)
        self._session.superset()
        return True

    def _tell(self, what: str) -> None:
        self._session.tell(self._line.number, what)
