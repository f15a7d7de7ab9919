"""Small texts that outlive a start."""

from pathlib import Path

from bot.store.store import Store


async def test_what_is_remembered_outlives_the_store(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    async with await Store.open(path) as store:
        assert await store.memory.get("commands") is None
        await store.memory.set("commands", "first")
        await store.memory.set("commands", "second")
    async with await Store.open(path) as store:
        assert await store.memory.get("commands") == "second"
        assert await store.memory.get("other") is None
