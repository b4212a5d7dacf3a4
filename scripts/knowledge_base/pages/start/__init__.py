"""The pages of the section Start."""
