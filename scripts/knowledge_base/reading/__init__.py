"""Evidence files → values that remember file, line and column."""
