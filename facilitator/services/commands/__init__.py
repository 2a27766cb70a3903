"""The shapes of all commands, one file for each family of things."""
