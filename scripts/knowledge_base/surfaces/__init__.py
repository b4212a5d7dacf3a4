"""Surfaces: views written as MyST for pages, as the evidence map's files, and as data."""
