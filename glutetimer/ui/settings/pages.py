"""The pages of the settings that are lists of fields, and what all pages have in common."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from glutetimer.core.exercise import Tempo
from glutetimer.core.settings import Section, Settings, fields_of
from glutetimer.ui.settings.draft import Draft
from glutetimer.ui.settings.editors import NumberEditor
from glutetimer.ui.settings.rows import FieldRow, rows_card
from glutetimer.ui.widgets.controls import text_label
from glutetimer.ui.widgets.page_area import PageArea, page

GUTTER_PX = 16
_TEMPO = Tempo()
# Where a number is None, the first step up leads to what is usual.
USUAL_FIRST: Mapping[str, float] = {
    "reps": 12,
    "lift_s": _TEMPO.lift_s,
    "top_s": _TEMPO.top_s,
    "lower_s": _TEMPO.lower_s,
    "pause_s": _TEMPO.pause_s,
    "hold_s": 30.0,
    "rest_s": 45.0,
    "rest_after_s": 45.0,
    "switch_s": 5.0,
    "change_s": 10.0,
}
TIMING_GROUPS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("Getting ready", ("get_ready_s", "first_wait", "start_side")),
    ("Rests and changes", ("rest_s", "rest_after_s", "switch_s", "change_s")),
    ("Every rep and hold", ("lift_s", "top_s", "lower_s", "pause_s", "hold_s")),
)


class SettingsPage(PageArea):
    """A page with a title; what is on it stands one below the other."""

    def __init__(self, title: str, intro: str = "") -> None:
        super().__init__(title, GUTTER_PX)
        body, self._column = page()
        self._column.addWidget(text_label(title, "title"))
        self._column.addStretch(1)
        self.setWidget(body)
        if intro:
            self.add(text_label(intro, "muted", wraps=True))

    def add(self, part: QWidget) -> None:
        """Put something below what is there."""
        self._column.insertWidget(self._column.count() - 1, part)

    def add_on_top(self, part: QWidget) -> None:
        """Put something right below the title."""
        self._column.insertWidget(1, part)


class FieldPage(SettingsPage):
    """Fields of the settings in titled groups; each change goes into the draft at once."""

    def __init__(
        self,
        title: str,
        groups: Sequence[tuple[str, tuple[str, ...]]],
        draft: Draft,
        intro: str = "",
    ) -> None:
        super().__init__(title, intro)
        self._draft = draft
        self.rows: dict[str, FieldRow] = {}
        for heading, names in groups:
            self.add(rows_card(heading, [self._make_row(name) for name in names]))

    def _make_row(self, name: str) -> FieldRow:
        row = self.rows[name] = FieldRow(name, Settings)
        if name in USUAL_FIRST and isinstance(row.editor, NumberEditor):
            row.editor.set_first(USUAL_FIRST[name])
        row.set_value(getattr(self._draft.settings, name))
        row.edited.connect(self._take)
        return row

    @Slot(str)
    def _take(self, name: str) -> None:
        self._draft.set_value(name, self.rows[name].value())


def timing_page(draft: Draft) -> FieldPage:
    """The timings of every exercise."""
    intro = (
        "These apply to every routine and exercise. Leave a field as it is in the routine, or "
        "give it your own value."
    )
    return FieldPage("Timing", TIMING_GROUPS, draft, intro)


def screen_page(draft: Draft) -> FieldPage:
    """Theme, digits and motion."""
    return FieldPage("Screen", [("", fields_of(Section.SCREEN))], draft)


def progress_page(draft: Draft) -> FieldPage:
    """The weekly goal, and what is asked around a session."""
    intro = "You need not answer any of this: every question can be passed over."
    return FieldPage("Progress", [("", fields_of(Section.PROGRESS))], draft, intro)
