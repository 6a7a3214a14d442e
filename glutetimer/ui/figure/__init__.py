"""The animated figure on the screen."""
