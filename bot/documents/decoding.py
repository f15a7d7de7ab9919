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
# p³ynê³a: no Western word, but a Polish one in an encoding of its own
_SYMBOL_IN_WORD: Final = re.compile("[^\\W\\d_][¡-©«-¶¸¹»-¿][^\\W\\d_]")
_ODD_SHARE: Final = 0.02
_LETTER_SHARE: Final = 0.25
_WIDE_SHARE: Final = 0.02
_LOST_SHARE: Final = 0.05
_WHOLE: Final = 4  # characters beyond ASCII that read well, for each that does not
_JAPANESE_MAIL: Final = re.compile(rb"\x1b\$[@B]")
# what hardly any file is in, and what reads as well as the encodings that many are in
_RARE: Final = (
    "iso8859_4", "iso8859_10", "iso8859_14", "iso8859_16", "hp_roman8", "mac_iceland", "mac_croatian", "mac_romanian",
    "mac_latin2", "johab",
    "cp037", "cp500", "cp875", "cp1026", "cp1140",
)  # fmt: skip
# all but those by which lines, pages and records are parted
_CONTROLS: Final = bytes(code for code in range(32) if chr(code) not in "\t\n\v\f\r\x1c\x1d\x1e\x1f")


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
        if (wide := _wide(data)) is not None:
            return wide
        raise BadDocumentError(f"{file} is binary (it holds NUL bytes). Save it as plain text in UTF-8.")
    if _JAPANESE_MAIL.search(data[:_SAMPLE]) is not None:
        try:
            return Decoded(data.decode("iso2022_jp"), "ISO-2022-JP")
        except UnicodeDecodeError:
            pass
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        if (damaged := _damaged(data)) is not None:
            return damaged
        if (guess := _detected(data)) is None:
            raise BadDocumentError(
                f"{file} is in no encoding that could be told. Save it as plain text in UTF-8."
            ) from None
        return guess


def _wide(data: bytes) -> Decoded | None:
    """A text in UTF-16 without a mark: its NUL bytes all stand in the same half of their units."""
    low, high = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or (low and high) or max(low, high) < _WIDE_SHARE * len(data) / 2:
        return None
    codec, name = ("utf-16-be", "UTF-16 BE") if low else ("utf-16-le", "UTF-16 LE")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return Decoded(text, name) if _plausible(text) else None


def _damaged(data: bytes) -> Decoded | None:
    """A text in UTF-8 of which a few bytes are none: each is shown as a replacement character."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    others = sum(character > "\x7f" for character in text) - lost
    if others < _WHOLE * lost or lost > _LOST_SHARE * len(text):
        return None
    return Decoded(text, f"UTF-8 with {lost} damaged {'place' if lost == 1 else 'places'}")


def _detected(data: bytes) -> Decoded | None:
    """The most plausible single encoding; None where none reads as text."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs start-up time and is rarely needed

    found = from_bytes(data[:_SAMPLE], cp_exclusion=list(_RARE))
    best = found.best()
    # what reads equally well in several encodings is in the most widespread one: à is ŕ in the one that is tried first
    even = best is not None and any(
        "cp1252" in each.could_be_from_charset and (each.chaos, each.coherence) == (best.chaos, best.coherence)
        for each in found
    )
    even = even and _SYMBOL_IN_WORD.search(data[:_SAMPLE].decode("cp1252", "replace")) is None
    for codec in (*(() if best is None or even else (best.encoding,)), "cp1252"):
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
        if _plausible(text):
            return Decoded(text, f"detected: {codecs.lookup(codec).name}")
    return None


def _odd_share(text: str) -> float:
    sample = text[:_SAMPLE]
    written = sample.encode("utf-8", "surrogatepass")
    return (len(written) - len(written.translate(None, _CONTROLS))) / max(1, len(sample))


def _plausible(text: str) -> bool:
    """Whether a guess reads as text: hardly any controls or unassigned code points, and enough letters."""
    sample = text[:_SAMPLE]
    visible = [character for character in sample if not character.isspace()]
    if not visible:
        return False
    odd = sum(1 for character in visible if unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"})
    letters = sum(1 for character in visible if character.isalpha())
    return odd / len(visible) <= _ODD_SHARE and letters / len(visible) >= _LETTER_SHARE
