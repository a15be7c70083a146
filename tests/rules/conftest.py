"""The rule pack and its model reports, loaded once."""

from __future__ import annotations

import pytest

from checker.models import Models, load_models
from checker.pack import Pack, load_pack
from checker.proving import Prover
from checker.resources import folder


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="session")
def models() -> Models:
    return load_models(folder("rules") / "models")


@pytest.fixture(scope="session")
def prover(pack: Pack, models: Models) -> Prover:
    return Prover(pack, models)
