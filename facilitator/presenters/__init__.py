"""What each audience may see: allow-lists, one file per noun family."""
