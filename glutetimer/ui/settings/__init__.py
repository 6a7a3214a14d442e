"""The settings dialog, its fields made from the specs of the core."""
