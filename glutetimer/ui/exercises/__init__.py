"""The page that browses all exercises."""
