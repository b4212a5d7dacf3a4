"""One module a noun: the shapes of everything in the evidence files."""
