"""The pages of the section Evidence."""
