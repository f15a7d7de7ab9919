"""Text of documents, shown literally: nothing in it reaches a terminal as a command.

Control characters, and the marks that reorder what is displayed, are replaced by visible ones. Everything else stands
as it is stored.
"""

from typing import Final

_C0_PICTURES: Final = 0x2400  # the block of Control Pictures repeats the order of the C0 controls
_REORDERING: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SEPARATORS: Final = (0x2028, 0x2029)
_MARKS: Final[dict[int, str]] = {
    **{code: chr(_C0_PICTURES + code) for code in range(0x20)},
    0x7F: "\u2421",
    **{code: f"⟨U+{code:04X}⟩" for code in (*range(0x80, 0xA0), *_REORDERING, *_SEPARATORS)},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_LINES: Final = {code: mark for code, mark in _MARKS.items() if chr(code) not in "\n\t"}


def literal(text: str) -> str:
    """The text as a terminal may see it; lines and tabs stay, the rest of the controls become visible."""
    return text.replace("\r\n", "\n").translate(_LINES)


def literal_line(text: str) -> str:
    """The same for what stands on one line, such as a title or a file's name: line ends become visible too."""
    return text.translate(_MARKS)
