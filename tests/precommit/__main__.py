"""Runs the tests of this folder: `python -m tests.precommit`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.exit(pytest.main([str(Path(__file__).with_name("hooks.py")), *sys.argv[1:]]))
