"""Tests with real LibreOffice and Chromium: `python -m tests.office`. Their files are check_*.py, so that pytest alone,
which may run where neither is installed, does not collect them and has nothing to skip."""
