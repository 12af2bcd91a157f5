import pytest

from tests.reliability.bench import Bench
from tests.reliability.telling import Scene, Told, run, set_up, tell


@pytest.fixture(scope="session")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return set_up(tmp_path_factory.mktemp("scene"))


@pytest.fixture(scope="session")
def twin(scene: Scene, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The story that nobody disturbs."""
    return run(tell(scene, tmp_path_factory.mktemp("twin") / "court", None, None))


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("bench"))
