"""The dialog of settings, with an editor for every kind of value."""
