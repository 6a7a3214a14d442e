"""The screen of a running session and its end page. Made when a session starts."""
