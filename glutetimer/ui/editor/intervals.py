"""The quick form of intervals: so much work, so much rest, in so many rounds."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from glutetimer.core.draft import EntryDraft, RoutineDraft
from glutetimer.core.errors import Trouble
from glutetimer.core.exercise import Exercise, Hold
from glutetimer.core.plan.plan import plan
from glutetimer.core.ports.shelf import OpenDraft, RoutineShelf
from glutetimer.core.words.clock_text import minutes_text
from glutetimer.ui.editor.editing import USUAL_CIRCUIT
from glutetimer.ui.editor.field import Line, NamedField
from glutetimer.ui.editor.rounds import Intervals, in_intervals
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.fields import Choice

_WORDS = (
    "Do each exercise for the same time, one after the other. "
    "You may write all in the first field: 40/20/3."
)
_TEXTS = (
    # Key, name, what is there at first.
    ("work", "Work", "40 s"),
    ("rest_after", "Rest after it", "20 s"),
    ("rounds", "Rounds", "3"),
    ("round_rest", "Rest between rounds", "60 s"),
)
_ENDS = (("from", "From"), ("to", "To"))


class _Asked(NamedTuple):
    draft: RoutineDraft | None
    mistakes: Mapping[str, str]


class IntervalsDialog(Dialog):
    """Makes the exercises of a draft a circuit; how long the routine then is stands below."""

    made = Signal(RoutineDraft)
    """Take this draft; the dialog closes."""

    def __init__(
        self,
        shelf: RoutineShelf,
        opened: OpenDraft,
        exercises: Mapping[str, Exercise],
        parent: QWidget,
    ) -> None:
        """The exercises that are asked for are all of the draft at first."""
        super().__init__("Work and rest in rounds", parent)
        self._shelf = shelf
        self._opened = opened
        self._exercises = exercises
        self.fields: dict[str, NamedField] = {}
        self.add_words(_WORDS, "muted")
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        for number, (key, name, text) in enumerate(_TEXTS):
            field = self._field(NamedField(key, name, Line()))
            field.show_text(text)
            grid.addWidget(field, 0, number)
        for number, (key, name) in enumerate(_ENDS):
            field = self._field(NamedField(key, name, Choice()))
            names = [entry.name for entry in opened.draft.entries]
            offered = {str(at): f"{at + 1}  {one}" for at, one in enumerate(names)}
            field.offer(offered, str((len(names) - 1) * number))
            grid.addWidget(field, 1, 2 * number, 1, 2)
        self.body.addLayout(grid)
        self.told = text_label(look="accent", wraps=True)
        self.body.addWidget(self.told)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._make = self.add_button("Make them", "primary", True)
        self._make.clicked.connect(self.make)
        self.fields["work"].select()
        self._show()

    def _field(self, field: NamedField) -> NamedField:
        self.fields[field.key] = field
        field.typed.connect(self._take)
        field.left.connect(self._show)
        return field

    @Slot()
    def make(self) -> None:
        """Take what is asked for, if it is right."""
        asked = self._asked()
        self._show()
        if asked.draft is not None:
            self.made.emit(asked.draft)
            self.accept()

    @Slot(str, str)
    def _take(self, key: str, text: str) -> None:
        parts = [part.strip() for part in text.split("/")]
        if key == "work" and len(parts) == 3 and all(parts):
            rounds = parts[2].casefold().removesuffix("s").removesuffix("round").strip()
            for other, part in (("rest_after", parts[1]), ("rounds", rounds)):
                self.fields[other].show_text(part)
        self._show()

    @Slot()
    def _show(self) -> None:
        asked = self._asked()
        for key, field in self.fields.items():
            field.show_mistake(asked.mistakes.get(key, ""))
        self._make.setEnabled(asked.draft is not None)
        self.told.setText(self._length(asked.draft) if asked.draft is not None else "")

    def _length(self, draft: RoutineDraft) -> str:
        checked = self._shelf.check(OpenDraft(draft, self._opened.text, self._opened.path))
        if checked.routine is None:
            return ""
        return f"The routine then takes {minutes_text(plan(checked.routine).total_s)}."

    def _asked(self) -> _Asked:
        """The draft that is asked for, None with what is wrong with the fields."""
        first, last = (int(self.fields[key].text or 0) for key, _ in _ENDS)
        mistakes = {"to": "Choose one that comes later"} if last < first else {}
        texts = {key: self.fields[key].text for key, _, _ in _TEXTS}
        texts["work"] = texts["work"].split("/")[0]
        entry, circuit = EntryDraft("-"), USUAL_CIRCUIT
        for key, text in texts.items():
            if not text.strip():
                mistakes[key] = "Write a number"
                continue
            try:
                if key in ("work", "rest_after"):
                    entry = self._shelf.typed(entry, key, text)
                else:
                    circuit = self._shelf.typed_circuit(circuit, key, text)
            except Trouble as trouble:
                mistakes[key] = trouble.what
        if mistakes or not self._opened.draft.entries:
            return _Asked(None, mistakes)
        [work] = entry.amounts
        assert isinstance(work, Hold)
        asked = Intervals(
            work.seconds,
            entry.rest_after_s or 0.0,
            circuit.rounds,
            circuit.rest_s,
            circuit.most_rounds,
        )
        places = range(first, last + 1)
        draft = in_intervals(self._opened.draft, places, asked, self._exercises)
        return _Asked(draft, {})
