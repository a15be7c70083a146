"""A small archive, made once, and a cache of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cache_place import VARIABLE
from tests.batch.archive import make_archive


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten bodies in three years: thirty files in three folders."""
    top = tmp_path_factory.mktemp("archive")
    make_archive(top, 10)
    return top


@pytest.fixture(autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    place = tmp_path_factory.mktemp("kept")
    monkeypatch.setenv(VARIABLE, str(place))
    return place
