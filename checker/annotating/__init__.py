"""Findings written into a copy of the Word file, as comments where they belong."""
