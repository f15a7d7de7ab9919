"""Properties: what a file says of itself outside its text, less what programs write there by themselves."""

import re
from collections.abc import Iterable
from typing import Final

from bot.documents.front_matter import written

MADE: Final = "made"
"""The key of the day on which a file was made: it counts as published only where nothing else says when."""
_LONGEST: Final = 300
_PROGRAM: Final = re.compile(
    r"^(?:microsoft\s+(?:office\s+)?(?:word|powerpoint|excel|publisher)|word|powerpoint)\s*-\s*", re.IGNORECASE
)
_FILE_NAME: Final = re.compile(
    r"\.(?:docx?|docm|dotx?|rtf|odt|pdf|pptx?|xlsx?|indd|qxd|pages|wpd|tex|dvi|e?ps|txt|md|html?|tmp|cdr|ai|pub)\b\W*$",
    re.IGNORECASE,
)
_NO_TITLE: Final = re.compile(
    r"(?:(?:un|no[ -]?)titled?|title(?: page)?"
    r"|(?:new |blank )?(?:document|doc|page|book|file|presentation|slide|layout|scan|scanned document)"
    r"|dokument|documento|document sans titre|unbenannt|ohne titel|sin t[ií]tulo|sans titre|без имени|без названия"
    r"|powerpoint[- ]pr[eäé]sent\w*|microsoft word|template|print|output|temp|tmp|test|draft|final"
    r"|about:blank|none|null|unknown|default|n/?a|home|index|cover|image)[\s_#-]*\(?\d*\)?",
    re.IGNORECASE,
)
_NO_PERSON: Final = re.compile(
    r"(?:the )?(?:user|users?name|admin|administrat(?:or|eur|or)|owner|root|author|autor|auteur|unknown(?: author)?"
    r"|anonymous|guest|default|editor|redaktion|webmaster|test|nobody|none|null|n/?a|un-?named|unregistered|staff"
    r"|home|office|work|computer|pc|laptop"
    r"|(?:(?:microsoft|ms|windows|office|mac|default|local|valued|registered|authori[sz]ed|licensed|end|customer) )+"
    r"(?:user|office|customer|account|owner|author|gateway|installation)s?|microsoft|microsoft corporation"
    r"|hp|hewlett[- ]packard(?: company)?|dell|lenovo|acer|asus|toshiba|sony|samsung|apple|compaq(?:[ _-]owner)?"
    r"|python-docx|openpyxl|calibre.*|apache (?:poi|fop)|pandoc|libreoffice|openoffice(?:\.org)?|adobe.*|quarkxpress.*"
    r"|latex|pdftex|tex|canon|ricoh|xerox|konica.*|kyocera|scanner|scansnap.*|camscanner)[\s_#-]*\d*",
    re.IGNORECASE,
)
_PDF_DATE: Final = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d|[Z+-]|$)")
_ISO_DATE: Final = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T|\s|$)")
_FIRST_YEAR: Final = 1985  # clocks that were never set stand at 1601, 1904, 1970 or 1980


def title(value: str | None) -> str | None:
    """A title, unless it is a program's: a file name, "untitled", a bare number."""
    plain = _plain(value)
    if plain is None:
        return None
    plain = _PROGRAM.sub("", plain).strip()
    if _FILE_NAME.search(plain) or _NO_TITLE.fullmatch(plain) or "\\" in plain or "://" in plain:
        return None
    if " " not in plain and ("_" in plain or any(map(str.isdigit, plain)) or plain.startswith("/")):
        return None
    return plain if sum(map(str.isalpha, plain)) > 1 else None


def person(value: str | None) -> str | None:
    """A name of somebody, unless it is that of an account, a machine or a program."""
    plain = _plain(value)
    if plain is None or _NO_PERSON.fullmatch(plain) or _FILE_NAME.search(plain) or "@" in plain or "\\" in plain:
        return None
    # a name is not written like the login of an account
    if " " not in plain and (plain == plain.lower() != plain.upper() or any(map(str.isdigit, plain)) or "_" in plain):
        return None
    return plain if sum(map(str.isalpha, plain)) > 1 and "://" not in plain else None


def publisher(value: str | None) -> str | None:
    """The name of a publisher or site; unlike a person's it may be one word in small letters, or an address."""
    plain = _plain(value)
    return plain if plain and not _NO_TITLE.fullmatch(plain) and any(map(str.isalnum, plain)) else None


def company(value: str | None) -> str | None:
    """The company for which a program is registered, unless that is the maker of the program or the machine."""
    plain = publisher(value)
    return None if plain is None or _NO_PERSON.fullmatch(plain) else plain


def people(values: Iterable[str]) -> str | None:
    """Several names as one fact, those that are none left out."""
    names = dict.fromkeys(name for value in values if (name := person(value)) is not None)
    return ", ".join(names) or None


def day(value: str | None) -> str | None:
    """A date as PDF (`D:20210512…`) or XML (W3CDTF) properties give it, as ISO 8601; None for a clock never set."""
    plain = _plain(value)
    if plain is None:
        return None
    if found := _ISO_DATE.match(plain):
        known = found[1]
    elif found := _PDF_DATE.match(plain):
        known = "-".join(found.groups())
    else:
        return None
    return known if int(known[:4]) >= _FIRST_YEAR else None


def headed(body: str, **facts: str | None) -> str:
    """A text under its properties as front matter.

    Args:
        body: The text.
        facts: The values by key; None where a file does not state one.
    """
    head = written({key: value for key, value in facts.items() if value})
    return f"{head}\n{body}\n" if head else f"{body}\n"


def _plain(value: str | None) -> str | None:
    """A value on one line; None where nothing legible is left."""
    if value is None:
        return None
    plain = " ".join("".join(each if each.isprintable() else " " for each in str(value)).split()).strip("\"'“”() ")
    return plain if plain and len(plain) <= _LONGEST and "\ufffd" not in plain else None
