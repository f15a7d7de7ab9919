"""Datelines: place, date and agency, glued to the first sentence of a report, and slugs of a site's name."""

import re
from dataclasses import dataclass
from typing import Final

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE: Final = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?|\d{{4}}-\d\d-\d\d)"
)
_CAPITALS: Final = r"[A-ZÀ-ÖØ-ÞА-Я][A-ZÀ-ÖØ-ÞА-Я.'’]+(?:[ -][A-ZÀ-ÖØ-ÞА-Я][A-ZÀ-ÖØ-ÞА-Я.'’]*){0,3}"
_REGION: Final = r"(?:,\s[A-ZÀ-Þ][\w.'’-]{0,20}(?:\s[A-ZÀ-Þ][\w.'’-]{0,20}){0,2})"
_PLACE: Final = rf"(?P<place>{_CAPITALS}{_REGION}?(?:/{_CAPITALS})?)"
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_MIXED_PLACE: Final = (
    rf"(?P<place>(?!{_WEEKDAY})[A-ZÀ-Þ][\w.'’-]{{1,30}}(?:\s[A-ZÀ-Þ][\w.'’-]{{0,20}}){{0,3}}{_REGION}?)"
)
_SLASHED: Final = r"/\s?(?P<slashed>[^\s/][^/\n]{1,40}?)\s?/"
_BRACKETED: Final = r"\((?P<bracketed>[A-ZÀ-Þ][^()\n]{1,40})\)"
_DASH: Final = r"\s?(?:—|–|―|--|(?<=\s)-)\s*"
_MAY_DASH: Final = rf"(?:[.:,]?{_DASH}|[.:]\s|\s)"
_START: Final = r"(?=[A-ZÀ-ÞА-Я\"'“‘«„0-9$€£\[(])"
_FORMS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # PLACE, date /AGENCY/ —   MOSCOW, date. /AGENCY/. Text
        rf"{_PLACE}[.,]\s(?P<date>{_DATE})[.,]?\s?(?:{_SLASHED}|{_BRACKETED}){_MAY_DASH}{_START}",
        rf"{_MIXED_PLACE}[.,]\s(?P<date>{_DATE})[.,]?\s?(?:{_SLASHED}|{_BRACKETED}){_MAY_DASH}{_START}",
        # PLACE (AGENCY) —   PLACE /AGENCY/ —
        rf"{_PLACE},?\s(?:{_SLASHED}|{_BRACKETED})(?:[.:,]?{_DASH}|[:]\s){_START}",
        rf"{_MIXED_PLACE}\s{_BRACKETED}{_DASH}{_START}",
        # PLACE, date —
        rf"{_PLACE}[.,]\s(?P<date>{_DATE})[.:,]?{_DASH}{_START}",
        rf"{_MIXED_PLACE}[.,]\s(?P<date>{_DATE})[.:,]?(?:\s[—–-]\s|—|\s--\s){_START}",
        # (AGENCY) —
        rf"{_BRACKETED}{_DASH}{_START}",
    )
)
_SLUG: Final = re.compile(rf"/\s?(?P<slashed>[^\s/][^/\n]{{1,40}}?)\s?/(?:{_DASH}|\s){_START}")
_BARE: Final = re.compile(rf"{_PLACE}(?:\s[—–]\s|\s--\s|—){_START}")
_HEAD: Final = 160
# one of these stands in every dateline
_MARKS: Final = "/(—–―-"
_SHORTEST_PLACE: Final = 5


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `end` is the offset behind it, white space included."""

    end: int
    place: str | None = None
    agency: str | None = None
    date: str | None = None
    site: str | None = None


def find(text: str, *, first: bool) -> Dateline | None:
    """The dateline with which a paragraph opens, if anything follows it in the same paragraph.

    Args:
        text: The paragraph.
        first: Whether the paragraph stands near the top, where a bare place and a slug of the site count too.
    """
    head = text[:_HEAD]
    if not any(map(head.__contains__, _MARKS)):
        return None
    for form in _FORMS:
        if found := form.match(head):
            groups = found.groupdict()
            return Dateline(
                found.end(),
                place=groups.get("place"),
                agency=groups.get("slashed") or groups.get("bracketed"),
                date=groups.get("date"),
            )
    if not first:
        return None
    if found := _SLUG.match(head):
        return Dateline(found.end(), site=found["slashed"])
    if (found := _BARE.match(head)) and len(found["place"]) >= _SHORTEST_PLACE:
        return Dateline(found.end(), place=found["place"])
    return None


def is_whole(text: str) -> bool:
    """Whether a paragraph is a dateline and nothing else, the report beginning with the next."""
    if len(text) > _HEAD // 2 or not text.endswith(("—", "–", "-", "/", ")", ":")):
        return False
    found = find(f"{text} A", first=False)
    return found is not None and found.end == len(text) + 1 and found.place is not None
