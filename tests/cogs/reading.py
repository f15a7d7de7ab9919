"""Reading what Discord is given as Discord reads it: what is escaped is literal, what is not is markup."""

import re
from typing import Final

_PICTURES: Final = 0x2400
_MARK: Final = re.compile("‹U\\+([0-9A-F]{4,6})›")
# Discord's inline rules, after its client's fork of simple-markdown; escapes are consumed before any of them is tried
INLINE: Final = re.compile(
    r"""
      https?://[^\s<]+[^<.,:;"')\]\s]
    | \[[^\]]*\]\([^)]*\)
    | <(?:@[!&]?|\#)\d+> | <a?:\w+:\d+> | <t:-?\d+(?::\w)?> | </[^>]+:\d+> | <id:\w+> | <https?:[^>]+>
    | @everyone | @here
    | \*[^*]+\* | _[^_]+_ | ~~.+?~~ | \|\|.+?\|\| | `[^`]*`
    | :[^\s:]+:
    """,
    re.VERBOSE | re.DOTALL,
)
BLOCK: Final = re.compile(r"[^\S\n]*(?:\#{1,3} |-\# |>|>>> |[-*+] |\d+\. )")


def unescaped(shown: str) -> str:
    """What a reader sees, with our visible marks turned back into what they stand for: the slice that was shown."""
    seen: list[str] = []
    at = 0
    while at < len(shown):
        character = shown[at]
        if character == "\\" and not shown[at + 1].isspace():
            seen.append(shown[at + 1])
            at += 2
        elif shown.startswith("**", at):
            at += 2
        elif found := _MARK.match(shown, at):
            seen.append(chr(int(found[1], 16)))
            at = found.end()
        else:
            if character not in "\u2068\u2069":
                picture = ord(character) - _PICTURES
                seen.append("\x7f" if picture == 0x21 else chr(picture) if 0 <= picture < 0x20 else character)
            at += 1
    return "".join(seen)


def markup(shown: str) -> list[str]:
    """Every construct of Discord's that is still alive in a text, bold aside."""
    text = shown.replace("\u2068", "").replace("\u2069", "")
    alive = [found[0] for line in text.split("\n") if (found := BLOCK.match(line))]
    at = 0
    while at < len(text):
        if (
            text[at] == "\\" and at + 1 < len(text) and not re.match(r"[0-9A-Za-z\s]", text[at + 1])
        ) or text.startswith("**", at):
            at += 2
        elif found := INLINE.match(text, at):
            alive.append(found[0])
            at = found.end()
        else:
            at += 1
    return alive
