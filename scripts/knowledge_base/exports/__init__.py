"""What a reader can take away: a module a format."""
