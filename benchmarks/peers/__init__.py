"""The others: each is a program of its own, started by its path."""
