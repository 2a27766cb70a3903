"""The socket edge: parses, calls the desk, answers; and tells every audience what changed."""
