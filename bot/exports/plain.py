"""A line of text for formats that have no way of their own to write a control character."""

from typing import Final

_C0_PICTURES: Final = 0x2400  # the block of Control Pictures repeats the order of the C0 controls
_REORDERING: Final = (0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_MARKS: Final = {
    **{code: chr(_C0_PICTURES + code) for code in range(0x20)},
    0x7F: "\u2421",
    **{code: f"‹U+{code:04X}›" for code in (*range(0x80, 0xA0), *_REORDERING)},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def one_line(text: str) -> str:
    """The text on one line, with controls, and what reorders text, as visible marks."""
    return " ".join(text.split()).translate(_MARKS)
