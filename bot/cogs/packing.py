"""The state of a button in its custom_id: who asked, and references of the results, never a query.

A custom_id is a letter for the kind of button, the version of the form, a point, and numbers packed as variable-length
integers (LEB128) in base64url: `q1.2Qy…`. Discord allows it 100 characters.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from typing import Final

MOST: Final = 100
TEMPLATE: Final = re.compile(r"(?P<kind>[a-z])(?P<version>[0-9])\.(?P<state>[A-Za-z0-9_-]{1,97})")
VERSION: Final = "1"
ROOM: Final = (MOST - 3) * 3 // 4
"""Bytes that base64 brings into what the kind, the version and the point leave."""
_SEVEN_BITS: Final = 0x7F
_MORE: Final = 0x80
_LARGEST: Final = 1 << 63  # what the database takes for a number


def _bytes(number: int) -> bytes:
    packed = bytearray()
    while number > _SEVEN_BITS:
        packed.append(number & _SEVEN_BITS | _MORE)
        number >>= 7
    packed.append(number)
    return bytes(packed)


def pack(kind: str, numbers: Iterable[int]) -> str:
    """The custom_id of a button.

    Args:
        kind: One small letter.
        numbers: None of them negative.

    Raises:
        ValueError: They do not fit.
    """
    packed = b"".join(map(_bytes, numbers))
    if len(packed) > ROOM:
        raise ValueError(f"{len(packed)} bytes of state do not fit into a custom_id")
    return f"{kind}{VERSION}.{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"


def unpack(state: str) -> list[int] | None:
    """The numbers of a custom_id's state; None where it is not one of ours."""
    try:
        packed = base64.b64decode(state + "=" * (-len(state) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    numbers: list[int] = []
    number = shift = 0
    for byte in packed:
        number |= (byte & _SEVEN_BITS) << shift
        shift += 7
        if number >= _LARGEST:
            return None
        if not byte & _MORE:
            numbers.append(number)
            number = shift = 0
    return None if shift else numbers


def size(numbers: Iterable[int]) -> int:
    """How many bytes of state these numbers take."""
    return sum(len(_bytes(number)) for number in numbers)


def fitting(head: Sequence[int], pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many of the pairs, from the first, as fit behind the numbers of `head`."""
    left = ROOM - size(head)
    kept: list[tuple[int, int]] = []
    for pair in pairs:
        left -= size(pair)
        if left < 0:
            break
        kept.append(pair)
    return kept
