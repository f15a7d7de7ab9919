"""A timeline as an iCalendar file (RFC 5545): an all-day event for each event of the timeline.

The summary is the sentence, word for word; the description says where it stands and how its date is known. A month, a
year or a range spans its days. Of an open end the period that the text names is entered, and the description says so.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.answers.results import Event
from bot.documents.dates.values import parse_edtf
from bot.models import Basis

_LONGEST: Final = 75  # octets of a line, without its end (RFC 5545, 3.1)
_C0_PICTURES: Final = 0x2400
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_NO_IDENTIFIER: Final = re.compile(r"[^0-9A-Za-z]+")
_DELETE: Final = "\x7f"


def calendar(events: Sequence[Event], made: datetime) -> str:
    """A calendar of these events.

    Args:
        events: What happened when.
        made: When the calendar is made, with a time zone: RFC 5545 wants it of each event.
    """
    stamp = made.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verbatim//Timeline//EN", "CALSCALE:GREGORIAN"]
    seen: dict[str, int] = {}
    for event in events:
        identifier = _identifier(event)
        seen[identifier] = seen.get(identifier, 0) + 1
        # a sentence may name the same date twice
        again = f"-{seen[identifier]}" if seen[identifier] > 1 else ""
        lines += _entry(event, f"{identifier}{again}@verbatim", stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _identifier(event: Event) -> str:
    """From the document, the place and the date: the same in every export, and another for every sentence."""
    cited = event.citation
    place = f"{cited.document.sha256[:12]}-{cited.reference.replace('¶', 'p')}-{cited.span.start}"
    return f"{place}-{_NO_IDENTIFIER.sub('-', event.value.edtf.replace('..', 'open'))}"


def _entry(event: Event, identifier: str, stamp: str) -> Iterator[str]:
    days = _days(event)
    if days is None:
        return
    first, last = days
    yield "BEGIN:VEVENT"
    yield f"UID:{identifier}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:  # the end is the day after the last one
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(event.text)}"
    yield f"DESCRIPTION:{escaped(_description(event))}"
    yield "TRANSP:TRANSPARENT"
    if event.planned:
        yield "CATEGORIES:PLANNED"
    yield "END:VEVENT"


def _days(event: Event) -> tuple[date, date] | None:
    """The days to enter: of an open end the period that is named."""
    value = event.value
    if value.earliest is not None and value.latest is not None:
        return value.earliest, value.latest
    named = parse_edtf(value.edtf.removeprefix("../").removesuffix("/.."))
    first, last = (named.earliest, named.latest) if named else (None, None)
    first, last = first or value.earliest or value.latest, last or value.latest or value.earliest
    return None if first is None or last is None else (first, last)


def _day(when: date) -> str:
    return when.isoformat().replace("-", "")


def _description(event: Event) -> str:
    value = event.value
    said = [event.citation.label, f"Date: {value.edtf} ({event.basis.value}: “{event.expression}”)"]
    if value.earliest is None:
        said.append("Open start: only the end that the text names is entered.")
    if value.latest is None:
        said.append("Open end: only the beginning that the text names is entered.")
    if event.planned:
        said.append("This lay ahead when the document was written.")
    if event.basis is Basis.WORKED_OUT:
        said.append(f"Document's date: {event.citation.document.metadata.anchor_date.value or 'unknown'}")
    return "\n".join(said)


def escaped(text: str) -> str:
    """A text as a value of iCalendar (RFC 5545, 3.3.11); controls, which it forbids, become visible marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub(lambda found: "␡" if found[0] == _DELETE else chr(_C0_PICTURES + ord(found[0])), text)
    text = text.encode("utf-8", "replace").decode()
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A line cut so that no part takes more than 75 octets, and no character is cut; parts go on after a blank."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST:
            yield part
            part, size = " ", 1
        part += character
        size += octets
    yield part
