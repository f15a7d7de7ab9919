"""The locked files hold what pyproject.toml asks for, hashed, and nothing else; docopt is the published one."""

import hashlib
import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT: Final = Path(__file__).parent.parent
RUN: Final = ROOT / "deploy" / "requirements.txt"
TEST: Final = ROOT / "tests" / "requirements.txt"
# docopt.py in the source archive of docopt 0.6.2, which is what the locked hash stands for
DOCOPT: Final = "44c650ebd833d852c8731fa3f0c5759506309622300e4c1954a540d78572cc54"


def _entries(path: Path) -> list[str]:
    """The entries of a locked file, each with its hashes on one line."""
    joined = path.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line.strip() for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def _locked(path: Path) -> dict[str, list[Requirement]]:
    locked: dict[str, list[Requirement]] = {}
    for entry in _entries(path):
        requirement = Requirement(entry.split(" --hash=")[0])
        locked.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return locked


def _applying(path: Path) -> dict[str, Version]:
    """What a locked file installs on this interpreter and platform."""
    versions = {}
    for name, requirements in _locked(path).items():
        for requirement in requirements:
            if requirement.marker is None or requirement.marker.evaluate():
                versions[name] = Version(next(iter(requirement.specifier)).version)
    return versions


def _asked(group: str | None) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = list(project["project"]["dependencies"])
    if group is not None:
        asked += project["dependency-groups"][group]
    return [Requirement(each) for each in asked]


def _closure(asked: list[Requirement]) -> Iterator[tuple[str, Requirement]]:
    """All that is asked for, directly or through another, as the installed distributions tell it."""
    waiting = [(requirement, frozenset[str]()) for requirement in asked]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement, asked_extras = waiting.pop()
        environments = [{"extra": extra} for extra in asked_extras] or [{"extra": ""}]
        if requirement.marker is not None and not any(requirement.marker.evaluate(each) for each in environments):
            continue
        name = canonicalize_name(requirement.name)
        yield name, requirement
        extras = frozenset(requirement.extras)
        if (name, extras) not in seen:
            seen.add((name, extras))
            needs = importlib.metadata.requires(name) or []
            waiting += [(Requirement(each), extras) for each in needs]


@pytest.mark.parametrize("path", [RUN, TEST], ids=["run", "test"])
def test_every_entry_is_pinned_and_hashed(path: Path) -> None:
    entries = _entries(path)
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.!+]+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+$", entry), entry


@pytest.mark.parametrize("path", [RUN, TEST], ids=["run", "test"])
def test_no_address_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize(("path", "group"), [(RUN, None), (TEST, "test")], ids=["run", "test"])
def test_what_is_locked_is_what_is_asked_for(path: Path, group: str | None) -> None:
    locked = _applying(path)
    needed = set()
    for name, requirement in _closure(_asked(group)):
        needed.add(name)
        assert name in locked, f"{requirement} is not locked"
        assert requirement.specifier.contains(locked[name], prereleases=True), f"{requirement} but {locked[name]}"
    assert set(locked) - needed == set(), "locked, but asked for by nothing"


def test_both_files_agree() -> None:
    run, test = _locked(RUN), _locked(TEST)
    for name, requirements in run.items():
        assert {str(each.specifier) for each in requirements} == {str(each.specifier) for each in test[name]}, name


def test_audioop_is_locked_for_the_python_that_lacks_it() -> None:
    (requirement,) = _locked(RUN)["audioop-lts"]
    assert requirement.marker is not None
    assert requirement.marker.evaluate({"python_full_version": "3.13.0", "python_version": "3.13"})
    assert not requirement.marker.evaluate({"python_full_version": "3.12.9", "python_version": "3.12"})


def test_docopt_is_the_published_one() -> None:
    files = importlib.metadata.files("docopt") or []
    (module,) = [file for file in files if str(file) == "docopt.py" or str(file).endswith("/docopt.py")]
    assert hashlib.sha256(Path(str(module.locate())).read_bytes()).hexdigest() == DOCOPT


def test_what_builds_docopt_is_what_is_locked() -> None:
    constraints = _locked(ROOT / "deploy" / "build-constraints.txt")
    locked = _applying(RUN)
    assert constraints["setuptools"][0].specifier.contains(locked["setuptools"])
