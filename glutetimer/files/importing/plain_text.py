"""Plain text, as people and physiotherapists write a routine.

An exercise is a line, or a name with its dose below it, or a row of a table; there are rounds,
supersets, rests, days and weeks.

"Clam shell 3 x 12 each side, hold 5 s, rest 45s", "Plank 30s", "Squat 8-6-4". What is known as
a dose is taken out of a line; its first words left are the name, the others a note.
"""

import re
from dataclasses import dataclass, field, replace

from glutetimer.core.draft import SourceContent
from glutetimer.files.importing.sides import sides_heading
from glutetimer.files.importing.source import SourceFile, not_readable
from glutetimer.files.importing.text_days import Days
from glutetimer.files.importing.text_directions import Directions
from glutetimer.files.importing.text_dose import dose_of
from glutetimer.files.importing.text_exercise import kept, name_and_note
from glutetimer.files.importing.text_session import TextSession
from glutetimer.files.importing.text_several import exercises_of
from glutetimer.files.importing.text_table import without_tables
from glutetimer.files.importing.text_words import TextLine, text_line

MOST_LINES = 2000
_MOST_NAME_WORDS = 7

_MONTHS = "jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez"
_DATE = re.compile(
    r"\b\d{1,2}:\d\d ?[ap]m\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b"
    rf"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b(?:{_MONTHS})[a-z]*\.? \d{{1,2}},? (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:tel|telefon|phone|mobile|fax|e-?mail|www|https?)\b\.?|\S@\S+\.\w"
    r"|(?<![\w.,])\+?0?\d{2,5}[ /-]\d{3,}(?:[ -]\d{2,})*$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"(?:and )?(?:then|finally|afterwards|after that|next|danach|dann|zum schluss|ensuite|puis"
    r"|enfin)[:.,… -]*",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:routine|workout|program(?:me)?|plan|session|training)\b", re.IGNORECASE)


class PlainText:
    """Reads text whose lines are exercises, rests, headings and the rounds of circuits."""

    name = "plain text"

    def recognises(self, file: SourceFile) -> bool:
        """Text files, and what was pasted: anything that has a dose in it."""
        is_other = file.text.lstrip().startswith(("{", "[{", "<"))
        return file.is_named(".txt", ".md", ".text", ".csv", ".tsv") or (
            not is_other and _has_dose(file.text)
        )

    def read(self, file: SourceFile) -> SourceContent:
        """A routine of every day, or one of all. Raises Trouble where no line has a dose."""
        reading = _Reading()
        for number, line in without_tables(file.text):
            if number > MOST_LINES:
                reading.session.tell(number, "the lines from here on are not read")
                break
            reading.read(text_line(number, line))
        return reading.content(self.name)


def _has_dose(text: str) -> bool:
    lines = text.splitlines()[:50]
    return any(dose_of(text_line(1, line).text).is_any for line in lines if line.strip())


@dataclass(slots=True)
class _Reading:
    """Goes through the lines; `_name` is a line that may name the exercise of those below it."""

    title: str = ""
    _all: Days = field(default_factory=Days)
    _title_line: TextLine | None = None
    _name: TextLine | None = None
    _below: list[str] = field(default_factory=list)

    @property
    def session(self) -> TextSession:
        """The session of the day that is being read."""
        return self._all.session

    def read(self, line: TextLine) -> None:
        if not line.text:
            self._end_block()
        elif self._is_no_exercise(line):
            return
        elif not self._is_direction(line):
            dose = dose_of(line.text)
            is_about_all = not self.title and not line.is_listed and _WHOLE.search(line.text)
            if dose.is_any and not (is_about_all and not dose.sets):
                for one in exercises_of(line):
                    self._dosed(one)
            else:
                self._undosed(line)

    def content(self, reader: str) -> SourceContent:
        """What all lines together give."""
        self._forget_name()
        content = self._all.content(self.title)
        if content is None:
            raise not_readable(reader, "no line has an exercise with a number or a time")
        return content

    def _is_no_exercise(self, line: TextLine) -> bool:
        if not _DATE.search(line.text) and not _CONTACT.search(line.text):
            return False
        self.session.notes.append(line.text)
        self.session.tell(line.number, kept(line.text))
        return True

    def _is_direction(self, line: TextLine) -> bool:
        """Weeks and days, and all that is said of several exercises at once."""
        if self._is_day(line):
            return True
        if (self._named() is None and self._all.take_rest(line.text)) or _THEN.fullmatch(line.text):
            self._forget_name()
            self.session.end_block(is_heading=True)
            return True
        if self._is_sides(line):
            return True
        directions = Directions(self.session, line)
        if not directions.are_taken(is_named=self._named() is not None):
            return False
        self._forget_name()
        if directions.heading:
            self._heading(line, directions.heading)
        return True

    def _is_sides(self, line: TextLine) -> bool:
        """A heading of sides: what follows is done on these, until the next one."""
        is_alone = line.is_heading or line.text.endswith(":") or not self._is_within()
        sides = sides_heading(line.text) if is_alone else None
        if sides is None:
            return False
        self._forget_name()
        self.session.end_block(is_heading=True)
        self.session.sides = sides
        return True

    def _is_within(self) -> bool:
        """Whether an exercise stands above that a line may belong to."""
        return self._named() is not None or len(self.session.entries) > self.session.block

    def _is_day(self, line: TextLine) -> bool:
        """The name of a week or day, with what may stand behind it."""
        is_dosed = dose_of(re.sub(r"^\w+ ?\w+", "", line.text)).is_any
        if is_dosed and not re.match(r"[^\d:]+(?:\d{1,2}|[a-g])?\.? ?[:-]", line.text):
            return False
        before = self.session
        said = self._all.begin(line.text)
        if said is None:
            return False
        if before is not self.session:
            self._forget_name(before)
        else:
            self._forget_name()
        if said:
            self.read(replace(line, text=said, is_listed=True))
        return True

    def _dosed(self, line: TextLine) -> None:
        dose = dose_of(line.text)
        name, note = name_and_note(dose.rest_of_line)
        if name and (dose.sets or dose.amounts or dose.hold):
            is_about_last = len(name.split()) > _MOST_NAME_WORDS and not dose.sets
            if is_about_last and self.session.note_to_last(line.text):
                self.session.tell(line.number, kept(line.text))
                return
            self._forget_name()
            self.session.add(line.number, name, note, dose, line.text, line.label)
            self._tell_kept(line, note)
            return
        said = " ".join(filter(None, (name, note)))
        named = self._named()
        if named is not None:
            if named is self._title_line:
                self.title, self._title_line = "", None
            notes = " ".join(filter(None, (*self._below, said)))
            self._name, self._below = None, []
            self.session.add(
                line.number, named.text.rstrip(": "), notes, dose, named.text, named.label
            )
        elif not self.session.add_to_last(line.number, dose):
            self._note(line, "belongs to no exercise")
            return
        elif said:
            self.session.note_to_last(said)
        self._tell_kept(line, said)

    def _named(self) -> TextLine | None:
        """The line that a dose without a name belongs to."""
        return self._name or (None if self.session.entries else self._title_line)

    def _tell_kept(self, line: TextLine, text: str) -> None:
        if text:
            self.session.tell(line.number, kept(text))

    def _undosed(self, line: TextLine) -> None:
        is_short = len(line.text.split()) <= _MOST_NAME_WORDS and not line.text.endswith(".")
        dose = dose_of(line.text)
        name, note = name_and_note(dose.rest_of_line)
        is_about_last = not name and dose.is_of_last
        if is_about_last and self._name is None and self.session.add_to_last(line.number, dose):
            self._tell_kept(line, note)
        elif is_short and name and self.session.add_timed(line.number, name):
            self.session.note_to_last(note)
        elif not name and dose.remarks and self._name is None:
            self._note(line, "says how often or how hard it is done")
        elif self._may_be_title(line):
            self.title, self._title_line = line.text.rstrip(": "), line
        elif line.is_heading or line.text.endswith(":"):
            self._forget_name()
            self._heading(line, line.text.rstrip(": "))
            self._name = line
        elif self._name is not None and (not line.is_listed or not is_short):
            self._below.append(line.text)
            self.session.tell(line.number, kept(line.text))
        elif is_short and name:
            self._forget_name()
            self._name = line
        elif name and self.session.note_to_last(line.text):
            self.session.tell(line.number, kept(line.text))
        else:
            self._note(line, "has no dose")

    def _may_be_title(self, line: TextLine) -> bool:
        is_begun = self.session.entries or self._all.are_several
        return not (self.title or is_begun or line.is_listed)

    def _heading(self, line: TextLine, text: str) -> None:
        self.session.end_block(is_heading=True)
        self.session.sides = None
        if not self.title and not self.session.entries:
            self.title = text
        elif not line.is_heading or self.session.entries or text != self.title:
            self.session.notes.append(text)
            told = f"the heading “{text[:60]}” is kept as a note"
            self.session.tell(line.number, told)

    def _end_block(self) -> None:
        self.session.end_block()

    def _forget_name(self, session: TextSession | None = None) -> None:
        """A name that no dose came for is a note, with all that stood below it."""
        session = session or self.session
        is_told = self._name is None or self._name.is_heading or self._name.text.endswith(":")
        if self._name is not None and not is_told:
            self._note(self._name, "has no dose", session)
        session.notes += self._below
        self._name, self._below = None, []

    def _note(self, line: TextLine, why: str, session: TextSession | None = None) -> None:
        session = session or self.session
        session.notes.append(line.text)
        session.tell(line.number, f"“{line.text[:60]}” {why}; it is kept as a note")
