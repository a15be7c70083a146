"""Mutated files over all readers: no traceback, no hang, no leak."""
