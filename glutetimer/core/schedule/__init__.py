"""A person's plans: routines by week and day, and where somebody is who follows one."""
