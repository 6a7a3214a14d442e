"""Routine and exercise files: TOML, written by hand, every mistake named with its line."""
