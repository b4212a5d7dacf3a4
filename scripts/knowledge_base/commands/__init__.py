"""The verbs of `kb`, a module each: what to ask for, what to print, what to return."""
