"""How everything looks: palette, fonts, sizes, style sheet, icons. Knows no widget of ours."""
