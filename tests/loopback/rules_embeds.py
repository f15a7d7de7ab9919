"""Limits of embeds."""

from typing import Any, Final

from tests.loopback.errors import Findings, Json

_TOTAL: Final = 6000


def check_embeds(found: Findings, where: str, embeds: Any) -> None:
    """At most ten, each part within its length, 6,000 characters in all."""
    if embeds is None:
        return
    found.length(where, embeds, 0, 10)
    total = sum(_check_embed(found, f"{where}.{index}", embed) for index, embed in enumerate(embeds))
    if total > _TOTAL:
        found.report(where, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {_TOTAL}; it is {total}.")


def _check_embed(found: Findings, where: str, embed: Json) -> int:
    """Check one; gives back the number of characters that count."""
    footer, author = embed.get("footer") or {}, embed.get("author") or {}
    fields = embed.get("fields") or []
    found.length(f"{where}.title", embed.get("title"), 0, 256)
    found.length(f"{where}.description", embed.get("description"), 0, 4096)
    found.length(f"{where}.footer.text", footer.get("text"), 0, 2048)
    found.length(f"{where}.author.name", author.get("name"), 0, 256)
    found.length(f"{where}.fields", fields, 0, 25)
    for index, item in enumerate(fields):
        found.length(f"{where}.fields.{index}.name", item.get("name"), 1, 256)
        found.length(f"{where}.fields.{index}.value", item.get("value"), 1, 1024)
    texts = [embed.get("title"), embed.get("description"), footer.get("text"), author.get("name")]
    texts += [item.get(key) for item in fields for key in ("name", "value")]
    return sum(len(text) for text in texts if isinstance(text, str))
