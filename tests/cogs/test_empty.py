"""Every command over the wire before anything is imported."""

from pathlib import Path

import pytest

from tests.cogs.conftest import House


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database without documents."""
    return tmp_path / "empty.sqlite3"


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("quote", {}),
        ("quote", {"text": "ferry"}),
        ("quote", {"text": "ferry", "kind": "quotations"}),
        ("summary", {"document": "D1"}),
        ("summary", {"topic": "winter ferry"}),
        ("timeline", {}),
        ("timeline", {"topic": "ferry", "view": "picture"}),
        ("verify", {"quote": "The ferry was rusty and slow."}),
        ("documents", {}),
        ("cite", {"reference": "D1"}),
    ],
)
async def test_without_documents_the_asker_alone_is_told_so(
    house: House, command: str, options: dict[str, object]
) -> None:
    reply = await (await house.user.slash(command, **options)).settled()
    assert reply.ephemeral
    assert "here are no documents" in reply.texts
    assert "0 documents" not in reply.texts


async def test_without_documents_nothing_is_offered(house: House) -> None:
    for command, option in (("quote", "text"), ("quote", "document"), ("speaker", "name"), ("cite", "reference")):
        assert await house.user.autocomplete(command, focused=option, **{option: "fe"}) == []
