"""From a pose to the joints of a body."""

from glutetimer.figure.body import solve
from glutetimer.figure.pose import ArmAngles, LegAngles, Pose, Trunk


def test_a_curl_leaves_the_low_back_where_it_is() -> None:
    """A bend of the spine does not: it begins at the pelvis."""
    limbs = (ArmAngles(), ArmAngles(), LegAngles(), LegAngles())
    flat, curled, bent = (
        solve(Pose(Trunk(lean=-90.0, bend=bend, curl=curl), *limbs)).joints
        for bend, curl in ((0.0, 0.0), (0.0, 30.0), (30.0, 0.0))
    )
    assert curled["thorax"] == flat["thorax"] != bent["thorax"]
    assert curled["shoulders"][2] > flat["shoulders"][2] + 0.1
