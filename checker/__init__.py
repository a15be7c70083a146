"""gkcheck: a rules-based compliance checker for yearly reports on government information disclosure."""

__version__ = "0.1.0"
