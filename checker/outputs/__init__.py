"""Findings as people and programs read them: a table on the screen, JSON, and the formats of other tools."""
