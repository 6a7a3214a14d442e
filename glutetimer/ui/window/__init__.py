"""The main window: tabs, menus, what is asked at the start, and small dialogs of its own.

The only room that knows the screens.
"""
