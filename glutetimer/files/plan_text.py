"""A plan of another program as the text of a plan file."""

from collections.abc import Sequence

import tomlkit

from glutetimer.core.draft import PlanDraft
from glutetimer.files.draft_text import long_text


def plan_text(plan: PlanDraft, routine_ids: Sequence[str]) -> str:
    """The file of a plan; `routine_ids` has the routine of each of its days, "" for rest."""
    document = tomlkit.document()
    document["format"] = 1
    document["title"] = plan.title
    if plan.notes:
        document["notes"] = long_text(plan.notes)
    days = tomlkit.aot()
    for day, routine_id in zip(plan.days, routine_ids, strict=True):
        table = tomlkit.table()
        if day.week:
            table["week"] = day.week
        table["day"] = day.day
        if routine_id:
            table["routine"] = routine_id
        else:
            table["rest"] = True
        if day.note:
            table["note"] = day.note
        days.append(table)
    document["day"] = days
    return tomlkit.dumps(document)
