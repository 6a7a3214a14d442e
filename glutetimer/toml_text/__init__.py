"""TOML of unknown origin: values, lines and mistakes. Nothing else reads TOML."""
