"""From bytes to text: byte order mark, then UTF-8, then detection; what is not text is refused."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from bot.errors import BadDocumentError

# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE with BOM"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE with BOM"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE with BOM"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE with BOM"),
)
_SAMPLE: Final = 200_000
_ODD_SHARE: Final = 0.02
_LETTER_SHARE: Final = 0.25
_CONTROLS: Final = re.compile(r"[\x00-\x1f]")
_ALLOWED_CONTROLS: Final = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was written, in words."""

    text: str
    encoding: str


def decode(data: bytes, file: str) -> Decoded:
    """Decode the content of a file; the byte order mark is no part of the text, line ends stay as they are.

    Raises:
        BadDocumentError: The file is empty or white space only, binary, or in no encoding that can be told.
    """
    if not data:
        raise BadDocumentError(f"{file} is empty. Choose a file that holds text.")
    decoded = _by_mark(data, file) or _by_content(data, file)
    if not decoded.text or decoded.text.isspace():
        raise BadDocumentError(f"{file} holds only white space. Choose a file that holds text.")
    if "\0" in decoded.text:
        raise BadDocumentError(f"{file} holds NUL characters, so it is no text. Save it as plain text in UTF-8.")
    if _odd_share(decoded.text) > _ODD_SHARE:
        raise BadDocumentError(f"{file} holds control characters, so it is no text. Save it as plain text in UTF-8.")
    return decoded


def _by_mark(data: bytes, file: str) -> Decoded | None:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), name)
            except UnicodeDecodeError as error:
                raise BadDocumentError(
                    f"{file} begins as {name} but does not go on as such. Save it as plain text in UTF-8."
                ) from error
    return None


def _by_content(data: bytes, file: str) -> Decoded:
    if b"\0" in data:
        raise BadDocumentError(f"{file} is binary (it holds NUL bytes). Save it as plain text in UTF-8.")
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        if (guess := _detected(data)) is None:
            raise BadDocumentError(
                f"{file} is in no encoding that could be told. Save it as plain text in UTF-8."
            ) from None
        return guess


def _detected(data: bytes) -> Decoded | None:
    """The most plausible single encoding; None where none reads as text."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs start-up time and is rarely needed

    best = from_bytes(data[:_SAMPLE]).best()
    for codec in (*(() if best is None else (best.encoding,)), "cp1252"):
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
        if _plausible(text):
            return Decoded(text, f"detected: {codecs.lookup(codec).name}")
    return None


def _odd_share(text: str) -> float:
    sample = text[:_SAMPLE]
    odd = sum(character not in _ALLOWED_CONTROLS for character in _CONTROLS.findall(sample))
    return odd / max(1, len(sample))


def _plausible(text: str) -> bool:
    """Whether a guess reads as text: hardly any controls or unassigned code points, and enough letters."""
    sample = text[:_SAMPLE]
    visible = [character for character in sample if not character.isspace()]
    if not visible:
        return False
    odd = sum(1 for character in visible if unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"})
    letters = sum(1 for character in visible if character.isalpha())
    return odd / len(visible) <= _ODD_SHARE and letters / len(visible) >= _LETTER_SHARE
