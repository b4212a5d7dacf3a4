"""The pages of the section About."""
