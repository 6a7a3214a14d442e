"""The history as a whole: out into files, in again, and back from a backup."""
