"""The period that words name."""

from datetime import date

from glutetimer.core.errors import Trouble
from glutetimer.core.report.period import Period, last_months


def chosen_period(since: date | None, until: date | None, today: date) -> Period:
    """The period that was asked for: by default three months, up to today. Raises Trouble."""
    until = until or today
    if since is None:
        return last_months(until)
    if since > until:
        raise Trouble("The period ends before it begins", f"{since} to {until}", "Swap the days")
    return Period(since, until)
