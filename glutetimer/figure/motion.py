"""What a file says of a movement: its poses, how to look at it, contacts, props, muscles."""

from dataclasses import dataclass
from enum import StrEnum

from glutetimer.figure.pose import Of, Pose
from glutetimer.figure.vector import ORIGIN, Vec


class Muscle(StrEnum):
    """A muscle that can be seen warming up."""

    GLUTE_MAX = "glute-max"
    GLUTE_MED = "glute-med"
    GLUTE_MIN = "glute-min"
    ADDUCTORS = "adductors"
    HAMSTRINGS = "hamstrings"
    QUADRICEPS = "quadriceps"
    ABDOMINALS = "abdominals"
    OBLIQUES = "obliques"
    LOW_BACK = "low-back"


class PropKind(StrEnum):
    """A thing that the exercise is done with."""

    MAT = "mat"
    BAND = "band"
    BALL = "ball"
    DUMBBELLS = "dumbbells"
    BAR = "bar"
    CHAIR = "chair"


class BandPlace(StrEnum):
    """Where a loop band goes around both legs."""

    ANKLES = "ankles"
    SHINS = "shins"
    KNEES = "knees"


class Working(StrEnum):
    """On which side a muscle works: on the working side, the other, or both."""

    BOTH = "both"
    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class View:
    """From where the movement is seen: degrees.

    yaw 0 looks at the person from the front (from +x), 90 from the left (+y), -90 from the
    right, 180 from the back; pitch is how far above the floor the eye is.
    """

    yaw: float = -95.0
    pitch: float = 12.0


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing and where it is. What a kind has no use for stays at its default.

    mat: `at` is its middle, `size` its length (x) and breadth (y). band: `place`. ball: `size[0]`
    is its radius; its middle is the pose's `ball`. dumbbells: one in each hand, across the
    forearm. bar: its middle `at` of `of`, its length `size[0]`. chair: `at` is the middle of the
    seat, `turn` where it faces.
    """

    kind: PropKind
    at: Vec = ORIGIN
    size: tuple[float, float] = (0.0, 0.0)
    place: BandPlace = BandPlace.SHINS
    of: Of = Of.FLOOR
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class MuscleWork:
    """How hard a muscle works at full effort (0 to 1), and on which side."""

    muscle: Muscle
    share: float
    side: Working = Working.BOTH


@dataclass(frozen=True, slots=True)
class Keyframe:
    """A pose and its place on the way from start (0) to top (1)."""

    at: float
    pose: Pose


@dataclass(frozen=True, slots=True)
class FaultPose:
    """How the top of the movement looks when it goes wrong."""

    name: str
    pose: Pose


@dataclass(frozen=True, slots=True)
class Motion:
    """A movement, written with the right side working or stepping.

    `keyframes` go from start (at 0) to top (at 1), in this order. The top is the end of the
    effort that a rep is named after: hips up in a bridge, the bottom of a squat (`is_downward`).
    A movement that travels goes on from the top to the start pose moved by `travel` metres: the
    foot steps out and the other follows; `alternates` lets the other foot lead every second step,
    to its own side: steps that go forward and to the side make a zigzag.
    `contacts` are joints that stay where they are on the floor all the time.
    """

    keyframes: tuple[Keyframe, ...]
    view: View = View()
    contacts: tuple[str, ...] = ()
    props: tuple[Prop, ...] = ()
    muscles: tuple[MuscleWork, ...] = ()
    faults: tuple[FaultPose, ...] = ()
    is_downward: bool = False
    travel: Vec = ORIGIN
    alternates: bool = False

    @property
    def start(self) -> Pose:
        """The pose before and after each rep."""
        return self.keyframes[0].pose

    @property
    def top(self) -> Pose:
        """The pose in the middle of a rep."""
        return self.keyframes[-1].pose

    @property
    def travels(self) -> bool:
        """Whether it steps from place to place."""
        return self.travel != ORIGIN

    @property
    def zigzags(self) -> bool:
        """Whether its steps go forward and to either side in turn."""
        return self.alternates and self.travel[0] != 0.0 and self.travel[1] != 0.0

    def prop(self, kind: PropKind) -> Prop | None:
        """The prop of a kind, None if it is not used."""
        return next((prop for prop in self.props if prop.kind is kind), None)
