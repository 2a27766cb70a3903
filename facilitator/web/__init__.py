"""The HTTP edge: pages and the API. It parses, calls the desk, answers."""
