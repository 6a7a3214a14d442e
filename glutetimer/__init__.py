"""A coach for glute exercises at home: counted reps, iso holds, spoken cues and rests."""

__version__ = "0.1.0"
