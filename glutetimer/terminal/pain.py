"""What is asked after "it hurts", at a terminal."""

from glutetimer.core.history.records import Pain
from glutetimer.core.pain import calls_for_safety, words_hurt
from glutetimer.core.session.coach import Coach
from glutetimer.core.session.hurting import Hurting
from glutetimer.core.words.safety import SEE_SOMEONE
from glutetimer.terminal.questions import TerminalQuestions
from glutetimer.terminal.screen import Screen


def ask_pain(coach: Coach, questions: TerminalQuestions, screen: Screen) -> Hurting:
    """Ask which exercise, where and how much, and store it; returns the exercise that is meant."""
    hurt = _which(coach, questions)
    where = questions.text("Where does it hurt?")
    level = questions.level("How much?")
    if where or level is not None:
        coach.report_pain(Pain(where, level), hurt)
    screen.log(words_hurt(level, where))
    if calls_for_safety(level, where):
        screen.log(SEE_SOMEONE)
    return hurt


def _which(coach: Coach, questions: TerminalQuestions) -> Hurting:
    """While waiting the exercise just done, unless the next is chosen."""
    likeliest, *others = coach.hurting()
    if not others:
        return likeliest
    choices = {"d": f"{likeliest.name}, just done", "n": f"{others[0].name}, next"}
    is_next = questions.choose("Which exercise is it?", choices) == "n"
    return others[0] if is_next else likeliest
