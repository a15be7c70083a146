import pytest

from checker.findings import Outcome
from checker.pack import Pack, load_pack
from tests.outputs.outcomes import faulty


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack()


@pytest.fixture(scope="session")
def outcome(pack: Pack) -> Outcome:
    return faulty(pack)
