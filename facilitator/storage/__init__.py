"""SQL is executed here and nowhere else: one file for each noun family."""
