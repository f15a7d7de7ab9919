"""Alternatives: an expression taken apart, so that each part of it is sought only where it can stand."""

import re
from typing import Final

# an escape, a class, or a single character
_PART: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def alternatives(form: str) -> list[str]:
    """The alternatives of an expression that stand in no group."""
    found = [""]
    depth = 0
    for part in _PART.findall(form):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found
