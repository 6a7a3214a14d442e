"""What stays on the disk: the history (SQLite) and the settings file (TOML)."""
