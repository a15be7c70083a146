"""The rule language: lines and grammar, names, evaluation, the trace of what was read, and messages."""
