"""The window: Qt widgets, by screen."""
