"""What all tests share: the originals of the starter collection, where they are at hand."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

# no test asserts a time: the first example of a process compiles what the others find ready
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_DEFAULT: Final = Path(__file__).parent.parent.parent / "shared" / "seeds"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that says where the originals lie."""
    parser.addoption(
        "--originals",
        metavar="DIR",
        type=Path,
        default=None,
        help="folder of the five originals of the starter collection (default: ../shared/seeds where that exists)",
    )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """None beside this process where speed is measured: neighbours would be measured with it."""
    return 0 if config.getoption("--benchmark-only") else None


@pytest.fixture(scope="session")
def originals(request: pytest.FixtureRequest) -> Path:
    """The folder of the originals (files `0*.txt`); the test is skipped where they are not at hand."""
    given: Path | None = request.config.getoption("--originals")
    folder = given or _DEFAULT
    if not list(folder.glob("0*.txt")):
        if given is not None:
            pytest.fail(f"--originals {given}: no originals there")
        pytest.skip("the originals are not here; name their folder with --originals DIR")
    return folder
