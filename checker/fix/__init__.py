"""Faults mended that need no judgement: in a copy of the file, everything else untouched."""
