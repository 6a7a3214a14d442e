"""What the words on safety must name."""

import pytest

from glutetimer.core.words.safety import SAFETY


@pytest.mark.parametrize(
    "sign",
    [
        *("bladder", "bowel", "saddle", "down the leg", "weakness", "fever", "severe"),
        *("both legs", "injury", "operation", "pregnancy", "osteoporosis", "steroids", "cancer"),
        *("lose weight", "night never eases", "Chest pain", "dizziness"),
    ],
)
def test_every_warning_sign_is_named(sign: str) -> None:
    assert sign in " ".join(SAFETY)
