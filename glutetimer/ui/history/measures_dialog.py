"""The measures of every four weeks: three activities of one's own, and two short tests."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from glutetimer.core.errors import Trouble
from glutetimer.core.history.records import SessionEnd
from glutetimer.core.ports.clock import Clock
from glutetimer.core.ports.history import HistoryStore
from glutetimer.core.progress.measures import ACTIVITIES, Measures, records_of, start_of
from glutetimer.core.side import Side
from glutetimer.ui.history.stopwatch import MOST_S, Stopwatch
from glutetimer.ui.style.theme import Space
from glutetimer.ui.widgets.controls import card, spaced, text_label
from glutetimer.ui.widgets.dialog import Dialog
from glutetimer.ui.widgets.scale import LevelScale
from glutetimer.ui.widgets.typed_field import NumberField, first_mistake

TITLE = "Measures"
_INTRO = (
    "Five minutes every four weeks, on a day and at a time like the last. Leave out what you "
    "cannot do or do not want to; stop a test that hurts."
)
_OWN = (
    "Name up to three things that your back makes hard, such as walking to the shop, and say how "
    "well you can do them: 0 is not at all, 10 as before the pain. Keep the same three."
)
_BRIDGE = (
    "Lie on your back with bent knees and your arms across your chest. Lift your hips, stretch one "
    "leg so that the thighs are level, and hold. Stop when the hips sink or turn. Somebody may "
    "press the button for you; or count yourself and type the seconds."
)
_CHAIR = (
    "Put a chair against a wall. Sit in the middle, arms across your chest. Stand up straight and "
    "sit down again as often as you can in 30 seconds, and count; if you need your arms it is 0."
)


class MeasuresDialog(Dialog):
    """Asks and measures; nothing is kept before Save. `before` is what was measured last."""

    kept = Signal()
    """They are in the history."""

    def __init__(
        self, history: HistoryStore, clock: Clock, before: Measures | None, parent: QWidget
    ) -> None:
        super().__init__(TITLE, parent, 720)
        self._history, self._clock = history, clock
        self._begun_at = clock.utc_now()
        self.add_words(_INTRO, "muted")
        self._add_activities(before)
        self._add_bridges()
        self._add_chair()
        self.trouble = text_label("", "wrong", wraps=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.add_button("Cancel").clicked.connect(self.reject)
        self.save_button = self.add_button("Save", "primary")
        self.save_button.clicked.connect(self.save)

    def measures(self) -> Measures:
        """What is entered now."""
        activities = []
        for field, scale in self.activities:
            name, level = field.text().strip(), scale.value()
            if name and level is not None:
                activities.append((name, level))
        bridges = [
            (side, seconds)
            for side, field in self.bridges.items()
            if (seconds := field.value_or_none()) is not None
        ]
        stands = self.stands.value_or_none()
        return Measures(
            self._clock.utc_now(),
            tuple(activities),
            tuple(bridges),
            None if stands is None else round(stands),
        )

    @Slot()
    def save(self) -> None:
        """Keep what is entered, and close; say why if that cannot be."""
        if (wrong := first_mistake(self)) is not None:
            wrong.setFocus()
            self._say(f"{wrong.accessibleName()}: {wrong.mistake}")
            return
        measures = self.measures()
        if measures.is_empty:
            self._say("Nothing is entered yet. An activity counts with a name and a number.")
            return
        took_s = max(0.0, (measures.at - self._begun_at).total_seconds())
        try:
            session_id = self._history.begin(start_of(measures, took_s))
            for record in records_of(measures):
                self._history.add_set(session_id, record)
            self._history.finish(session_id, SessionEnd.FINISHED, measures.at, took_s)
        except Trouble as trouble:
            self._say(str(trouble))
            return
        self.kept.emit()
        self.accept()

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        self.fit()

    def _add_part(self, title: str, words: str) -> QVBoxLayout:
        frame, column = card("inset")
        column.addWidget(text_label(title, "subtitle"))
        column.addWidget(text_label(words, wraps=True))
        self.body.addWidget(frame)
        return column

    def _add_activities(self, before: Measures | None) -> None:
        column = self._add_part("Three things of your own", _OWN)
        self.activities: list[tuple[QLineEdit, LevelScale]] = []
        known = [name for name, _ in before.activities] if before is not None else []
        for number in range(ACTIVITIES):
            name = f"Activity {number + 1}"
            field = QLineEdit(known[number] if number < len(known) else "")
            field.setMaxLength(80)
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            scale = LevelScale(f"{name}, how well")
            self.activities.append((field, scale))
            column.addWidget(field)
            column.addWidget(scale)
        column.addWidget(text_label("0 not at all, 10 as before the pain", "caption"))

    def _add_bridges(self) -> None:
        column = self._add_part("Bridge on one leg", _BRIDGE)
        self.bridges: dict[Side, NumberField] = {}
        self.watches: dict[Side, Stopwatch] = {}
        for side in (Side.LEFT, Side.RIGHT):
            name = f"{side.value.capitalize()} foot on the floor"
            field = self.bridges[side] = NumberField(0, MOST_S, 1, "s", "not measured")
            watch = self.watches[side] = Stopwatch(name, 0, self._clock.now_s)
            watch.ended.connect(field.setValue)
            self._add_row(column, name, watch, field)

    def _add_chair(self) -> None:
        column = self._add_part("Stand up from a chair, 30 seconds", _CHAIR)
        name = "Times stood up"
        self.stands = NumberField(0, 100, 1, "times", "not measured")
        self.chair_watch = Stopwatch("30 seconds", 30, self._clock.now_s)
        self._add_row(column, name, self.chair_watch, self.stands)

    def _add_row(
        self, column: QVBoxLayout, name: str, watch: Stopwatch, field: NumberField
    ) -> None:
        field.setAccessibleName(name)
        row = spaced(QHBoxLayout(), Space.M)
        row.addWidget(text_label(name, "strong", wraps=True), 1)
        row.addWidget(watch, 1)
        row.addWidget(field)
        column.addLayout(row)
