"""The pages of the section Plan."""
