"""Which part of a message is a quotation: a block quote, else what stands in quotation marks, else all of it.

And to whom the message gives it: `"…" — Name` and `Name: "…"`, with the dash or the colon beside the quotation.
"""

import re
from typing import Final

_LINE: Final = re.compile(r"^[ \t]*>(?!>>) ?(.*)$")
_REST: Final = re.compile(r"^[ \t]*>>> ?(.*)$")
_PAIRS: Final = ("“”", "„“", "„”", "«»", "»«", "「」", "『』", '""', "‘’", "‚‘")
_BEHIND: Final = re.compile(r"[–—―~-]{1,3}[ \t]*(\S[^\n]*)")
_OWN_LINE: Final = re.compile(r"(?:^|\n|(?<=[.!?…”»\"]) )[ \t]*[–—―~-]{1,3}[ \t]*(\S[^\n]*)\s*\Z")
_CLAUSE: Final = re.compile(r"\n|[.!?…] ")
_PARTICLES: Final = frozenset(
    ("of", "the", "and", "de", "del", "da", "di", "du", "la", "le", "van", "von", "der", "bin", "al", "el")
)
_LONGEST_NAME: Final = 6
_FEWEST: Final = 2  # words of a quotation; one alone between marks is a term


def quoted(content: str) -> str:
    """The quotation in a message; several lines of a block quote together, of several in marks the longest."""
    if block := _block(content):
        return block
    found = [
        piece
        for opening, closing in _PAIRS
        for piece in re.findall(f"{opening}([^{opening}{closing}]+){closing}", content)
        if len(piece.split()) >= _FEWEST
    ]
    return max(found, key=len, default=content).strip()


def _block(content: str) -> str:
    """The lines of the block quotes of a message; `>>>` quotes everything from there on."""
    lines = content.split("\n")
    taken: list[str] = []
    for place, line in enumerate(lines):
        if rest := _REST.match(line):
            taken += [rest[1], *lines[place + 1 :]]
            break
        if one := _LINE.match(line):
            taken.append(one[1])
    return "\n".join(taken).strip()


def attributed(content: str) -> str | None:
    """The name to which a message gives its quotation; None where there is nothing that looks like one.

    A name is at most six words, each with a capital but for particles such as "of" and "van", from the dash to the end
    of the line, or to a comma, a bracket or a figure; or from the beginning of the line or sentence to the colon.
    """
    part = quoted(content)
    if not part or part == content.strip():
        return None
    block = bool(_block(content))
    marks = "".join(_PAIRS)
    lines = content.split("\n")
    plain = "\n".join(_unmarked(line) for line in lines) if block else content
    at = plain.find(part)
    if at < 0:
        return None
    before, behind = plain[:at].rstrip(f"{marks}*_ \n\t"), plain[at + len(part) :].lstrip(f"{marks}*_.,!? \n\t")
    if found := _BEHIND.match(behind):
        return _name(found[1])
    # a block quote may hold its own attribution in its last line
    if block and (own := _OWN_LINE.search(part)) and part[: own.start()].strip():
        return _name(own[1])
    return _name(_CLAUSE.split(before[:-1])[-1]) if before.endswith((":", "：")) else None


def without_attribution(part: str) -> str:
    """The quotation in a block quote without a last line that only says whose it is."""
    found = _OWN_LINE.search(part)
    return part[: found.start()].rstrip() if found and _name(found[1]) and part[: found.start()].strip() else part


def _unmarked(line: str) -> str:
    found = _REST.match(line) or _LINE.match(line)
    return found[1] if found else line


def _name(text: str) -> str | None:
    """A text as a name, where it looks like one."""
    words = re.split(r"[,;(\[\d|/]| [–—-] ", text.strip(" *_~.:"), maxsplit=1)[0].strip(" *_~.:").split()
    named = [word for word in words if word.lower() not in _PARTICLES]
    fits = (
        0 < len(words) <= _LONGEST_NAME
        and bool(named)
        and all(word[0].isupper() or not word[0].isascii() for word in named)
    )
    return " ".join(words) if fits else None
