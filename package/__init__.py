"""Makes the packages: `python3 run.py package KIND`. A running glutetimer needs none of it."""
