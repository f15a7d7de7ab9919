"""/documents and /help over the wire."""

from tests.cogs.conftest import House
from tests.cogs.reading import markup


async def test_the_documents_are_listed(house: House) -> None:
    reply = await house.user.slash("documents")
    assert "**4 documents**" in reply.texts
    assert "**D1** Ferry to Skerry Point\n-# The Skerry Courier, 2021-05-04 · " in reply.texts
    assert "publisher unknown, no date" in reply.texts
    assert reply.buttons == []


async def test_their_titles_are_literal(house: House) -> None:
    reply = await house.user.slash("documents")
    assert markup(reply.texts.replace("-# ", "")) == []


async def test_help_is_always_private_and_shows_an_example_of_each(house: House) -> None:
    reply = await house.user.slash("help")
    assert reply.ephemeral
    for command in ("quote", "speaker", "verify", "summary", "timeline", "cite", "documents"):
        assert f"**/{command}**" in reply.texts
        assert f"`/{command}" in reply.texts
