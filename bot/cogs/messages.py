"""The words of a message as whoever reads it sees them: without Discord's markup, links, mentions and emoji."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import discord

_KEPT: Final = re.compile(r"```(?:[\w+-]*\n)?(.*?)```|(`{1,2})(?!`)(.+?)(?<!`)\2(?!`)|\\([^\w\s])", re.DOTALL)
_PLACE: Final = re.compile("\x00(\\d+)\x00")
_MASKED: Final = re.compile(r"\[([^\[\]\n]+)\]\(<?https?://[^\s)]+>?(?: \"[^\"\n]*\")?\)")
_UNREAD: Final = re.compile(
    r"<(?:@[!&]?|\#)\d+> | <a?:\w+:\d+> | <t:-?\d+(?::\w)?> | </[^>\n]+:\d+> | <?https?://[^\s<>]+>?", re.VERBOSE
)
_LINE: Final = re.compile(r"^((?:>>>|>)?[ \t]*)(?:\#{1,3}|-\#)[ \t]+", re.MULTILINE)
# the longer marks first; of single ones those that touch what they mark
_MARKED: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"\*\*(?=\S)(.+?)(?<=\S)\*\*",
        r"(?<!\w)__(?=\S)(.+?)(?<=\S)__(?!\w)",
        r"~~(.+?)~~",
        r"\|\|(.+?)\|\|",
        r"\*(?=[^\s*])(.+?)(?<=[^\s*])\*",
        r"(?<!\w)_(?=[^\s_])(.+?)(?<=[^\s_])_(?!\w)",
    )
)


def plain(typed: str) -> str:
    """What is read where this was typed. Block quotes keep their mark."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(next(part for part in (found[1], found[3], found[4]) if part is not None))
        return f"\x00{len(kept) - 1}\x00"

    text = _KEPT.sub(keep, typed.replace("\x00", ""))
    text = _UNREAD.sub("", _MASKED.sub(r"\1", text))
    text = _LINE.sub(r"\1", text)
    for marked in _MARKED:
        text = marked.sub(r"\1", text)
    return _PLACE.sub(lambda found: kept[int(found[1])], text).strip()


def readings(message: discord.Message) -> list[str]:
    """What a message says: as it is read, and, where that differs, as it was typed. Nothing where there is no word.

    Its own words go before those of an embed, and these before those of what it forwards.
    """
    for typed in _typed(message):
        if re.search(r"\w", read := plain(typed)):
            return list(dict.fromkeys((read, typed)))
    return []


def _typed(message: discord.Message) -> Iterator[str]:
    either: Iterable[discord.Message | discord.MessageSnapshot] = (message, *message.message_snapshots)
    for each in either:
        yield each.content
        for embed in each.embeds:
            yield embed.description or "\n".join(field.value or "" for field in embed.fields) or embed.title or ""
        yield "\n".join(_displayed(each.components))


def _displayed(components: Iterable[Any]) -> Iterator[str]:
    for each in components:
        if isinstance(each, discord.TextDisplay):
            yield each.content
        yield from _displayed(getattr(each, "children", ()))
