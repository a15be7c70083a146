"""These tests need LibreOffice or Chromium: they run by a command of their own (python -m tests.office), never half."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Collected only when asked for by the command, or when a path under tests/office is named."""
    named = any("office" in str(arg) for arg in config.invocation_params.args)
    return None if named or os.environ.get("GKCHECK_OFFICE") else True
