"""The pages of the section Blueprint."""
