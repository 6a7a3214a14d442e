"""Movements in exercise files: what they give, and mistakes with their lines."""

from glutetimer.core.problem import Problem
from glutetimer.files.exercise_file import read_exercise
from glutetimer.files.moves_like import ReadExercise
from glutetimer.toml_text.document import parse_document

HEAD = """name = "Stand"
position = "standing"
[motion]
[motion.poses.start]
pelvis = { at = [0, 0, 0.88] }
feet = { at = [0, 0.12] }
[motion.poses.top]
"""


def read(text: str) -> ReadExercise:
    document = parse_document(text)
    assert not isinstance(document, Problem)
    return read_exercise(document, "stand", ())


def test_a_pose_builds_on_the_start() -> None:
    exercise = read(HEAD + "pelvis = { lean = 10 }\n").exercise
    assert exercise is not None
    assert exercise.motion is not None
    assert exercise.motion.top.trunk.at == (0.0, 0.0, 0.88)
    assert exercise.motion.top.trunk.lean == 10.0
    assert exercise.motion.top.left_leg == exercise.motion.start.left_leg


def test_a_target_out_of_reach_is_named_with_its_pose() -> None:
    problems = read(HEAD + "pelvis = { at = [0, 0, 1.2] }\n").problems
    assert Problem(7, "in the pose top the left-leg lacks 30 cm to its target") in problems


def test_a_joint_beyond_its_range_is_named() -> None:
    problems = read(HEAD + "left_leg = { flex = 150 }\n").problems
    assert any("left hip bend is 150 degrees" in problem.message for problem in problems)


def test_a_limb_written_in_two_ways_cannot_be_blended() -> None:
    problems = read(HEAD + "left_leg = { flex = 20 }\n").problems
    assert any("the left leg is written in another way" in p.message for p in problems)


def test_unknown_keys_are_refused_where_they_stand() -> None:
    problems = read(HEAD + "pelvis = { lena = 10 }\n").problems
    assert [(p.line, p.message) for p in problems] == [
        (8, 'unknown key "lena"; did you mean "lean"?')
    ]
