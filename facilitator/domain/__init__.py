"""Nouns, rules, permissions, privacy, events and refusals. Imports nobody above."""
